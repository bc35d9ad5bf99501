import type { Meta, StoryObj } from '@storybook/react-vite';
import { ContactPicker, type ContactPickerProps } from '@tokenwright/react';
import { expect, fn } from 'storybook/test';
import { contacts } from './fixtures.js';
import { listOpened } from './list-opened.js';
import { useStoryValue } from './use-story-value.js';

const meta = {
  title: 'Components/ContactPicker',
  component: ContactPicker,
  args: { contacts, value: '', onValueChange: fn<ContactPickerProps['onValueChange']>() },
  argTypes: { variant: { control: 'inline-radio', options: ['radix', 'native'] } },
  render: function Render({ value, onValueChange, ...args }) {
    const [chosen, setChosen] = useStoryValue(value, onValueChange);
    return <ContactPicker {...args} value={chosen} onValueChange={setChosen} />;
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
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('combobox', { name: 'Primary Contact' }));
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
  play: async ({ canvas, userEvent }) => {
    const trigger = canvas.getByRole('combobox', { name: 'Primary Contact' });
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

/** Too many to be drawn at once. */
export const ManyContacts: Story = {
  args: {
    contacts: Array.from({ length: 500 }, (_, index) => ({
      id: `u${index + 1}`,
      name: `User ${index + 1}`,
      email: `user${index + 1}@example.com`,
    })),
    value: 'u250',
  },
};
