import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { TextField, type TextFieldProps } from './text-field.js';

function Owned(props: Partial<TextFieldProps>) {
  const [value, setValue] = useState('');
  return <TextField label="Token Name" value={value} onValueChange={setValue} {...props} />;
}

test('the user types into a text box that is named by its label', async () => {
  render(<Owned />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Nightly export');
  expect(screen.getByRole('textbox')).toHaveValue('Nightly export');
});

test('hint, counter and error are read with the box, and the box is marked as wrong', () => {
  render(<Owned hint="For example, the application." error="Enter a token name" characterLimit={64} />);
  const box = screen.getByRole('textbox');
  expect(box).toHaveAccessibleDescription(
    'For example, the application. You have 64 characters remaining Error: Enter a token name',
  );
  expect(box).toBeInvalid();
  expect(box).toBeRequired();
});

test('an optional question says so without changing its name', () => {
  render(<Owned label="Description" optional multiline />);
  const box = screen.getByRole('textbox', { name: 'Description' });
  expect(box).toHaveAccessibleDescription('(optional)');
  expect(box).not.toBeRequired();
  expect(box).toBeValid();
});

test('the counter counts what the user sees, and says how much is too much', async () => {
  render(<Owned characterLimit={3} />);
  await userEvent.type(screen.getByRole('textbox'), '🙂🙂');
  expect(screen.getByText('You have 1 character remaining')).toBeVisible();
  await userEvent.type(screen.getByRole('textbox'), '🙂🙂🙂');
  expect(screen.getByText('You have 2 characters too many')).toBeVisible();
});

test('Enter means Next, and neither sends nor reaches the form around it', async () => {
  const onEnter = vi.fn();
  const onSubmit = vi.fn();
  const onKeyDown = vi.fn();
  render(
    <form onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <Owned onEnter={onEnter} />
      <button type="submit">Save</button>
    </form>,
  );
  await userEvent.type(screen.getByRole('textbox'), '{Enter}');
  expect(onEnter).toHaveBeenCalledOnce();
  expect(onSubmit).not.toHaveBeenCalled();
  expect(onKeyDown).not.toHaveBeenCalled();
});

test('the Enter that ends a composition is not the Enter that means Next', () => {
  const onEnter = vi.fn();
  render(<Owned onEnter={onEnter} />);
  const box = screen.getByRole('textbox');
  fireEvent.keyDown(box, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 });
  expect(onEnter).not.toHaveBeenCalled();
});

test('Enter in a box of several lines starts a new line', async () => {
  const onEnter = vi.fn();
  render(<Owned multiline onEnter={onEnter} />);
  await userEvent.type(screen.getByRole('textbox'), 'One{Enter}Two');
  expect(screen.getByRole('textbox')).toHaveValue('One\nTwo');
  expect(onEnter).not.toHaveBeenCalled();
});

test('markup in an error or a value is shown as it was typed', () => {
  const { container } = render(<Owned value="<b>x</b>" error="<img src=x onerror=alert(1)> is not allowed" />);
  expect(screen.getByText('<img src=x onerror=alert(1)> is not allowed')).toBeVisible();
  expect(container.querySelector('img')).toBeNull();
});

test('password managers are asked to stay away', () => {
  render(<Owned />);
  const box = screen.getByRole('textbox');
  for (const attribute of ['data-1p-ignore', 'data-lpignore', 'data-bwignore']) expect(box).toHaveAttribute(attribute);
  expect(box).toHaveAttribute('autocomplete', 'off');
  expect(box).not.toHaveAttribute('name');
});
