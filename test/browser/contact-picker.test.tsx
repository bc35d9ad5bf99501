import '@tokenwright/react/styles.css';
import { render, screen, waitFor } from '@testing-library/react';
import { type Contact, ContactPicker, CreateTokenWizard, TokenwrightProvider } from '@tokenwright/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { catalog, createToken, versions } from '../../stories/fixtures.js';

const contacts: readonly Contact[] = Array.from({ length: 5000 }, (_, index) => ({
  id: `u${index + 1}`,
  name: `User ${index + 1}`,
  email: `user${index + 1}@example.com`,
  role: index % 2 === 0 ? 'Developer' : 'Administrator',
}));

const combobox = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Primary Contact' });
const listbox = () => screen.getByRole('listbox', { name: 'Primary Contact' });

function Owned({ first = '' }: { first?: string }) {
  const [value, setValue] = useState(first);
  return <ContactPicker contacts={contacts} value={value} onValueChange={setValue} />;
}

/** Whether all of the first lies within the second, give or take a rounded pixel. */
function isWithin(inner: DOMRect, outer: { top: number; bottom: number; left: number; right: number }): boolean {
  return (
    inner.top >= outer.top - 1 &&
    inner.bottom <= outer.bottom + 1 &&
    inner.left >= outer.left - 1 &&
    inner.right <= outer.right + 1
  );
}

const screenBox = () => ({ top: 0, left: 0, bottom: window.innerHeight, right: window.innerWidth });

/** What each key did to the focus: a user who is thrown back to the page has to begin again. */
async function press(...keys: readonly string[]) {
  for (const key of keys) {
    await userEvent.keyboard(key);
    expect(document.activeElement, `after ${key}`).not.toBe(document.body);
  }
}

beforeEach(() => page.viewport(900, 700));
afterEach(() => page.viewport(414, 896));

test("in a wizard inside a host's form, one of thousands is found and chosen by keyboard alone", async () => {
  const onSubmit = vi.fn();
  render(
    <form data-testid="host-form" onSubmit={onSubmit}>
      <input name="host-field" defaultValue="kept" />
      <CreateTokenWizard
        versions={versions}
        contacts={contacts}
        catalog={catalog}
        onCreate={createToken}
        initialValues={{ name: 'Nightly export' }}
        initialStep="contact"
      />
    </form>,
  );
  combobox().focus();
  await press('{ArrowDown}');
  await vi.waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(50));
  await press('{ArrowDown}', '{PageDown}', '{ArrowUp}', '{Escape}', '{Enter}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(combobox().value).toBe('');
  await press('u', 's', 'e', 'r', '4', '9', '9', '9', '@');
  expect(screen.getAllByRole('option')).toHaveLength(1);
  await press('{Enter}', '{Enter}');
  expect(combobox().value).toBe('User 4999 (user4999@example.com)');
  expect(document.activeElement).toBe(combobox());
  expect(screen.getByRole('heading', { name: 'Contact information' })).toBeVisible();
  await press('{Tab}');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Developer Email Addresses' }));
  expect(onSubmit).not.toHaveBeenCalled();
  expect([...new FormData(screen.getByTestId<HTMLFormElement>('host-form')).keys()]).toEqual(['host-field']);
});

