import type { Meta, StoryObj } from '@storybook/react-vite';
import { ScopePicker, type ScopePickerProps, scopesStateOf } from '@tokenwright/react';
import { expect, fn } from 'storybook/test';
import { catalog } from './fixtures.js';
import { OwnedScopePicker } from './owned-scope-picker.js';
import { hostile, many, presets, withAlternatives } from './scope-catalogs.js';
import { wordsOf } from './words.js';

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
    presets: { control: false },
    neededBy: { control: false },
    findCall: { control: false },
  },
  render: (args) => <OwnedScopePicker {...args} />,
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
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('switch', { name: 'Jobs' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Run a job again' }));
    await expect(canvas.getByRole('checkbox', { name: 'List jobs' })).toBeChecked();
    await expect(canvas.getByRole('status')).toHaveTextContent(
      messages.notices['required.added']({ scopes: ['List jobs'], because: ['Run a job again'] }, format),
    );
    await expect(canvas.getByText(messages.scopePicker.total({ count: 2 }, format))).toBeVisible();
  },
};

/** Unchecking what others need takes them along, and names them. */
export const DependentRemoved: Story = {
  tags: ['!autodocs'],
  args: { value: someSelected },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('checkbox', { name: 'List ads' }));
    await expect(canvas.getByRole('checkbox', { name: 'Get ad code' })).not.toBeChecked();
    await expect(canvas.getByRole('status')).toHaveTextContent(
      messages.notices['dependent.removed']({ scopes: ['Get ad code'], because: ['List ads'] }, format),
    );
  },
};

/** What goes with a scope is said before it goes. */
export const NeededByOthers: Story = {
  args: { value: scopesStateOf(catalog, ['ads.code', 'jobs.replay']).selection },
};

/** A sensitive scope deserves a decision of its own. */
export const SensitiveLeftOut: Story = {
  tags: ['!autodocs'],
  args: { value: [{ category: 'withdrawals', enabled: true, checked: [] }] },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('checkbox', { name: messages.scopeCategory.selectAll }));
    await expect(canvas.getByRole('checkbox', { name: 'Change withdrawal settings' })).not.toBeChecked();
    await expect(canvas.getByRole('status')).toHaveTextContent(/Change withdrawal settings/);
  },
};

/** What was left out can be taken in after all, once the reasons were read. */
export const SensitiveConfirmed: Story = {
  tags: ['!autodocs'],
  args: { value: [{ category: 'withdrawals', enabled: true, checked: [] }] },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('checkbox', { name: messages.scopeCategory.selectAll }));
    await userEvent.click(
      canvas.getByRole('button', { name: messages.scopePicker.leftOut.select({ count: 1 }, format) }),
    );
    await expect(
      canvas.getByRole('button', { name: messages.scopePicker.leftOut.confirm({ count: 1 }, format) }),
    ).toHaveAccessibleDescription(/Decides which bank account your earnings go to/);
    await expect(canvas.getByRole('checkbox', { name: 'Change withdrawal settings' })).not.toBeChecked();
  },
};

/** Ready choices of the host. */
export const Presets: Story = { args: { presets } };

/** Applying one says what changed, and can be taken back. */
export const PresetApplied: Story = {
  tags: ['!autodocs'],
  args: { presets, value: someSelected },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: 'Exports' }));
    await expect(canvas.getByRole('status')).toHaveTextContent(/Exports.*Run a job again/);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect(canvas.getByText(messages.scopePicker.total({ count: 3 }, format))).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Exports' })).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'Exports' }));
  },
};

export const Cleared: Story = {
  tags: ['!autodocs'],
  args: { value: someSelected },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.scopePicker.clearAll }));
    await expect(canvas.getByText(messages.scopePicker.total({ count: 0 }, format))).toBeVisible();
    await expect(canvas.getByRole('button', { name: messages.scopePicker.undo })).toBeVisible();
  },
};

/** The button that was pressed is gone; the focus is on what it undid. */
export const ClearUndone: Story = {
  tags: ['!autodocs'],
  args: { value: someSelected },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.scopePicker.clearAll }));
    await userEvent.click(canvas.getByRole('button', { name: messages.scopePicker.undo }));
    await expect(canvas.getByText(messages.scopePicker.total({ count: 3 }, format))).toBeVisible();
    await expect(canvas.getByRole('button', { name: messages.scopePicker.clearAll })).toHaveFocus();
  },
};

/** A search opens the categories it finds something in, and tells of what is selected but not shown. */
export const Searched: Story = {
  tags: ['!autodocs'],
  args: { value: someSelected },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.type(canvas.getByRole('searchbox', { name: messages.scopePicker.searchLabel }), 'withdrawal');
    await expect(await canvas.findByRole('checkbox', { name: 'Read withdrawal settings' })).toBeVisible();
    await expect(canvas.queryByRole('checkbox', { name: 'List jobs' })).not.toBeInTheDocument();
    await expect(canvas.getByText(messages.scopePicker.hiddenSelected({ count: 3 }, format))).toBeVisible();
  },
};

