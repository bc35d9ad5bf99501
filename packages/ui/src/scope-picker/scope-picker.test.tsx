import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { changeScopes, neededBy, scopesStateOf } from '@tokenwright/core';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
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
        { id: 'jobs.cancel', label: 'Cancel jobs', sensitive: { reason: 'It stops exports of others.' } },
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
      neededBy={neededBy(catalog, state.selection)}
      onValueChange={(change) => setState((current) => changeScopes(catalog, current, change))}
      {...props}
    />
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const checkbox = (name: string) => screen.getByRole('checkbox', { name });
const search = () => screen.getByRole('searchbox', { name: 'Search scopes' });
const undo = (target: Element) => fireEvent.keyDown(target, { key: 'z', ctrlKey: true });

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

describe('Ctrl+Z', () => {
  test('takes Clear All back, wherever in the picker the focus is', async () => {
    render(<Owned scopes={['ads.list']} />);
    await userEvent.click(button('Clear All'));
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(checkbox('List ads')).toBeChecked();
    expect(button('Clear All')).toHaveFocus();
  });

  test('works from an empty search box, and leaves typed text to its own history', async () => {
    render(<Owned scopes={['ads.list']} />);
    await userEvent.click(button('Clear All'));
    await userEvent.type(search(), 'a');
    expect(undo(search())).toBe(true);
    expect(screen.getByText('No scopes selected')).toBeVisible();
    await userEvent.clear(search());
    expect(undo(search())).toBe(false);
    expect(screen.getByText('1 scope selected')).toBeVisible();
  });

  test('is left to the host when there is nothing to take back', () => {
    const onKeyDown = vi.fn();
    render(
      <form onKeyDown={onKeyDown}>
        <Owned scopes={['ads.list']} />
      </form>,
    );
    expect(undo(button('Clear All'))).toBe(true);
    expect(onKeyDown).toHaveBeenCalledOnce();
  });

  test('loses no focus when the row that has it goes', async () => {
    render(<Owned presets={[{ id: 'read', label: 'Read only', scopes: ['ads.list'] }]} />);
    await userEvent.click(button('Read only'));
    checkbox('List ads').focus();
    undo(checkbox('List ads'));
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(button('Read only')).toHaveFocus();
  });
});

describe('presets', () => {
  const presets = [
    { id: 'ads', label: 'Advertising', description: 'Everything about ads.', scopes: ['ads.update'] },
    { id: 'stop', label: 'Stop jobs', scopes: ['jobs.cancel', 'gone'] },
    { id: 'old', label: 'Old reports', scopes: ['gone'] },
  ];

  test('say what they are for and whether they hold sensitive scopes', () => {
    render(<Owned presets={presets} />);
    expect(screen.getByRole('group', { name: 'Start from' })).toBeVisible();
    expect(button('Advertising')).toHaveAccessibleDescription('Everything about ads.');
    expect(button('Stop jobs')).toHaveAccessibleDescription('Includes sensitive scopes');
  });

  test('of which this version has nothing are not offered', () => {
    render(<Owned presets={presets} />);
    expect(screen.queryByRole('button', { name: 'Old reports' })).toBeNull();
  });

  test('replace the selection, say what changed, and can be taken back', async () => {
    render(<Owned scopes={['jobs.list']} presets={presets} />);
    await userEvent.click(button('Advertising'));
    expect(screen.getByRole('status')).toHaveTextContent(
      '“Advertising” applied. Now selected: List ads and Update ads. No longer selected: List jobs.',
    );
    expect(screen.getByText('2 scopes selected')).toBeVisible();
    await userEvent.click(button('Undo'));
    expect(screen.getByText('1 scope selected')).toBeVisible();
    expect(checkbox('List jobs')).toBeChecked();
  });
});

describe('sensitive scopes that Select all leaves out', () => {
  async function leaveOut() {
    render(<Owned scopes={['jobs.list']} />);
    await userEvent.click(checkbox('Select all'));
    await userEvent.click(checkbox('Select all'));
    expect(checkbox('Cancel jobs')).not.toBeChecked();
  }

  test('are taken in only after their reasons were read', async () => {
    await leaveOut();
    const opener = button('Also select it');
    expect(opener).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(opener);
    expect(opener).toHaveAttribute('aria-expanded', 'true');
    expect(checkbox('Cancel jobs')).not.toBeChecked();
    const confirm = button('Select 1 sensitive scope');
    expect(confirm).toHaveAccessibleDescription('Cancel jobs Sensitive It stops exports of others.');
    await userEvent.click(confirm);
    expect(checkbox('Cancel jobs')).toBeChecked();
    expect(checkbox('List jobs')).toBeChecked();
  });

  test('leave the focus inside when the question is gone', async () => {
    await leaveOut();
    await userEvent.click(button('Also select it'));
    await userEvent.click(button('Select 1 sensitive scope'));
    expect(screen.queryByRole('button', { name: 'Also select it' })).toBeNull();
    expect(screen.getByText('2 scopes selected').closest('[data-part="total"]')).toHaveFocus();
  });

  test('stay out when the user says so', async () => {
    await leaveOut();
    await userEvent.click(button('Also select it'));
    await userEvent.click(button('Leave out'));
    expect(checkbox('Cancel jobs')).not.toBeChecked();
    expect(button('Also select it')).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Select 1 sensitive scope' })).toBeNull();
  });
});

test('a scope that others need says what goes with it, before it goes', async () => {
  render(<Owned scopes={['ads.update']} />);
  expect(checkbox('List ads')).toHaveAccessibleDescription(/Needed by Update ads: unchecking this also unchecks it/);
  await userEvent.click(checkbox('List ads'));
  expect(checkbox('Update ads')).not.toBeChecked();
  expect(checkbox('List ads')).not.toHaveAccessibleDescription(/Needed by/);
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
        requires: scope === 2 ? [`c${category}.s0`] : [],
      })),
    })),
  });
  const labelsRead = async (perCategory: number) => {
    const { categories } = sized(perCategory);
    let reads = 0;
    const counted = {
      categories: categories.map((category) => ({
        ...category,
        scopes: category.scopes.map(({ id, label, requires }) => ({
          id,
          requires,
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
          categories.map(({ id }) => `${id}.s2`),
          categories.map(({ id }) => id),
        ),
      );
      return (
        <ScopePicker
          catalog={counted}
          value={state.selection}
          neededBy={neededBy(counted, state.selection)}
          onValueChange={(change) => setState((current) => changeScopes(counted, current, change))}
        />
      );
    }
    const { unmount } = render(<Large />);
    // By label, for to look by role costs more than what is measured.
    const box = screen.getByLabelText('Scope 5 1');
    reads = 0;
    await userEvent.click(box);
    expect(box).toBeChecked();
    unmount();
    return reads;
  };
  // A row reads its label when it is drawn.
  const small = await labelsRead(3);
  expect(small).toBeGreaterThan(0);
  expect(await labelsRead(12)).toBe(small);
});
