import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { changeScopes, scopesStateOf } from '@tokenwright/core';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AnnouncerProvider } from '../announcer/announcer.js';
import { ScopePicker, type ScopePickerProps } from './scope-picker.js';

const catalog = {
  categories: [
    {
      id: 'ads',
      label: 'Ads',
      scopes: [
        { id: 'ads.list', label: 'List ads' },
        { id: 'ads.update', label: 'Update ads', requires: ['ads.list'] },
      ],
    },
    {
      id: 'jobs',
      label: 'Jobs',
      scopes: [
        { id: 'jobs.list', label: 'List jobs' },
        { id: 'jobs.cancel', label: 'Cancel jobs', sensitive: true },
      ],
    },
  ],
} as const;

interface OwnedProps extends Partial<Omit<ScopePickerProps, 'ref' | 'value' | 'notices' | 'canUndo'>> {
  scopes?: readonly string[];
}

/** An owner with the real rules. */
function Owned({ scopes = [], ...props }: OwnedProps) {
  const [state, setState] = useState(() => scopesStateOf(catalog, scopes));
  return (
    <ScopePicker
      catalog={catalog}
      value={state.selection}
      notices={state.notices}
      canUndo={state.undo !== null}
      onValueChange={(change) => setState((current) => changeScopes(catalog, current, change))}
      {...props}
    />
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const checkbox = (name: string) => screen.getByRole('checkbox', { name });
const search = () => screen.getByRole('searchbox', { name: 'Search scopes' });

describe('Clear All', () => {
  test('empties everything, says how much, and Undo brings it back without losing the focus', async () => {
    render(<Owned scopes={['ads.update', 'jobs.list']} />);
    expect(screen.getByText('3 scopes selected')).toBeVisible();
    await userEvent.click(button('Clear All'));
    expect(screen.getByText('No scopes selected')).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getByRole('status')).toHaveTextContent('3 scopes cleared.');
    expect(button('Clear All')).toHaveFocus();
    await userEvent.click(button('Undo'));
    expect(screen.getByText('3 scopes selected')).toBeVisible();
    expect(checkbox('Update ads')).toBeChecked();
    expect(button('Clear All')).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(screen.getByRole('status')).toHaveTextContent('3 scopes selected again.');
  });

  test('has nothing to do while nothing is on, and says so without leaving the page', async () => {
    const onValueChange = vi.fn();
    render(<Owned onValueChange={onValueChange} />);
    expect(button('Clear All')).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button('Clear All'));
    expect(onValueChange).not.toHaveBeenCalled();
  });
});

describe('notices', () => {
  test('what a scope brings with it is named, on the page and once aloud', async () => {
    render(<Owned />);
    await userEvent.click(screen.getByRole('switch', { name: 'Ads' }));
    await userEvent.click(checkbox('Update ads'));
    const text = 'List ads also selected, because Update ads needs it.';
    expect(screen.getByRole('status')).toHaveTextContent(text);
    expect(screen.getAllByText(text)).toHaveLength(2);
    await userEvent.click(checkbox('List ads'));
    expect(screen.getByRole('status')).toHaveTextContent('Update ads no longer selected, because it needs List ads.');
  });

  test('what Select all leaves out is named', async () => {
    render(<Owned scopes={['jobs.list']} />);
    await userEvent.click(checkbox('Select all'));
    await userEvent.click(checkbox('Select all'));
    expect(screen.getByRole('status')).toHaveTextContent('A sensitive scope was left out: Cancel jobs.');
  });

  test('scopes that a version lacks are named; what was there from the start is not said aloud', () => {
    const notice = { type: 'version.changed', gone: [{ id: 'old', label: 'Old reports' }], added: [] } as const;
    render(<ScopePicker catalog={catalog} value={[]} onValueChange={vi.fn()} notices={[notice]} />);
    expect(screen.getByText('This version does not have Old reports, so it is no longer selected.')).toBeVisible();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  test('below a provider that has the live region there is no second one', () => {
    render(
      <AnnouncerProvider>
        <Owned />
      </AnnouncerProvider>,
    );
    expect(screen.getAllByRole('status')).toHaveLength(1);
  });
});

describe('search', () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => vi.useRealTimers());
  const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

  test('shows what it found, also in categories that are off, and marks it', async () => {
    render(<Owned />);
    await user().type(search(), 'cancel');
    const found = checkbox('Cancel jobs');
    expect(screen.queryByRole('switch', { name: 'Ads' })).toBeNull();
    expect(within(screen.getByRole('list')).getByText('Cancel').tagName).toBe('MARK');
    await user().click(found);
    expect(screen.getByRole('switch', { name: 'Jobs' })).toBeChecked();
    expect(screen.getByText('1 scope selected')).toBeVisible();
  });

  test('says how many were found, once the user pauses', async () => {
    render(<Owned />);
    await user().type(search(), 'list');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    act(() => {
      vi.advanceTimersByTime(500);
    });
    expect(screen.getByRole('status')).toHaveTextContent('2 scopes match');
  });

  test('that finds nothing says so, and clearing it leads back into the box', async () => {
    render(<Owned />);
    await user().type(search(), '<b>zzz');
    expect(screen.getByText('No scopes match “<b>zzz”')).toBeVisible();
    expect(screen.queryByRole('switch')).toBeNull();
    await user().click(button('Show all scopes'));
    expect(search()).toHaveValue('');
    expect(search()).toHaveFocus();
    expect(screen.getAllByRole('switch')).toHaveLength(2);
  });

  test('counts what is selected but hidden', async () => {
    render(<Owned scopes={['ads.update', 'jobs.list']} />);
    await user().type(search(), 'jobs');
    expect(screen.getByText('2 selected scopes are not shown')).toBeVisible();
  });

  test('Escape clears it without closing the dialog around it, and Enter sends no form', async () => {
    const onSubmit = vi.fn();
    const onKeyDown = vi.fn();
    render(
      <form onSubmit={onSubmit} onKeyDown={(event) => onKeyDown(event.key)}>
        <Owned />
        <button type="submit">Save</button>
      </form>,
    );
    await user().type(search(), 'a{Enter}{Escape}');
    expect(search()).toHaveValue('');
    expect(onSubmit).not.toHaveBeenCalled();
    expect(onKeyDown).not.toHaveBeenCalledWith('Escape');
  });
});

