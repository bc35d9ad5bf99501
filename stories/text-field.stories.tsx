import type { Meta, StoryObj } from '@storybook/react-vite';
import { TextField, type TextFieldProps } from '@tokenwright/react';
import { expect, fn } from 'storybook/test';
import { useStoryValue } from './use-story-value.js';

const meta = {
  title: 'Components/TextField',
  component: TextField,
  args: {
    label: 'Token Name',
    value: '',
    onValueChange: fn<TextFieldProps['onValueChange']>(),
    onEnter: fn<NonNullable<TextFieldProps['onEnter']>>(),
  },
  render: function Render({ value, onValueChange, ...args }) {
    const [text, setText] = useStoryValue(value, onValueChange);
    return <TextField {...args} value={text} onValueChange={setText} />;
  },
} satisfies Meta<typeof TextField>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Filled: Story = { args: { value: 'Nightly export' } };
export const WithHint: Story = { args: { hint: 'For example, the application that will use it.' } };
export const WithPlaceholder: Story = { args: { placeholder: 'Nightly export' } };
export const Optional: Story = { args: { optional: true } };
export const Invalid: Story = { args: { error: 'Enter a token name' } };
export const Multiline: Story = {
  args: { label: 'Description', multiline: true, optional: true, value: 'Copies the reports into the data warehouse.' },
};
export const WithinLimit: Story = {
  args: { label: 'Description', multiline: true, characterLimit: 60, value: 'Copies the reports into the warehouse.' },
};
export const OverLimit: Story = {
  args: {
    label: 'Description',
    multiline: true,
    characterLimit: 20,
    value: 'Copies the reports into the warehouse.',
    error: 'Description must be 20 characters or fewer (it has 38)',
  },
};

/** The text of each box runs in the direction of its own first letter. */
export const RightToLeftText: Story = { args: { value: 'تصدير ليلي' } };

export const LongText: Story = { args: { value: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(5) } };

/** There is no form to send: what Enter does is the owner's choice, here "Next". */
export const EnterPressed: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Token Name' }), 'Nightly export{Enter}');
    await expect(args.onEnter).toHaveBeenCalledOnce();
    await expect(args.onValueChange).toHaveBeenLastCalledWith('Nightly export');
  },
};

export const RightToLeft: Story = {
  tags: ['!autodocs'],
  args: { value: 'Nightly export', hint: 'For example, the application that will use it.' },
  globals: { direction: 'rtl' },
};
