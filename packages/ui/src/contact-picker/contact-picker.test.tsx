import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { ContactPicker } from './contact-picker.js';

const contacts = [
  { id: '1', name: 'Ada Lovelace', email: 'ada@example.com', role: 'Administrator' },
  { id: '2', name: 'Sam Park', email: 'sam@example.com' },
  { id: '3', name: 'Sam Park', email: 'sam@example.org', role: 'Developer' },
  { id: '4', name: ' ', email: 'billing@example.com' },
];

function Owned({ error }: { error?: string }) {
  const [value, setValue] = useState('');
  return <ContactPicker contacts={contacts} value={value} onValueChange={setValue} error={error} />;
}

const select = () => screen.getByRole('combobox', { name: 'Primary Contact' });

test('people are shown with address and role; who has no name, by address', async () => {
  render(<Owned />);
  expect(select()).toHaveTextContent('Choose a contact');
  await userEvent.click(select());
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'Ada Lovelace ada@example.com · Administrator',
    'Sam Park (sam@example.com)',
    'Sam Park (sam@example.org) Developer',
    'billing@example.com',
  ]);
});

test('once chosen, two people of one name are still told apart', async () => {
  render(<Owned />);
  await userEvent.click(select());
  await userEvent.click(screen.getByRole('option', { name: /example\.org/ }));
  expect(select()).toHaveTextContent('Sam Park (sam@example.org)');
});

test('an error is read with the select', () => {
  render(<Owned error="Choose a primary contact" />);
  expect(select()).toHaveAccessibleDescription('Error: Choose a primary contact');
});
