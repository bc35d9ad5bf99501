import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { changeScopes, type ScopesState, scopesStateOf } from '@tokenwright/core';
import { useState } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ScopePicker } from './scope-picker.js';

const categories = Array.from({ length: 8 }, (_, category) => ({
  id: `c${category}`,
  label: `Category ${category}`,
  scopes: Array.from({ length: 10 }, (_, scope) => ({
    id: `c${category}.s${scope}`,
    label: `Scope ${category}-${scope}`,
  })),
}));
const catalog = { categories };
const allOn = scopesStateOf(
  catalog,
  ['c0.s0', 'c7.s9'],
  categories.map(({ id }) => id),
);

function Large({ state: first }: { state: ScopesState }) {
  const [state, setState] = useState(first);
  return (
    <ScopePicker
      catalog={catalog}
      value={state.selection}
      notices={state.notices}
      canUndo={state.undo !== null}
      onValueChange={(change) => setState((current) => changeScopes(catalog, current, change))}
    />
  );
}

// By label, for to look thousands of elements up by role takes seconds.
const box = (label: string) => screen.getByLabelText(label);
const rows = () => document.querySelectorAll('[data-part="row"]');

test('the server sends the first rows, and the others follow without being asked for', () => {
  const html = renderToString(<Large state={allOn} />);
  expect(html).toContain('Scope 0-0');
  expect(html).not.toContain('Scope 7-9');
  const container = document.body.appendChild(document.createElement('div'));
  container.innerHTML = html;
  render(<Large state={allOn} />, { container, hydrate: true });
  expect(rows()).toHaveLength(80);
  expect(box('Scope 7-9')).toBeChecked();
  container.remove();
});

test('a search shows what it found anywhere, and leaves everything as it was', async () => {
  render(<Large state={allOn} />);
  const search = screen.getByRole('searchbox', { name: 'Search scopes' });
  await userEvent.type(search, '7-9');
  expect(box('Scope 7-9')).toBeVisible();
  expect(box('Category 0')).not.toBeVisible();
  await userEvent.clear(search);
  expect(box('Scope 0-0')).toBeVisible();
  expect(box('Scope 7-8')).toBeVisible();
  expect(box('Scope 7-9')).toBeChecked();
});

test('Clear All takes every row out of sight, and Undo brings each back as it was', async () => {
  render(<Large state={allOn} />);
  await userEvent.click(screen.getByText('Clear All'));
  for (const row of rows()) expect(row).not.toBeVisible();
  await userEvent.click(screen.getByText('Undo'));
  for (const row of rows()) expect(row).toBeVisible();
  expect(box('Scope 0-0')).toBeChecked();
  expect(box('Scope 0-1')).not.toBeChecked();
  expect(box('Scope 7-9')).toBeChecked();
});

test('a category switched on again after Clear All shows what is checked now', async () => {
  render(<Large state={allOn} />);
  await userEvent.click(screen.getByText('Clear All'));
  await userEvent.click(box('Category 7'));
  expect(box('Scope 7-9')).toBeVisible();
  expect(box('Scope 7-9')).not.toBeChecked();
  expect(box('Scope 0-0')).not.toBeVisible();
});
