import type { Meta, StoryObj } from '@storybook/react-vite';
import { Field } from '@tokenwright/react';

const meta = {
  title: 'Components/Field',
  component: Field,
  args: {
    label: 'Expires on',
    // Any control of the host's own; `data-control` gives it the looks of ours.
    children: (control) => <input {...control} data-control="" type="date" />,
  },
  argTypes: { children: { control: false } },
} satisfies Meta<typeof Field>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Plain: Story = {};
export const WithHint: Story = { args: { hint: 'The token stops working at the end of this day.' } };
export const Optional: Story = { args: { optional: true } };
export const Invalid: Story = { args: { error: 'Choose a day in the future' } };
export const SeveralErrors: Story = {
  args: { hint: 'At most one year from now.', error: ['Choose a day in the future', 'Choose a working day'] },
};
export const LongText: Story = {
  args: {
    label: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsgründungstag',
    optional: true,
    hint: 'Der Tag, an dem das Zugriffstoken seine Gültigkeit verliert und durch ein neues ersetzt werden muss, damit die Anwendung weiterarbeiten kann.',
    error: 'Wählen Sie einen Tag, der in der Zukunft liegt und höchstens ein Jahr von heute entfernt ist.',
  },
};

export const RightToLeft: Story = {
  tags: ['!autodocs'],
  args: { optional: true, error: 'Choose a day in the future' },
  globals: { direction: 'rtl' },
};