test('an error describes the picker, and the first switch can be linked to', () => {
  render(<Owned error="Select at least one scope" id="scopes" />);
  const region = screen.getByRole('region', { name: 'API Scopes' });
  expect(region).toHaveAccessibleDescription('Error: Select at least one scope');
  expect(screen.getByRole('switch', { name: 'Ads' })).toHaveAttribute('id', 'scopes');
});

test('a catalog without categories says so', () => {
  render(<ScopePicker catalog={{ categories: [] }} value={[]} onValueChange={vi.fn()} />);
  expect(screen.getByText('This API version has no scopes.')).toBeVisible();
});

test('names that are also names of JavaScript are scopes like any other', async () => {
  const odd = {
    categories: [
      {
        id: '__proto__',
        label: 'Odd',
        scopes: [
          { id: 'constructor', label: 'Build' },
          { id: 'toString', label: 'Say' },
        ],
      },
    ],
  };
  const onValueChange = vi.fn();
  const value = [{ category: '__proto__', enabled: true, checked: ['constructor'] }];
  render(<ScopePicker catalog={odd} value={value} onValueChange={onValueChange} />);
  expect(checkbox('Build')).toBeChecked();
  expect(checkbox('Say')).not.toBeChecked();
  await userEvent.click(checkbox('Say'));
  expect(onValueChange).toHaveBeenCalledExactlyOnceWith({ type: 'scope.toggle', scope: 'toString', checked: true });
});

test('one press in a large catalog draws about as much as in a small one', async () => {
  const sized = (perCategory: number) => ({
    categories: Array.from({ length: 10 }, (_, category) => ({
      id: `c${category}`,
      label: `Category ${category}`,
      scopes: Array.from({ length: perCategory }, (_, scope) => ({
        id: `c${category}.s${scope}`,
        label: `Scope ${category} ${scope}`,
      })),
    })),
  });
  const labelsRead = async (perCategory: number) => {
    const { categories } = sized(perCategory);
    let reads = 0;
    const counted = {
      categories: categories.map((category) => ({
        ...category,
        scopes: category.scopes.map(({ id, label }) => ({
          id,
          get label() {
            reads += 1;
            return label;
          },
        })),
      })),
    };
    function Large() {
      const [state, setState] = useState(() =>
        scopesStateOf(
          counted,
          [],
          categories.map(({ id }) => id),
        ),
      );
      return (
        <ScopePicker
          catalog={counted}
          value={state.selection}
          onValueChange={(change) => setState((current) => changeScopes(counted, current, change))}
        />
      );
    }
    const { unmount } = render(<Large />);
    const box = checkbox('Scope 5 1');
    reads = 0;
    await userEvent.click(box);
    expect(box).toBeChecked();
    unmount();
    return reads;
  };
  // A row reads its label when it is drawn.
  const small = await labelsRead(3);
  expect(small).toBeGreaterThan(0);
  expect(await labelsRead(30)).toBe(small);
});
