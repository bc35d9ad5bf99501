import '@tokenwright/react/styles.css';
import * as Dialog from '@radix-ui/react-dialog';
import { render, screen, waitFor } from '@testing-library/react';
import { CreateTokenWizard, type CreateTokenWizardProps } from '@tokenwright/react';
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { catalog, createToken, contacts as few, versions } from '../../stories/fixtures.js';

const many = Array.from({ length: 60 }, (_, index) => ({
  id: `u${index + 1}`,
  name: `User ${index + 1}`,
  email: `user${index + 1}@example.com`,
}));

/** As shadcn/ui has it: centred by a transform, and scrolling when it is too high. */
const centred: CSSProperties = {
  position: 'fixed',
  top: '50%',
  left: '50%',
  inlineSize: 420,
  maxBlockSize: 320,
  padding: 16,
  overflowY: 'auto',
  transform: 'translate(-50%, -50%)',
  background: 'white',
};

function RadixDialog({ children }: { children: ReactNode }) {
  return (
    <Dialog.Root defaultOpen>
      <Dialog.Portal>
        <Dialog.Overlay style={{ position: 'fixed', inset: 0 }} />
        <Dialog.Content style={centred} aria-describedby={undefined}>
          <Dialog.Title>New token</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Any dialog that listens before everything else in its document does. */
function CapturingDialog({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(true);
  useEffect(() => {
    const handle = ({ key }: KeyboardEvent) => key === 'Escape' && setOpen(false);
    document.addEventListener('keydown', handle, true);
    return () => document.removeEventListener('keydown', handle, true);
  }, []);
  return isOpen ? (
    <div role="dialog" aria-label="New token" style={centred}>
      {children}
    </div>
  ) : null;
}

function NativeDialog({ children }: { children: ReactNode }) {
  return (
    <dialog aria-label="New token" ref={(dialog) => dialog?.showModal()} style={{ ...centred, margin: 0 }}>
      {children}
    </dialog>
  );
}

const dialogs = {
  'Radix dialog': RadixDialog,
  'native dialog': NativeDialog,
  'dialog that captures keys': CapturingDialog,
};

const wizard = (props: Partial<CreateTokenWizardProps> = {}) => (
  <CreateTokenWizard
    {...{ versions, catalog, contacts: many, onCreate: createToken }}
    initialValues={{ name: 'Nightly export' }}
    initialStep="contact"
    {...props}
  />
);

const dialog = () => screen.queryByRole('dialog', { name: 'New token' });
const combobox = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Primary Contact' });
const listbox = () => screen.getByRole('listbox', { hidden: true });

/** What the pointer would meet at the middle of an element. */
function isReachable(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}

async function turnWheel(over: Element, deltaY: number) {
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const { left, top, width, height } = over.getBoundingClientRect();
  const [x, y] = [frame.left + left + width / 2, frame.top + top + height / 2];
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY });
}

beforeEach(() => page.viewport(900, 700));
afterEach(() => page.viewport(414, 896));

describe.each(Object.entries(dialogs))('in a %s', (name, Around) => {
  const places = name === 'native dialog' ? (['in place'] as const) : (['in place', 'in the body'] as const);

  test.each(places)(
    'the long list of contacts, %s, is at its box, not cut, and takes wheel and press',
    async (where) => {
      const portalContainer = where === 'in place' ? null : document.body;
      render(<Around>{wizard({ portalContainer })}</Around>);
      await userEvent.click(combobox());
      await waitFor(() => expect(listbox().querySelectorAll('[role=option]')).toHaveLength(50));
      const list = listbox().getBoundingClientRect();
      const box = combobox().getBoundingClientRect();
      expect(Math.abs(list.left - box.left)).toBeLessThanOrEqual(1);
      expect(Math.abs(list.width - box.width)).toBeLessThanOrEqual(1);
      expect(Math.min(Math.abs(list.top - box.bottom), Math.abs(box.top - list.bottom))).toBeLessThan(50);
      expect(list.height).toBeGreaterThan(200);
      const [first, second] = listbox().querySelectorAll('[role=option]');
      expect(first && isReachable(first)).toBe(true);
      await turnWheel(listbox(), 240);
      await waitFor(() => expect(listbox().scrollTop).toBeGreaterThan(100));
      listbox().scrollTop = 0;
      if (second) await userEvent.click(second);
      expect(combobox().value).toBe('User 2 (user2@example.com)');
      expect(dialog()).not.toBeNull();
      expect(document.activeElement).toBe(combobox());
    },
  );

  test('Escape closes the long list of contacts first, and only then the dialog', async () => {
    render(<Around>{wizard()}</Around>);
    await userEvent.click(combobox());
    await userEvent.keyboard('us{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(combobox().value).toBe('');
    expect(document.activeElement).toBe(combobox());
    expect(dialog()).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog()).toBeNull());
  });

  test.each(places)('Escape and a press in the short list of contacts, %s, leave the dialog open', async (where) => {
    const portalContainer = where === 'in place' ? null : document.body;
    render(<Around>{wizard({ contacts: few, portalContainer })}</Around>);
    await userEvent.click(combobox());
    await waitFor(() => expect(isReachable(listbox())).toBe(true));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('listbox', { hidden: true })).toBeNull());
    expect(dialog()).not.toBeNull();
    expect(document.activeElement).toBe(combobox());
    await userEvent.click(combobox());
    await userEvent.click(screen.getByRole('option', { name: /Grace Hopper/, hidden: true }));
    await waitFor(() => expect(combobox().textContent).toContain('Grace Hopper'));
    expect(dialog()).not.toBeNull();
  });

  test('Escape empties the scope search first, and only then closes the dialog', async () => {
    const initialValues = { name: 'Nightly export', primaryContact: 'u1' };
    render(<Around>{wizard({ initialValues, initialStep: 'scopes' })}</Around>);
    const search = screen.getByRole<HTMLInputElement>('searchbox');
    await userEvent.click(search);
    await userEvent.keyboard('jobs{Escape}');
    expect(search.value).toBe('');
    expect(dialog()).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog()).toBeNull());
  });
});