export const NothingFound: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.type(canvas.getByRole('searchbox', { name: messages.scopePicker.searchLabel }), 'invoices');
    await expect(
      await canvas.findByText(messages.scopePicker.noMatches({ query: 'invoices', filtered: false }, format)),
    ).toBeVisible();
  },
};

/** Found by words of its path. */
export const EndpointSearched: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.type(canvas.getByRole('searchbox', { name: messages.scopePicker.searchLabel }), 'PUT Replay');
    await expect(await canvas.findByRole('checkbox', { name: 'Run a job again' })).toBeVisible();
    await expect(canvas.queryByRole('checkbox', { name: 'List jobs' })).not.toBeInTheDocument();
  },
};

/** The call that has to work finds the scopes it needs; what is selected already is marked. */
export const CallFound: Story = {
  tags: ['!autodocs'],
  args: { value: scopesStateOf(catalog, ['jobs.list']).selection },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.type(
      canvas.getByRole('searchbox', { name: messages.scopePicker.searchLabel }),
      'PUT /Mediapartners/IR1/Jobs/42/Replay',
    );
    await expect(await canvas.findByText(messages.scopePicker.call.held)).toBeVisible();
    await expect(
      canvas.getByRole('button', { name: messages.scopePicker.call.add({ count: 1 }, format) }),
    ).toHaveAccessibleDescription(/Run a job again/);
  },
};

/** A command as it was copied from a terminal. Only the call goes into the box. */
export const CurlPasted: Story = {
  tags: ['!autodocs'],
  args: { catalog: withAlternatives },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    const box = canvas.getByRole('searchbox', { name: messages.scopePicker.searchLabel });
    await userEvent.click(box);
    await userEvent.paste(
      "curl -X PUT \\\n  -H 'Authorization: Bearer x' \\\n  'https://api.example.com/Mediapartners/IR1/Jobs/42/Replay'",
    );
    await expect(box).toHaveValue('PUT /Mediapartners/IR1/Jobs/42/Replay');
    await expect(await canvas.findByText(messages.scopePicker.call.needsOneOf)).toBeVisible();
  },
};

/** The button is gone; the focus is on what it brought about. */
export const CallAllowed: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.type(
      canvas.getByRole('searchbox', { name: messages.scopePicker.searchLabel }),
      'GET /Mediapartners/IR1/Ads',
    );
    await userEvent.click(
      await canvas.findByRole('button', { name: messages.scopePicker.call.add({ count: 1 }, format) }),
    );
    await expect(canvas.getByText(messages.scopePicker.call.allowed)).toHaveFocus();
    await expect(canvas.getByRole('checkbox', { name: 'List ads' })).toBeChecked();
  },
};

export const CallUnknown: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.type(
      canvas.getByRole('searchbox', { name: messages.scopePicker.searchLabel }),
      'GET /Mediapartners/IR1/Invoices',
    );
    await expect(
      await canvas.findByText(messages.scopePicker.call.unknown({ call: 'GET /Mediapartners/IR1/Invoices' }, format)),
    ).toBeVisible();
  },
};

/** Kinds of access add up. What is selected behind a filter is counted. */
export const FilteredByAccess: Story = {
  tags: ['!autodocs'],
  args: { value: someSelected },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.scopeCategory.access.write }));
    await userEvent.click(canvas.getByRole('button', { name: messages.scopeCategory.access.admin }));
    await expect(canvas.getByRole('checkbox', { name: 'Run a job again' })).toBeVisible();
    await expect(canvas.getByText(messages.scopePicker.hiddenSelected({ count: 3 }, format))).toBeVisible();
  },
};

/** One that is unchecked meanwhile stays in view, so that a slip can be mended. */
export const SelectedOnly: Story = {
  tags: ['!autodocs'],
  args: { value: someSelected },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.scopePicker.selectedOnly }));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'List jobs' }));
    await expect(canvas.getByRole('checkbox', { name: 'List jobs' })).toHaveFocus();
    await expect(canvas.queryByRole('checkbox', { name: 'Run a job again' })).not.toBeInTheDocument();
  },
};

export const NothingMatchesFilters: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.scopePicker.selectedOnly }));
    await expect(canvas.getByText(messages.scopePicker.noMatches({ query: '', filtered: true }, format))).toBeVisible();
  },
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

/** Labels that a host's API may hold: nothing runs, nothing overlaps, nothing is lost. */
export const HostileText: Story = {
  args: { catalog: hostile, value: scopesStateOf(hostile, ['arabic', 'emoji']).selection },
};

export const OneScope: Story = {
  args: {
    catalog: { categories: [{ id: 'all', label: 'Account', scopes: [{ id: 'all.read', label: 'Read everything' }] }] },
  },
};

export const RightToLeft: Story = {
  tags: ['!autodocs'],
  args: { value: someSelected, presets },
  globals: { direction: 'rtl' },
};
export const German: Story = {
  tags: ['!autodocs'],
  args: { value: someSelected, presets },
  globals: { language: 'de' },
};
