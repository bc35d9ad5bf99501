import type { Meta, StoryObj } from '@storybook/react-vite';
import { type Contact, ContactPicker, type ContactPickerProps } from '@tokenwright/react';
import { expect, fn } from 'storybook/test';
import { contacts } from './fixtures.js';
import { listOpened } from './list-opened.js';
import { useStoryValue } from './use-story-value.js';
import { wordsOf } from './words.js';

const meta = {
  title: 'Components/ContactPicker',
  component: ContactPicker,
  args: { contacts, value: '', onValueChange: fn<ContactPickerProps['onValueChange']>() },
  argTypes: { variant: { control: 'inline-radio', options: ['radix', 'native'] } },
  render: function Render({ value, onValueChange, ...args }) {
    const [chosen, setChosen] = useStoryValue(value, () => {});
    return (
      <ContactPicker
        {...args}
        value={chosen}
        onValueChange={(next, details) => {
          setChosen(next);
          onValueChange(next, details);
        }}
      />
    );
  },
} satisfies Meta<typeof ContactPicker>;
export default meta;

type Story = StoryObj<typeof meta>;

export const NothingChosen: Story = {};
export const SomeoneChosen: Story = { args: { value: 'grace' } };
export const WithHint: Story = { args: { hint: 'The account user who is responsible for this token.' } };
export const Disabled: Story = { args: { value: 'grace', disabled: true } };
export const Invalid: Story = { args: { error: 'Choose a primary contact' } };
export const Native: Story = { args: { variant: 'native', value: 'grace' } };

export const Open: Story = {
  tags: ['!autodocs'],
  ...listOpened,
  args: { value: 'ada' },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('combobox', { name: messages.contactPicker.label }));
    await expect(await canvas.findByRole('option', { name: /Ada Lovelace.*ada@example.com/ })).toBeVisible();
  },
};

/** Their addresses tell them apart, also once one of them is chosen. */
export const SharedNames: Story = {
  tags: ['!autodocs'],
  ...listOpened,
  args: {
    contacts: [
      { id: 'a', name: 'Alex Kim', email: 'alex.kim@example.com', role: 'Developer' },
      { id: 'b', name: 'Alex Kim', email: 'alex@example.org', role: 'Finance' },
    ],
    value: 'b',
  },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    const trigger = canvas.getByRole('combobox', { name: messages.contactPicker.label });
    await expect(trigger).toHaveTextContent('Alex Kim (alex@example.org)');
    await userEvent.click(trigger);
    await expect(await canvas.findByRole('option', { name: /alex.kim@example.com/ })).toBeVisible();
  },
};

/** Who has no name is shown by e-mail address. */
export const WithoutName: Story = {
  args: { contacts: [{ id: 'x', name: '', email: 'billing@example.com' }], value: 'x' },
};

export const LongText: Story = {
  args: {
    contacts: [
      {
        id: 'long',
        name: 'Pablo Diego José Francisco de Paula Juan Nepomuceno María de los Remedios Cipriano de la Santísima Trinidad',
        email: `${'verylonglocalpart'.repeat(3)}@${'subdomain.'.repeat(12)}example.com`,
        role: 'Verantwortlicher für die technische Anbindung sämtlicher Partnerschnittstellen',
      },
    ],
    value: 'long',
  },
};

export const Loading: Story = { args: { contacts: [], status: 'loading' } };
export const Failed: Story = { args: { contacts: [], status: 'failed', onRetry: fn() } };
export const Empty: Story = { args: { contacts: [] } };

const many: readonly Contact[] = Array.from({ length: 5000 }, (_, index) => ({
  id: `u${index + 1}`,
  name: `User ${index + 1}`,
  email: `user${index + 1}@example.com`,
  ...(index % 3 === 0 && { role: 'Developer' }),
}));

/** Too many to look through, so they are searched. */
export const ManyContacts: Story = { args: { contacts: many, value: 'u250' } };
export const ManyContactsNothingChosen: Story = { args: { contacts: many } };
export const ManyContactsInvalid: Story = { args: { contacts: many, error: 'Choose a primary contact' } };
export const ManyContactsDisabled: Story = { args: { contacts: many, value: 'u250', disabled: true } };

/** Only the first are listed, so that thousands open at once. */
export const ManyContactsOpen: Story = {
  tags: ['!autodocs'],
  args: { contacts: many, value: 'u3' },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('combobox', { name: messages.contactPicker.label }));
    await expect(canvas.getByRole('option', { selected: true })).toHaveTextContent('User 3');
    await expect(
      canvas.getByText(messages.contactPicker.firstMatches({ count: 50, total: 5000 }, format)),
    ).toBeVisible();
  },
};

export const Searched: Story = {
  tags: ['!autodocs'],
  args: { contacts: many },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    const box = canvas.getByRole('combobox', { name: messages.contactPicker.label });
    await userEvent.type(box, 'user4242@');
    await expect(await canvas.findByRole('option', { name: /User 4242/ })).toBeVisible();
    await expect(canvas.queryByRole('option', { name: /User 4241/ })).not.toBeInTheDocument();
  },
};

export const NothingFound: Story = {
  tags: ['!autodocs'],
  args: { contacts: many },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.type(canvas.getByRole('combobox', { name: messages.contactPicker.label }), 'nobody');
    await expect(await canvas.findByText(messages.contactPicker.noMatches({ query: 'nobody' }, format))).toBeVisible();
    await expect(canvas.getByRole('button', { name: messages.contactPicker.clearSearch })).toBeVisible();
  },
};

/** Names, addresses and roles of any length and script stay within the list. */
export const SearchedLongText: Story = {
  tags: ['!autodocs'],
  args: {
    contacts: [
      ...many.slice(0, 60),
      { id: 'ar', name: 'ليلى الحسن', email: 'layla@example.com', role: 'مطوّرة Long' },
      { id: 'ja', name: '山田 太郎', email: 'taro@example.jp', role: 'Long 開発者' },
      {
        id: 'long',
        name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2),
        email: `${'verylonglocalpart'.repeat(3)}@${'subdomain.'.repeat(12)}example.com`,
        role: '<b>Long</b> **role**',
      },
    ],
  },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.type(canvas.getByRole('combobox', { name: messages.contactPicker.label }), 'long');
    await expect(canvas.getAllByRole('option')).toHaveLength(3);
  },
};

/** The host finds people by what is typed; here it has not answered yet. */
export const HostSearches: Story = {
  tags: ['!autodocs'],
  args: { onSearch: () => new Promise<never>(() => {}) },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.type(canvas.getByRole('combobox', { name: messages.contactPicker.label }), 'grace');
    await expect(canvas.getByText(messages.contactPicker.searching)).toBeVisible();
  },
};

export const HostSearchFailed: Story = {
  tags: ['!autodocs'],
  args: { onSearch: () => Promise.reject(new Error('503')) },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.type(canvas.getByRole('combobox', { name: messages.contactPicker.label }), 'grace');
    await expect(await canvas.findByText(messages.contactPicker.searchFailed)).toBeVisible();
    await expect(canvas.getByRole('button', { name: messages.wizard.sources.contacts.retry })).toBeVisible();
  },
};

export const RightToLeft: Story = { tags: ['!autodocs'], args: { value: 'grace' }, globals: { direction: 'rtl' } };
export const German: Story = { tags: ['!autodocs'], args: { value: 'grace' }, globals: { language: 'de' } };
