import type { Meta, StoryObj } from '@storybook/react-vite';
import { ErrorSummary, type ErrorSummaryProps, TextField } from '@tokenwright/react';
import { useId } from 'react';
import { expect, fn } from 'storybook/test';

const meta = {
  title: 'Components/ErrorSummary',
  component: ErrorSummary,
  args: {
    errors: [{ message: 'Enter a token name' }],
    onErrorSelect: fn<NonNullable<ErrorSummaryProps['onErrorSelect']>>(),
  },
} satisfies Meta<typeof ErrorSummary>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The fault belongs to no field, so it is no link. */
export const OneProblem: Story = { args: { errors: [{ message: 'Your account may hold no more than 20 tokens.' }] } };

export const SeveralProblems: Story = {
  args: {
    errors: [
      { message: 'Choose a primary contact', fieldId: 'contact' },
      { message: '“ops@” is not an email address. Enter one like name@example.com', fieldId: 'emails' },
      { message: 'Your account may hold no more than 20 tokens.' },
    ],
  },
  argTypes: { errors: { control: false } },
};

export const OwnTitle: Story = { args: { title: 'Your token was not created' } };

export const LongText: Story = {
  args: { errors: [{ message: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(6) }] },
};

/** Each problem leads to the box that has it. */
export const LinkFollowed: Story = {
  tags: ['!autodocs'],
  render: function Render({ errors, ...args }) {
    const id = useId();
    return (
      <div style={{ display: 'grid', gap: '1.5rem' }}>
        <ErrorSummary {...args} errors={errors.map((error) => ({ ...error, fieldId: id }))} />
        <TextField id={id} label="Token Name" value="" onValueChange={() => {}} error={errors[0]?.message} />
      </div>
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('link', { name: 'Enter a token name' }));
    await expect(canvas.getByRole('textbox', { name: 'Token Name' })).toHaveFocus();
  },
};

export const RightToLeft: Story = { tags: ['!autodocs'], globals: { direction: 'rtl' } };
