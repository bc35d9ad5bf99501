// Before React, which looks for what counts only once.
import './render-counter.js';

import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { makeCatalog } from '../catalog.js';
import type { Contender, ContenderProps } from '../contender.js';
import { countRenders } from './render-counter.js';
import { documentShows, idleWhen, layOut, measure, nextPaint, type Timing, watchTasks } from './timing.js';

/** Milliseconds. */
interface MountTiming {
  /** Until the first scopes were in the document and laid out. */
  scriptAndLayout: number;
  firstPaint: number;
  /** Until every row was in the document and nothing was left to do. */
  complete: number;
  /** At least 50. */
  longestTask: number;
}

interface ClearTiming extends Timing {
  /** At least 50. */
  longestTask: number;
}

interface MountProps extends Omit<ContenderProps, 'catalog'> {
  scopes: number;
  /** As routers put a page in the place of another. @default at once */
  inTransition?: boolean;
}

/** What the benchmark asks of a page. */
interface WizardPage {
  mount(props: MountProps): Promise<MountTiming>;
  /** The texts of the scopes, which are to be the same in every contender. */
  text(): string;
  /** Checks the row at this position, or unchecks it. */
  toggle(position: number): Promise<Timing>;
  /** How many components React renders when the row at this position is toggled. */
  rendersOfToggle(position: number): Promise<number>;
  clearAll(): Promise<ClearTiming>;
  /** Adds a character to the Token Name. */
  typeName(character: string): Promise<Timing>;
  /** Adds a character to the search, and waits for its results. */
  typeSearch(character: string): Promise<Timing>;
}

declare global {
  var wizardPage: WizardPage;
}

export function offerWizard(Wizard: Contender): void {
  globalThis.wizardPage = {
    async mount({ scopes, inTransition = false, ...props }) {
      const catalog = makeCatalog(scopes);
      const root = createRoot(find('#root'));
      await nextPaint();
      const longestTask = watchTasks();
      const start = performance.now();
      const render = () => root.render(<Wizard catalog={catalog} {...props} />);
      if (inTransition) startTransition(render);
      else render();
      await documentShows(() => document.querySelector(props.step === 'scopes' ? row : 'label') !== null);
      layOut();
      const scriptAndLayout = performance.now() - start;
      await nextPaint();
      const firstPaint = performance.now() - start;
      const expected = props.step === 'scopes' ? scopes : 0;
      await idleWhen(() => document.querySelectorAll(row).length === expected);
      return { scriptAndLayout, firstPaint, complete: performance.now() - start, longestTask: longestTask() };
    },
    text: () => find('[data-part="categories"]').textContent?.replaceAll(/\s+/g, '') ?? '',
    toggle(position) {
      const box = rowAt(position);
      const before = stateOf(box);
      return measure(
        () => box.click(),
        () => stateOf(box) !== before,
      );
    },
    async rendersOfToggle(position) {
      const renders = countRenders();
      await measure(() => rowAt(position).click(), always);
      await idleWhen(always);
      return renders();
    },
    async clearAll() {
      const longestTask = watchTasks();
      const timing = await measure(
        () => button('Clear All').click(),
        () => find('[data-part="total"]').textContent === 'No scopes selected',
      );
      await idleWhen(always);
      return { ...timing, longestTask: longestTask() };
    },
    typeName: (character) => measure(() => type(inputNamed('Token Name'), character), always),
    typeSearch(character) {
      const matches = () => document.querySelector('[data-part="matches"]')?.textContent;
      const before = matches();
      return measure(
        () => type(find<HTMLInputElement>('input[type="search"]'), character),
        () => matches() !== undefined && matches() !== before,
      );
    },
  };
}

const row = '[data-part="row"]';
const always = () => true;

function find<T extends HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`The page has no ${selector}, which the benchmark measures. Give the contender one.`);
  return element;
}

function rowAt(position: number): HTMLElement {
  const box = document.querySelectorAll(row)[position]?.querySelector<HTMLElement>('input, button');
  if (!box) throw new Error(`The page has no check box in row ${position}. Measure a row that is there.`);
  return box;
}

function stateOf(box: HTMLElement): string {
  return box instanceof HTMLInputElement ? String(box.checked) : (box.ariaChecked ?? '');
}

function button(name: string): HTMLElement {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
  if (!found) throw new Error(`The page has no button ${name}, which the benchmark presses. Give the contender one.`);
  return found;
}

function inputNamed(name: string): HTMLInputElement {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.trim() === name);
  if (!(label?.control instanceof HTMLInputElement)) {
    throw new Error(`The page has no text box ${name}, in which the benchmark types. Give the contender one.`);
  }
  return label.control;
}

/** Types as a keyboard does: React listens to the event, and asks the element's own property what stands in it. */
function type(input: HTMLInputElement, character: string): void {
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  value?.set?.call(input, input.value + character);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, data: character, inputType: 'insertText' }));
}
