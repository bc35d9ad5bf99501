import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ContactPicker } from '../contact-picker/contact-picker.js';

const network = vi.hoisted(() => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  return { answered, answer };
});
vi.mock('./combobox.js', async (importOriginal) => {
  await network.answered;
  return importOriginal();
});

const contacts = Array.from({ length: 60 }, (_, index) => ({
  id: `u${index}`,
  name: `User ${index}`,
  email: `user${index}@example.com`,
}));
const box = () => screen.getByRole('combobox', { name: 'Primary Contact' });

// The only test of this file: the search is fetched once for the whole page.
test('what is typed before the search has been fetched is found then, and the focus stays', async () => {
  const onValueChange = vi.fn();
  render(<ContactPicker contacts={contacts} value="u3" onValueChange={onValueChange} />);
  expect(box()).toHaveDisplayValue('User 3 (user3@example.com)');
  await userEvent.clear(box());
  await userEvent.type(box(), 'user 57');
  network.answer();
  expect(await screen.findByRole('option', { name: /User 57/ })).toBeVisible();
  expect(box()).toHaveFocus();
  expect(box()).toHaveDisplayValue('user 57');
  await userEvent.keyboard('{Enter}');
  expect(onValueChange).toHaveBeenCalledExactlyOnceWith('u57', { contact: contacts[57] });
});
