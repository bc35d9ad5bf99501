import '@tokenwright/react/styles.css';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Checkbox, ContactPicker, Select, Switch } from '@tokenwright/react';
import { useState } from 'react';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';

const options = [
  { value: 'a', label: 'Option A' },
  { value: 'b', label: 'Option B' },
];

afterEach(() => {
  document.documentElement.removeAttribute('dir');
});

test.each([
  ['check box', Checkbox],
  ['switch', Switch],
])('a %s keeps its value when the form of the host is reset, since it is no field of it', async (_, Control) => {
  const onCheckedChange = vi.fn();
  function Page() {
    const [checked, setChecked] = useState(false);
    const change = (next: boolean) => {
      onCheckedChange(next);
      setChecked(next);
    };
    return (
      <form>
        <Control aria-label="Agree" checked={checked} onCheckedChange={change} />
        <button type="reset">Reset</button>
      </form>
    );
  }
  render(<Page />);
  const control = screen.getByLabelText('Agree');
  await userEvent.click(control);
  expect(onCheckedChange).toHaveBeenCalledExactlyOnceWith(true);
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
  expect(onCheckedChange).toHaveBeenCalledOnce();
  expect(control).toBeChecked();
});

test('on a right-to-left page, a select and its list take the direction of the page', async () => {
  document.documentElement.dir = 'rtl';
  render(
    <>
      <label htmlFor="version">Version</label>
      <Select
        id="version"
        aria-label="Version"
        options={options}
        value=""
        onValueChange={() => {}}
        placeholder="Choose"
      />
    </>,
  );
  const box = await screen.findByRole('combobox', { name: 'Version' });
  await vi.waitFor(() => expect(box).toHaveAttribute('data-variant', 'radix'));
  expect(getComputedStyle(box).direction).toBe('rtl');
  await userEvent.click(box);
  expect(getComputedStyle(await screen.findByRole('listbox')).direction).toBe('rtl');
});

test('an open list of contacts listens to the page only while it is open', async () => {
  const contacts = Array.from({ length: 60 }, (_, number) => ({
    id: `p${number}`,
    name: `Person ${number}`,
    email: `p${number}@example.com`,
  }));
  render(<ContactPicker contacts={contacts} value="" onValueChange={() => {}} />);
  const box = await screen.findByRole('combobox');
  const targets = [document, window, ...(window.visualViewport ? [window.visualViewport] : [])];
  const counts = targets.map(countListeners);
  await userEvent.click(box);
  await screen.findByRole('listbox');
  expect(counts.map((count) => count('resize') + count('scroll'))).not.toEqual(targets.map(() => 0));
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('option')).toBeNull();
  expect(counts.map((count) => count('resize') + count('scroll'))).toEqual(targets.map(() => 0));
});

/** Counts the listeners of a type that are added to a target from now on and not removed again. */
function countListeners(target: EventTarget): (type: string) => number {
  const added = vi.spyOn(target, 'addEventListener');
  const removed = vi.spyOn(target, 'removeEventListener');
  onTestFinished(() => {
    added.mockRestore();
    removed.mockRestore();
  });
  const calls = (spy: typeof added | typeof removed, type: string) =>
    spy.mock.calls.filter(([name]) => name === type).length;
  return (type) => calls(added, type) - calls(removed, type);
}
