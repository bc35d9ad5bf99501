import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Switch } from './switch.js';

test('a press on the switch, on its label, on Space or on Enter asks for the opposite', async () => {
  const onCheckedChange = vi.fn();
  const onSubmit = vi.fn();
  render(
    <form onSubmit={onSubmit}>
      <label htmlFor="ads">Ads</label>
      <Switch id="ads" checked onCheckedChange={onCheckedChange} />
      <button type="submit">Save</button>
    </form>,
  );
  const control = screen.getByRole('switch', { name: 'Ads' });
  expect(control).toBeChecked();
  await userEvent.click(control);
  await userEvent.click(screen.getByText('Ads'));
  control.focus();
  await userEvent.keyboard(' {Enter}');
  expect(onCheckedChange.mock.calls).toEqual([[false], [false], [false], [false]]);
  expect(onSubmit).not.toHaveBeenCalled();
});
