import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  changeScopes,
  noScopes,
  type ScopeCatalog,
  ScopePicker,
  type ScopePickerProps,
  type ScopesState,
  scopesStateOf,
} from '@tokenwright/react';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { catalog } from './fixtures.js';

const someSelected = scopesStateOf(catalog, ['ads.code', 'jobs.list']).selection;

const meta = {
  title: 'Components/ScopePicker',
  component: ScopePicker,
  args: { catalog, value: [], onValueChange: fn<ScopePickerProps['onValueChange']>() },
  argTypes: {
    catalog: { control: false },
    value: { control: false },
    notices: { control: false },
    canUndo: { control: false },
  },
  // An owner by the wizard's own rules, which bring about what was not asked for, and say so.
  render: function Render({ catalog: offered, value, onValueChange, ...args }) {
    const [state, setState] = useState<ScopesState>({ ...noScopes, selection: value });
    return (
      <ScopePicker
        {...args}
        catalog={offered}
        value={state.selection}
        notices={state.notices}
        canUndo={state.undo !== null}
        onValueChange={(change) => {
          setState((current) => changeScopes(offered, current, change));
          onValueChange(change);
        }}
      />
    );
  },
} satisfies Meta<typeof ScopePicker>;
export default meta;

type Story = StoryObj<typeof meta>;

export const NothingSelected: Story = {};
export const SomeSelected: Story = { args: { value: someSelected } };
export const OneCategory: Story = { args: { catalog: { categories: catalog.categories.slice(0, 1) } } };
export const Empty: Story = { args: { catalog: { categories: [] } } };
export const Disabled: Story = { args: { value: someSelected, disabled: true } };
export const Invalid: Story = { args: { error: 'Select at least one scope' } };

/** What a scope does not work without is checked with it, and the picker says what and why. */
export const RequirementAdded: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('switch', { name: 'Jobs' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Run a job again' }));
    await expect(canvas.getByRole('checkbox', { name: 'List jobs' })).toBeChecked();
    await expect(canvas.getByRole('status')).toHaveTextContent(
      'List jobs also selected, because Run a job again needs it.',
    );
    await expect(canvas.getByText('2 scopes selected')).toBeVisible();
  },
};

/** Unchecking what others need takes them along, and names them. */
export const DependentRemoved: Story = {
  tags: ['!autodocs'],
  args: { value: someSelected },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'List ads' }));
    await expect(canvas.getByRole('checkbox', { name: 'Get ad code' })).not.toBeChecked();
    await expect(canvas.getByRole('status')).toHaveTextContent(
      'Get ad code no longer selected, because it needs List ads.',
    );
  },
};

/** A sensitive scope deserves a decision of its own. */
export const SensitiveLeftOut: Story = {
  tags: ['!autodocs'],
  args: { value: [{ category: 'withdrawals', enabled: true, checked: [] }] },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Select all' }));
    await expect(canvas.getByRole('checkbox', { name: 'Change withdrawal settings' })).not.toBeChecked();
    await expect(canvas.getByRole('status')).toHaveTextContent(/sensitive scope was left out/);
  },
};

export const Cleared: Story = {
  tags: ['!autodocs'],
  args: { value: someSelected },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Clear All' }));
    await expect(canvas.getByText('No scopes selected')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Undo' })).toBeVisible();
  },
};

/** The button that was pressed is gone; the focus is on what it undid. */
export const ClearUndone: Story = {
  tags: ['!autodocs'],
  args: { value: someSelected },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Clear All' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }));
    await expect(canvas.getByText('3 scopes selected')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Clear All' })).toHaveFocus();
  },
};

/** A search opens the categories it finds something in, and tells of what is selected but not shown. */
export const Searched: Story = {
  tags: ['!autodocs'],
  args: { value: someSelected },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search scopes' }), 'withdrawal');
    await expect(await canvas.findByRole('checkbox', { name: 'Read withdrawal settings' })).toBeVisible();
    await expect(canvas.queryByRole('checkbox', { name: 'List jobs' })).not.toBeInTheDocument();
    await expect(canvas.getByText('3 selected scopes are not shown')).toBeVisible();
  },
};

export const NothingFound: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search scopes' }), 'invoices');
    await expect(await canvas.findByText(/^No scopes match/)).toBeVisible();
  },
};

/** Found by the call that has to work, as it stands in the API's documentation. */
export const EndpointSearched: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search scopes' }), 'PUT Replay');
    await expect(await canvas.findByRole('checkbox', { name: 'Run a job again' })).toBeVisible();
    await expect(canvas.queryByRole('checkbox', { name: 'List jobs' })).not.toBeInTheDocument();
  },
};

const many: ScopeCatalog = {
  categories: Array.from({ length: 40 }, (_, category) => ({
    id: `c${category}`,
    label: `Category ${category + 1}`,
    scopes: Array.from({ length: 25 }, (_, scope) => ({
      id: `c${category}.${scope}`,
      label: `Scope ${category + 1}.${scope + 1}`,
      access: scope % 5 === 0 ? ('write' as const) : ('read' as const),
      endpoints: [{ method: 'GET' as const, path: `/Category${category + 1}/Scope${scope + 1}` }],
    })),
  })),
};

/** A thousand scopes in forty categories, one of them on. */
export const ManyScopes: Story = {
  args: { catalog: many, value: [{ category: 'c0', enabled: true, checked: ['c0.0', 'c0.3'] }] },
};

export const LongText: Story = {
  args: {
    title: 'Berechtigungen für die Partnerschnittstelle',
    catalog: {
      categories: [
        {
          id: 'long',
          label: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2),
          description: 'Alles, was mit der Abwicklung der Auszahlungen zu tun hat. '.repeat(4),
          scopes: [{ id: 'long.read', label: 'Auszahlungseinstellungen und Kontoverbindungen einsehen '.repeat(3) }],
        },
      ],
    },
    value: [{ category: 'long', enabled: true, checked: ['long.read'] }],
  },
};
