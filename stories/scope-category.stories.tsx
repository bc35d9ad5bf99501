import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  type CategorySelection,
  changeScopes,
  noScopes,
  type Scope,
  ScopeCategory,
  type ScopeCategoryProps,
} from '@tokenwright/react';
import { expect, fn } from 'storybook/test';
import { hostile } from './scope-catalogs.js';
import { useStoryValue } from './use-story-value.js';
import { wordsOf } from './words.js';

const jobs: ScopeCategory = {
  id: 'jobs',
  label: 'Jobs',
  description: 'Exports that take a while.',
  scopes: [
    {
      id: 'jobs.list',
      label: 'List jobs',
      access: 'read',
      description: 'See every export and how far it is.',
      endpoints: [{ method: 'GET', path: '/Mediapartners/{AccountSID}/Jobs' }],
    },
    {
      id: 'jobs.replay',
      label: 'Run a job again',
      access: 'write',
      requires: ['jobs.list'],
      endpoints: [{ method: 'PUT', path: '/Mediapartners/{AccountSID}/Jobs/{JobId}/Replay' }],
    },
    {
      id: 'jobs.delete',
      label: 'Delete jobs',
      access: 'admin',
      sensitive: { reason: 'What a job exported is gone with it.' },
      endpoints: [{ method: 'DELETE', path: '/Mediapartners/{AccountSID}/Jobs/{JobId}' }],
    },
    { id: 'jobs.legacy', label: 'Download the old format', access: 'read', deprecated: true },
  ],
};

function selected(enabled: boolean, checked: readonly string[] = []): CategorySelection {
  return { category: 'jobs', enabled, checked };
}

const meta = {
  title: 'Components/ScopeCategory',
  component: ScopeCategory,
  args: {
    category: jobs,
    value: selected(false),
    onValueChange: fn<ScopeCategoryProps['onValueChange']>(),
    headingLevel: 2,
  },
  argTypes: { labelOf: { control: false }, neededBy: { control: false } },
  // An owner by the wizard's own rules: what a scope requires is checked with it.
  render: function Render({ category, value, onValueChange, ...args }) {
    const [selection, setSelection] = useStoryValue(value, () => {});
    return (
      <ScopeCategory
        {...args}
        category={category}
        value={selection}
        onValueChange={(change) => {
          const state = changeScopes({ categories: [category] }, { ...noScopes, selection: [selection] }, change);
          setSelection(state.selection.find((entry) => entry.category === category.id) ?? selection);
          onValueChange(change);
        }}
      />
    );
  },
} satisfies Meta<typeof ScopeCategory>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Off: Story = {};
export const NothingSelected: Story = { args: { value: selected(true) } };
export const SomeSelected: Story = { args: { value: selected(true, ['jobs.list', 'jobs.replay']) } };
export const EverythingSelected: Story = {
  args: {
    value: selected(
      true,
      jobs.scopes.map(({ id }) => id),
    ),
  },
};

/** What goes with a scope when it is unchecked. */
export const NeededByOthers: Story = {
  args: { value: selected(true, ['jobs.list', 'jobs.replay']), neededBy: new Map([['jobs.list', ['jobs.replay']]]) },
};

/** Switched off, it grants nothing and keeps what was checked. */
export const OffWithSomeKept: Story = { args: { value: selected(false, ['jobs.list', 'jobs.replay']) } };

/** There is nothing to grant, so there is nothing to switch. */
export const Empty: Story = { args: { category: { ...jobs, scopes: [] } } };

export const Disabled: Story = { args: { value: selected(true, ['jobs.list']), disabled: true } };

/** While a search goes on, only what it found is shown, with the words marked. */
export const Searched: Story = {
  args: { found: jobs.scopes.slice(1, 2), words: ['run', 'replay'], value: selected(false) },
};

const longScope: Scope = {
  id: 'long',
  label: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2),
  description: 'Zeigt sämtliche Vorgänge einschließlich der bereits abgeschlossenen. '.repeat(5),
  access: 'admin',
  sensitive: { reason: 'Entscheidet darüber, auf welches Konto die Einnahmen ausgezahlt werden. '.repeat(3) },
  deprecated: true,
  endpoints: [{ method: 'DELETE', path: '/Mediapartners/{AccountSID}/Jobs/{JobId}/Parts/{PartId}'.repeat(4) }],
};

export const LongText: Story = {
  args: {
    category: { ...jobs, label: longScope.label, scopes: [longScope, ...jobs.scopes] },
    value: selected(true, ['long']),
  },
};

/** Labels that nothing may trip over: without spaces, of other scripts, with marks of HTML and Markdown. */
export const HostileText: Story = {
  args: {
    category: hostile.categories[0] ?? jobs,
    value: { category: '__proto__', enabled: true, checked: ['arabic', 'constructor'] },
  },
};

/** Text of a host's API runs in its own direction, whatever the page's is. */
export const RightToLeftText: Story = {
  args: {
    category: {
      id: 'jobs',
      label: 'المهام',
      description: 'عمليات التصدير الطويلة.',
      scopes: [
        {
          id: 'jobs.list',
          label: 'عرض المهام',
          access: 'read',
          endpoints: [{ method: 'GET', path: '/Mediapartners/{AccountSID}/Jobs' }],
        },
      ],
    },
    value: selected(true, ['jobs.list']),
  },
};

/** Mixed leads to all, all to none. A sensitive scope is never taken in by it. */
export const SelectAllPressed: Story = {
  tags: ['!autodocs'],
  args: { value: selected(true, ['jobs.list']) },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    const all = canvas.getByRole('checkbox', { name: messages.scopeCategory.selectAll });
    await expect(all).toBePartiallyChecked();
    await userEvent.click(all);
    await expect(canvas.getByRole('checkbox', { name: 'Run a job again' })).toBeChecked();
    await expect(canvas.getByRole('checkbox', { name: 'Delete jobs' })).not.toBeChecked();
    await expect(canvas.getByText(messages.scopeCategory.selected({ count: 3, total: 4 }, format))).toBeVisible();
  },
};

export const OffAndOnAgain: Story = {
  tags: ['!autodocs'],
  args: { value: selected(true, ['jobs.list', 'jobs.replay']) },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    const toggle = canvas.getByRole('switch', { name: 'Jobs' });
    await userEvent.click(toggle);
    await expect(canvas.getByText(messages.scopeCategory.remembered({ count: 2, total: 4 }, format))).toBeVisible();
    await userEvent.click(toggle);
    await expect(canvas.getByRole('checkbox', { name: 'Run a job again' })).toBeChecked();
  },
};

export const RightToLeft: Story = {
  tags: ['!autodocs'],
  args: { value: selected(true, ['jobs.list', 'jobs.replay']) },
  globals: { direction: 'rtl' },
};
export const German: Story = {
  tags: ['!autodocs'],
  args: { value: selected(true, ['jobs.list', 'jobs.replay']) },
  globals: { language: 'de' },
};
