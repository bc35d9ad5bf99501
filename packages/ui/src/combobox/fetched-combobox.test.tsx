import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const contacts = Array.from({ length: 60 }, (_, index) => ({
  id: `u${index}`,
  name: `User ${index}`,
  email: `user${index}@example.com`,
}));
const box = () => screen.getByRole('combobox', { name: 'Primary Contact' });
const onValueChange = vi.fn();

let answer: () => void;

// The search is fetched once for the whole page, and so each test has a page of its own.
beforeEach(async () => {
  onValueChange.mockClear();
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  vi.resetModules();
  vi.doMock('./combobox.js', async (importOriginal) => {
    await answered;
    return importOriginal();
  });
  const { ContactPicker } = await import('../contact-picker/contact-picker.js');
  render(<ContactPicker contacts={contacts} value="u3" onValueChange={onValueChange} />);
  expect(box()).toHaveDisplayValue('User 3 (user3@example.com)');
});

test('what is typed before the search has been fetched is found then, and the focus stays', async () => {
  await userEvent.clear(box());
  await userEvent.type(box(), 'user 57');
  answer();
  expect(await screen.findByRole('option', { name: /User 57/ })).toBeVisible();
  expect(box()).toHaveFocus();
  expect(box()).toHaveDisplayValue('user 57');
  await userEvent.keyboard('{Enter}');
  expect(onValueChange).toHaveBeenCalledExactlyOnceWith('u57', { contact: contacts[57] });
});

test('a box that is pressed before the search has been fetched opens then', async () => {
  await userEvent.click(box());
  expect(screen.queryByRole('listbox')).toBeNull();
  answer();
  expect(await screen.findByRole('option', { name: /User 3 / })).toBeVisible();
  expect(box()).toHaveFocus();
});

describe('a box that has the focus alone', () => {
  beforeEach(async () => {
    await userEvent.tab();
    answer();
    await vi.waitFor(() => expect(box()).not.toHaveAttribute('aria-busy'));
  });

  test('keeps it, and stays closed', () => {
    expect(box()).toHaveFocus();
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('is typed in where the caret stands, and can be left', async () => {
    await userEvent.type(box(), 'x', { initialSelectionStart: 4, initialSelectionEnd: 4 });
    expect(box()).toHaveDisplayValue('Userx 3 (user3@example.com)');
    expect(box()).toHaveProperty('selectionStart', 5);
    await userEvent.tab();
    expect(box()).not.toHaveFocus();
  });
});

describe('a search that cannot be loaded', () => {
  const onMessageError = vi.fn();
  let isThere: boolean;

  beforeEach(async () => {
    cleanup();
    onMessageError.mockClear();
    isThere = false;
    vi.resetModules();
    vi.doMock('./combobox.js', async (importOriginal) => {
      if (!isThere) throw new TypeError('Failed to fetch dynamically imported module');
      return importOriginal();
    });
    const { ContactPicker } = await import('../contact-picker/contact-picker.js');
    const { TokenwrightProvider } = await import('../provider/tokenwright-provider.js');
    render(
      <TokenwrightProvider onMessageError={onMessageError}>
        <ContactPicker contacts={contacts} value="" onValueChange={onValueChange} />
        <button type="button">Elsewhere</button>
      </TokenwrightProvider>,
    );
    await vi.waitFor(() => expect(box()).not.toHaveAttribute('aria-busy'));
  });

  test('is replaced by a plain list, keeps what was typed, and is reported once', async () => {
    await userEvent.type(box(), 'user 57');
    await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(box()).toHaveDisplayValue('user 57');
    await userEvent.click(screen.getByRole('option', { name: /User 57/ }));
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith('u57', { contact: contacts[57] });
    expect(screen.queryByRole('option')).toBeNull();
    expect(onMessageError.mock.calls.map(([error]) => String(error))).toEqual([
      expect.stringContaining('a control could not be loaded'),
    ]);
  });

  test('is opened by a press, and worked by the keyboard alone', async () => {
    await userEvent.click(box());
    expect(screen.getAllByRole('option')).toHaveLength(50);
    await userEvent.type(box(), 'user 42');
    await userEvent.tab();
    expect(screen.getByRole('option')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith('u42', { contact: contacts[42] });
  });

  test('is asked for again when the focus moves, and takes the search over', async () => {
    await userEvent.type(box(), 'user 57');
    isThere = true;
    await userEvent.tab();
    await vi.waitFor(() => expect(box()).toHaveAttribute('aria-autocomplete', 'list'));
    expect(box()).toHaveDisplayValue('user 57');
  });
});

test('a search that never loads is replaced by a plain list after a while', async () => {
  cleanup();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.resetModules();
  vi.doMock('./combobox.js', () => new Promise(() => {}));
  const { ContactPicker } = await import('../contact-picker/contact-picker.js');
  render(<ContactPicker contacts={contacts} value="" onValueChange={onValueChange} />);
  expect(box()).toHaveAttribute('aria-busy', 'true');
  await act(() => vi.advanceTimersByTimeAsync(5000));
  vi.useRealTimers();
  await userEvent.type(box(), 'user 57');
  await userEvent.click(screen.getByRole('option', { name: /User 57/ }));
  expect(onValueChange).toHaveBeenCalledExactlyOnceWith('u57', { contact: contacts[57] });
});
