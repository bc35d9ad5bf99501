import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { RequestSummary } from './request-summary.js';

function setup() {
  const onSelect = vi.fn();
  render(
    <RequestSummary
      headingLevel={4}
      sections={[
        {
          id: 'setup',
          title: 'Setup',
          rows: [
            {
              id: 'name',
              term: 'Token Name',
              value: '<i>Nightly</i>',
              change: { label: 'Change token name', onSelect },
            },
            { id: 'description', term: 'Description', value: '' },
            { id: 'emails', term: 'Developer Email Addresses', value: [] },
          ],
        },
      ]}
    />,
  );
  return onSelect;
}

test('every answer stands beside its question, as it was typed', () => {
  setup();
  expect(screen.getByRole('heading', { level: 4, name: 'Setup' })).toBeVisible();
  expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual([
    'Token Name',
    'Description',
    'Developer Email Addresses',
  ]);
  const [name, , description, emails] = screen.getAllByRole('definition');
  expect(name).toHaveTextContent('<i>Nightly</i>');
  expect(description).toHaveTextContent('Not provided');
  expect(emails).toHaveTextContent('Not provided');
});

test('a link says what it changes', async () => {
  const onSelect = setup();
  await userEvent.click(screen.getByRole('button', { name: 'Change token name' }));
  expect(onSelect).toHaveBeenCalledOnce();
});

test('an answer of several parts shows each on a line of its own', () => {
  render(
    <RequestSummary
      sections={[
        {
          id: 'contact',
          title: 'Contact Information',
          rows: [{ id: 'emails', term: 'Developer Email Addresses', value: ['dev@example.com', 'ops@example.com'] }],
        },
      ]}
    />,
  );
  const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
  expect(lines).toEqual(['dev@example.com', 'ops@example.com']);
});
