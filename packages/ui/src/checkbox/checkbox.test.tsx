import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Checkbox, type CheckboxProps } from './checkbox.js';

function Labelled(props: CheckboxProps) {
  return (
    <form>
      <Checkbox id="agree" {...props} />
      <label htmlFor="agree">Agree</label>
    </form>
  );
}

test('a press on the box, on its label or on Space asks for the opposite', async () => {
  const onCheckedChange = vi.fn();
  render(<Labelled checked={false} onCheckedChange={onCheckedChange} />);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Agree' }));
  await userEvent.click(screen.getByText('Agree'));
  await userEvent.keyboard(' ');
  expect(onCheckedChange.mock.calls).toEqual([[true], [true], [true]]);
  // The owner did not agree, so nothing is checked.
  expect(screen.getByRole('checkbox')).not.toBeChecked();
});

test('from mixed, a press asks for all', async () => {
  const onCheckedChange = vi.fn();
  render(<Labelled checked="mixed" onCheckedChange={onCheckedChange} />);
  expect(screen.getByRole('checkbox')).toBePartiallyChecked();
  await userEvent.click(screen.getByRole('checkbox'));
  expect(onCheckedChange).toHaveBeenCalledExactlyOnceWith(true);
});

test('a disabled box cannot be checked', async () => {
  const onCheckedChange = vi.fn();
  render(<Labelled checked={false} disabled onCheckedChange={onCheckedChange} />);
  await userEvent.click(screen.getByRole('checkbox'));
  expect(onCheckedChange).not.toHaveBeenCalled();
});