test('the option that the keyboard is on is always in sight, and Tab leads on without stopping at the list', async () => {
  render(
    <>
      <Owned />
      <button type="button">After</button>
    </>,
  );
  combobox().focus();
  await press('{ArrowDown}', '{ArrowUp}');
  const last = screen.getAllByRole('option').at(-1);
  expect(combobox().getAttribute('aria-activedescendant')).toBe(last?.id);
  expect(last && isWithin(last.getBoundingClientRect(), listbox().getBoundingClientRect())).toBe(true);
  await press('{Tab}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'After' }));
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(combobox().value).toBe('');
});

test('a press on the list, its edge or its scroll bar leaves the focus in the box', async () => {
  render(<Owned />);
  await userEvent.click(combobox());
  await userEvent.click(screen.getByText('50 of 5,000. Type to narrow the list.'));
  expect(document.activeElement).toBe(combobox());
  const { width } = listbox().getBoundingClientRect();
  await userEvent.click(listbox(), { position: { x: width - 2, y: 40 } });
  expect(document.activeElement).toBe(combobox());
  await userEvent.click(screen.getByRole('option', { name: /^User 3 / }));
  expect(combobox().value).toBe('User 3 (user3@example.com)');
  expect(document.activeElement).toBe(combobox());
});

test('a click elsewhere closes the list and changes nothing', async () => {
  render(
    <>
      <p>Elsewhere</p>
      <Owned first="u7" />
    </>,
  );
  await userEvent.click(combobox());
  await userEvent.keyboard('zzz');
  await userEvent.click(screen.getByText('Elsewhere'));
  await waitFor(() => expect(screen.queryByText(/No contacts match/)).toBeNull());
  expect(combobox().value).toBe('User 7 (user7@example.com)');
});

test('on a small screen the list stays within it, and follows when the page scrolls', async () => {
  await page.viewport(320, 500);
  render(
    <div style={{ paddingBlock: 300 }}>
      <Owned />
    </div>,
  );
  combobox().scrollIntoView({ block: 'end' });
  await userEvent.click(combobox());
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  const above = listbox().getBoundingClientRect();
  expect(isWithin(above, screenBox())).toBe(true);
  expect(above.bottom).toBeLessThanOrEqual(combobox().getBoundingClientRect().top);
  combobox().scrollIntoView({ block: 'start' });
  await waitFor(() =>
    expect(listbox().getBoundingClientRect().top).toBeGreaterThanOrEqual(combobox().getBoundingClientRect().bottom),
  );
  expect(isWithin(listbox().getBoundingClientRect(), screenBox())).toBe(true);
});

test.each(['ltr', 'rtl'] as const)(
  'from %s, the list stands at its box, also in a container with a transform',
  async (dir) => {
    const container = document.body.appendChild(document.createElement('div'));
    container.style.transform = 'translate(40px, 30px)';
    render(
      <TokenwrightProvider portalContainer={container} dir={dir}>
        <div style={{ inlineSize: 300, margin: 50 }} dir={dir}>
          <Owned />
        </div>
      </TokenwrightProvider>,
    );
    await userEvent.click(combobox());
    const list = listbox().getBoundingClientRect();
    const box = combobox().getBoundingClientRect();
    expect([list.left, list.right].map(Math.round)).toEqual([box.left, box.right].map(Math.round));
    expect(list.top - box.bottom).toBeLessThan(8);
    expect(container.contains(listbox())).toBe(true);
    await userEvent.click(screen.getByRole('option', { name: /^User 2 / }));
    expect(combobox().value).toBe('User 2 (user2@example.com)');
    container.remove();
  },
);

function InShadow({ children }: { children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  useEffect(() => {
    setRoot((known) => known ?? host.current?.attachShadow({ mode: 'open' }) ?? null);
  }, []);
  return (
    <div ref={host} data-testid="shadow">
      {root && createPortal(children, root)}
    </div>
  );
}

test('in a shadow tree, a click chooses', async () => {
  render(
    <InShadow>
      <Owned />
    </InShadow>,
  );
  const shadow = await waitFor(() => {
    const root = screen.getByTestId('shadow').shadowRoot;
    if (!root?.querySelector('input')) throw new Error('Not drawn yet.');
    return root;
  });
  const element = (selector: string) => {
    const found = shadow.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  };
  await userEvent.click(element('input'));
  await userEvent.click(element('[role=option]:nth-child(3)'));
  expect(element('input')).toHaveProperty('value', 'User 3 (user3@example.com)');
});

test('once the list is closed, nothing of the page or the window is listened to for it', async () => {
  render(<Owned />);
  // Calls go through, and are counted.
  const listenersOf = (target: EventTarget) => {
    const add = vi.spyOn(target, 'addEventListener');
    const remove = vi.spyOn(target, 'removeEventListener');
    return () => add.mock.calls.length - remove.mock.calls.length;
  };
  const counts = [document, window, window.visualViewport ?? window].map(listenersOf);
  combobox().focus();
  await press('{ArrowDown}');
  for (const count of counts) expect(count()).toBeGreaterThan(0);
  await press('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(counts.map((count) => count())).toEqual([0, 0, 0]);
  vi.restoreAllMocks();
});

test('Escape closes the list first, and only then the dialog around it', async () => {
  render(
    <dialog aria-label="New token">
      <Owned />
    </dialog>,
  );
  const dialog = screen.getByRole<HTMLDialogElement>('dialog', { hidden: true });
  dialog.showModal();
  await userEvent.click(combobox());
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(dialog.open).toBe(true);
  await userEvent.keyboard('{Escape}');
  expect(dialog.open).toBe(false);
});
