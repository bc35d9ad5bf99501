import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readEmailList } from '@tokenwright/core';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { EmailListInput, type EmailListInputProps } from './email-list-input.js';

interface OwnedProps extends Partial<Omit<EmailListInputProps, 'value' | 'ref'>> {
  start?: readonly string[];
}

/** An owner with the real rule. */
function Owned({ start = [], ...props }: OwnedProps) {
  const [value, setValue] = useState(start);
  const [text, setText] = useState('');
  const [errors, setErrors] = useState<readonly string[]>([]);
  return (
    <EmailListInput
      value={value}
      text={text}
      onTextChange={setText}
      onAdd={(added) => {
        const list = readEmailList(added, value);
        setValue([...value, ...list.added]);
        setText(list.invalid.join(', '));
        setErrors(list.invalid.map((email) => `${email} is not an email address`));
      }}
      onRemove={(email) => setValue(value.filter((other) => other !== email))}
      error={errors}
      {...props}
    />
  );
}

const box = () => screen.getByRole('textbox', { name: 'Developer Email Addresses' });
const listed = () =>
  within(screen.getByRole('list', { name: 'Added email addresses' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);
const remove = (email: string) => screen.getByRole('button', { name: `Remove ${email}` });

test('Enter, a comma and a semicolon each take an address over', async () => {
  render(<Owned />);
  await userEvent.type(box(), 'a@b.c{Enter}d@e.f,g@h.i;');
  expect(listed()).toEqual(['a@b.c', 'd@e.f', 'g@h.i']);
  expect(box()).toHaveValue('');
  expect(box()).toHaveFocus();
});

test.each(['，', '；', '、', '،'])('the separator %s of another keyboard takes an address over', async (separator) => {
  render(<Owned />);
  await userEvent.type(box(), `a@b.c${separator}`);
  expect(listed()).toEqual(['a@b.c']);
  await userEvent.paste(`d@e.f${separator}g@h.i`);
  expect(listed()).toEqual(['a@b.c', 'd@e.f', 'g@h.i']);
});

/** As of another window, which has classes of its own. */
class ForeignInputEvent extends Event {
  readonly isComposing = true;
}

test.each<[string, Event]>([
  ['this window', new InputEvent('input', { bubbles: true, isComposing: true })],
  ['another window', new ForeignInputEvent('input', { bubbles: true })],
])('a comma of another script, typed in %s, takes nothing over until the input method is done with it', (_, typing) => {
  const onAdd = vi.fn();
  render(<Owned onAdd={onAdd} />);
  const input = box();
  if (!(input instanceof HTMLInputElement)) throw new Error('The text box is an input.');
  fireEvent.compositionStart(input);
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setValue?.call(input, 'a@b.c、');
  input.dispatchEvent(typing);
  expect(onAdd).not.toHaveBeenCalled();
  fireEvent.compositionEnd(input);
  expect(onAdd).toHaveBeenCalledExactlyOnceWith('a@b.c、');
});

test('the keyboard of a phone offers Enter, and changes nothing of what is typed', () => {
  render(<Owned />);
  expect(box()).toHaveAttribute('enterkeyhint', 'enter');
  expect(box()).toHaveAttribute('inputmode', 'email');
  expect(box()).toHaveAttribute('autocapitalize', 'none');
  expect(box()).toHaveAttribute('autocorrect', 'off');
  expect(box()).toHaveAttribute('spellcheck', 'false');
});

test('leaving the box takes nothing over', async () => {
  const onAdd = vi.fn();
  render(<Owned onAdd={onAdd} />);
  await userEvent.type(box(), 'a@b.c');
  await userEvent.tab();
  expect(onAdd).not.toHaveBeenCalled();
  expect(box()).toHaveValue('a@b.c');
});

test('a pasted list is split, what is no address stays to be mended, and both are said once', async () => {
  render(<Owned />);
  await userEvent.click(box());
  await userEvent.paste('Ada <ada@example.com>; sam@example.com\nnot-an-address');
  expect(listed()).toEqual(['ada@example.com', 'sam@example.com']);
  expect(box()).toHaveValue('not-an-address');
  expect(screen.getByRole('status')).toHaveTextContent('2 addresses added. not-an-address is not an email address');
});

test('pasting one address into the box lets the user go on typing', async () => {
  const onAdd = vi.fn();
  render(<Owned onAdd={onAdd} />);
  await userEvent.click(box());
  await userEvent.paste('ada@example');
  await userEvent.keyboard('.com');
  expect(box()).toHaveValue('ada@example.com');
  expect(onAdd).not.toHaveBeenCalled();
});

test('a pasted list replaces what was selected and joins what was typed', async () => {
  const onAdd = vi.fn();
  render(<Owned text="xx@b.c" onAdd={onAdd} />);
  const input = box();
  if (!(input instanceof HTMLInputElement)) throw new Error('The text box is an input.');
  input.focus();
  input.setSelectionRange(0, 2);
  await userEvent.paste('d@e.f, a');
  expect(onAdd).toHaveBeenCalledExactlyOnceWith('d@e.f, a@b.c');
});

test('after removing an address the focus goes to the next, else to the one before, else to the box', async () => {
  render(<Owned start={['a@b.c', 'd@e.f', 'g@h.i']} />);
  await userEvent.click(remove('d@e.f'));
  expect(remove('g@h.i')).toHaveFocus();
  expect(screen.getByRole('status')).toHaveTextContent('d@e.f removed');
  await userEvent.keyboard('{Enter}');
  expect(remove('a@b.c')).toHaveFocus();
  await userEvent.keyboard(' ');
  expect(box()).toHaveFocus();
  expect(screen.queryByRole('list')).toBeNull();
});

test('Backspace in the empty box selects the last address, and a second press removes it', async () => {
  render(<Owned start={['a@b.c', 'd@e.f']} />);
  await userEvent.type(box(), 'x{Backspace}{Backspace}');
  expect(listed()).toHaveLength(2);
  expect(remove('d@e.f')).toHaveFocus();
  await userEvent.keyboard('{Backspace}');
  expect(listed()).toEqual(['a@b.c']);
});

test('arrow keys walk along the addresses and back into the box', async () => {
  render(<Owned start={['a@b.c', 'd@e.f']} />);
  await userEvent.type(box(), '{Backspace}{ArrowLeft}');
  expect(remove('a@b.c')).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(box()).toHaveFocus();
});

test('where text runs from right to left, so do the arrow keys', async () => {
  render(
    <div style={{ direction: 'rtl' }}>
      <Owned start={['a@b.c', 'd@e.f']} />
    </div>,
  );
  await userEvent.type(box(), '{Backspace}{ArrowRight}');
  expect(remove('a@b.c')).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(box()).toHaveFocus();
});

test('Enter in the empty box means Next; with text it does not, and no form of the host is sent', async () => {
  const onEnter = vi.fn();
  const onSubmit = vi.fn();
  render(
    <form onSubmit={onSubmit}>
      <Owned onEnter={onEnter} />
      <button type="submit">Save</button>
    </form>,
  );
  await userEvent.type(box(), 'a@b.c{Enter}');
  expect(onEnter).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(onEnter).toHaveBeenCalledOnce();
  expect(onSubmit).not.toHaveBeenCalled();
});

test('the Enter that ends a composition adds nothing', () => {
  const onAdd = vi.fn();
  render(<Owned text="あ" onAdd={onAdd} />);
  fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
  expect(onAdd).not.toHaveBeenCalled();
});

test('how many there are and what is wrong are read with the box', () => {
  render(<Owned start={['a@b.c']} max={50} error="x is not an email address" />);
  expect(box()).toHaveAccessibleDescription(
    /^\(optional\) Press Enter .* 1 of 50 addresses Error: x is not an email address$/,
  );
});
