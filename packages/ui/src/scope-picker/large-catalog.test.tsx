import { fireEvent, render, screen } from '@testing-library/react';
import { changeScopes, type ScopesState, scopesStateOf } from '@tokenwright/core';
import { useState } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { ScopePicker } from './scope-picker.js';

const categories = Array.from({ length: 3 }, (_, category) => ({
  id: `c${category}`,
  label: `Category ${category}`,
  scopes: Array.from({ length: 22 }, (_, scope) => ({
    id: `c${category}.s${scope}`,
    label: `Scope ${category}-${scope}`,
  })),
}));
const catalog = { categories };
const allOn = scopesStateOf(
  catalog,
  ['c0.s0', 'c2.s21'],
  categories.map(({ id }) => id),
);

const everything = {
  id: 'everything',
  label: 'Everything',
  scopes: categories.flatMap(({ scopes }) => scopes.map(({ id }) => id)),
};

function Large({ state: first }: { state: ScopesState }) {
  const [state, setState] = useState(first);
  return (
    <ScopePicker
      catalog={catalog}
      value={state.selection}
      notices={state.notices}
      canUndo={state.undo !== null}
      presets={[everything]}
      onValueChange={(change) => setState((current) => changeScopes(catalog, current, change))}
    />
  );
}

/** By its row: to ask for a role or a label in a large page takes seconds. */
function box(label: string): HTMLElement {
  const holders = [...document.querySelectorAll('[data-part="row"], [data-part="header"]')];
  const control = holders
    .find((holder) => holder.querySelector('label')?.textContent === label)
    ?.querySelector('button');
  if (!control) throw new Error(`Nothing is labelled "${label}".`);
  return control;
}
const rows = () => document.querySelectorAll('[data-part="row"]');

afterEach(() => {
  vi.unstubAllGlobals();
});

test('the server sends the first rows, and the others follow without being asked for', () => {
  const html = renderToString(<Large state={allOn} />);
  expect(html).toContain('Scope 0-0');
  expect(html).not.toContain('Scope 2-21');
  const container = document.body.appendChild(document.createElement('div'));
  container.innerHTML = html;
  render(<Large state={allOn} />, { container, hydrate: true });
  expect(rows()).toHaveLength(66);
  expect(box('Scope 2-21')).toBeChecked();
  container.remove();
});

test('a search shows what it found anywhere, and leaves everything as it was', () => {
  render(<Large state={allOn} />);
  const search = screen.getByLabelText('Search scopes');
  fireEvent.change(search, { target: { value: '2-21' } });
  expect(box('Scope 2-21')).toBeVisible();
  expect(box('Category 0')).not.toBeVisible();
  fireEvent.change(search, { target: { value: '' } });
  expect(box('Scope 0-0')).toBeVisible();
  expect(box('Scope 2-20')).toBeVisible();
  expect(box('Scope 2-21')).toBeChecked();
});

test('Clear All takes every row out of sight, and Undo brings each back as it was', () => {
  render(<Large state={allOn} />);
  fireEvent.click(screen.getByText('Clear All'));
  for (const label of ['Scope 0-0', 'Scope 1-5', 'Scope 2-21']) expect(box(label)).not.toBeVisible();
  fireEvent.click(screen.getByText('Undo'));
  for (const label of ['Scope 0-0', 'Scope 1-5', 'Scope 2-21']) expect(box(label)).toBeVisible();
  expect(box('Scope 0-0')).toBeChecked();
  expect(box('Scope 0-1')).not.toBeChecked();
  expect(box('Scope 2-21')).toBeChecked();
});

test('a category switched on again after Clear All shows what is checked now', () => {
  render(<Large state={allOn} />);
  fireEvent.click(screen.getByText('Clear All'));
  fireEvent.click(box('Category 2'));
  expect(box('Scope 2-21')).toBeVisible();
  expect(box('Scope 2-21')).not.toBeChecked();
  expect(box('Scope 0-0')).not.toBeVisible();
});

test('what reaches very many scopes is shown from the top, and further down as soon as the page has answered', async () => {
  render(<Large state={allOn} />);
  // In `act` everything would be there at once.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  screen.getByText('Everything').click();
  await null;
  expect(box('Scope 0-5')).toBeChecked();
  expect(box('Scope 2-5')).not.toBeChecked();
  expect(screen.getByText('66 scopes selected')).toBeVisible();
  await vi.waitFor(() => expect(box('Scope 2-5')).toBeChecked());
});

test('a search decides what is shown first: the card that it left is cleared at once', async () => {
  render(<Large state={allOn} />);
  fireEvent.change(screen.getByLabelText('Search scopes'), { target: { value: '2-21' } });
  expect(box('Scope 2-21')).toBeChecked();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  screen.getByText('Clear All').click();
  await null;
  expect(box('Scope 2-21')).not.toBeChecked();
});
