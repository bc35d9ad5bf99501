import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { documentShows, idleWhen, measure, type Timing } from './timing.js';

/** What the benchmark asks of a page with one list of people. */
interface PickerPage {
  mount(): Promise<void>;
  /** Opens the list, and waits for people to choose from. */
  open(): Promise<Timing>;
}

declare global {
  var pickerPage: PickerPage;
}

export const nameOf = (position: number) => `Person ${position + 1}`;

export function offerPicker(Picker: ComponentType): void {
  const find = (role: string) => document.querySelector<HTMLElement>(`[role="${role}"]`);
  globalThis.pickerPage = {
    async mount() {
      const root = document.querySelector('#root');
      if (!root) throw new Error('The page has no #root to render into.');
      createRoot(root).render(<Picker />);
      // What stands in for a control that is being fetched is not what is measured.
      await documentShows(() => document.querySelector('[role="combobox"]:not([aria-busy])') !== null);
      await idleWhen(() => true);
    },
    open() {
      const box = find('combobox');
      if (!box) throw new Error('The page has no combobox, which the benchmark opens. Give the contender one.');
      return measure(
        () => press(box),
        () => find('option') !== null,
      );
    },
  };
}

/** Presses as a mouse does: Radix listens to the pointer, others to the click. */
function press(element: HTMLElement): void {
  const button = { bubbles: true, cancelable: true, button: 0 };
  element.dispatchEvent(new PointerEvent('pointerdown', { ...button, pointerType: 'mouse', pointerId: 1 }));
  element.dispatchEvent(new MouseEvent('mousedown', button));
  element.focus();
  element.dispatchEvent(new PointerEvent('pointerup', { ...button, pointerType: 'mouse', pointerId: 1 }));
  element.dispatchEvent(new MouseEvent('mouseup', button));
  element.click();
}
