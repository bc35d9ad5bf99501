import type { Meta, StoryObj } from '@storybook/react-vite';
import { EmailListInput, type EmailListInputProps, readEmailList } from '@tokenwright/react';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { useStoryValue } from './use-story-value.js';
import { wordsOf } from './words.js';

const meta = {
  title: 'Components/EmailListInput',
  component: EmailListInput,
  args: {
    value: [],
    text: '',
    onTextChange: fn<EmailListInputProps['onTextChange']>(),
    onAdd: fn<EmailListInputProps['onAdd']>(),
    onRemove: fn<EmailListInputProps['onRemove']>(),
  },
  // An owner by the wizard's own rule: what is an address goes into the list, what is not stays in the box.
  render: function Render({ value, text, onTextChange, onAdd, onRemove, error, ...args }) {
    const [emails, setEmails] = useStoryValue(value, () => {});
    const [typed, setTyped] = useStoryValue(text, onTextChange);
    const [problems, setProblems] = useState<EmailListInputProps['error']>();
    return (
      <EmailListInput
        {...args}
        value={emails}
        text={typed}
        error={problems ?? error}
        onTextChange={setTyped}
        onAdd={(pasted) => {
          const { added, duplicates, invalid } = readEmailList(pasted, emails);
          setEmails([...emails, ...added]);
          setTyped(invalid.join(', '));
          setProblems([
            ...invalid.map((email) => `“${email}” is not an email address. Enter one like name@example.com`),
            ...duplicates.map((email) => `${email} is already in the list`),
          ]);
          onAdd(pasted);
        }}
        onRemove={(email) => {
          setEmails(emails.filter((entry) => entry !== email));
          onRemove(email);
        }}
      />
    );
  },
} satisfies Meta<typeof EmailListInput>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Typing: Story = { args: { text: 'dev@exam' } };
export const SomeAdded: Story = { args: { value: ['dev@example.com', 'ops@example.com'], max: 50 } };
export const Invalid: Story = {
  args: {
    value: ['dev@example.com'],
    text: 'ops@',
    error: '“ops@” is not an email address. Enter one like name@example.com',
  },
};
export const TooMany: Story = {
  args: {
    value: ['dev@example.com', 'ops@example.com', 'qa@example.com'],
    max: 2,
    error: 'You can add 2 email addresses at most (there are 3). Remove some',
  },
};
export const LongText: Story = {
  args: { value: [`${'verylonglocalpart'.repeat(3)}@${'subdomain.'.repeat(12)}example.com`, 'dev@example.com'] },
};
export const Many: Story = {
  args: { value: Array.from({ length: 50 }, (_, index) => `developer.${index + 1}@example.com`), max: 50 },
};

/** A list with names is taken apart; what is no address stays in the box to be mended, and a double is named. */
export const ListPasted: Story = {
  tags: ['!autodocs'],
  args: { value: ['dev@example.com'] },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    const box = canvas.getByRole('textbox', { name: messages.emailListInput.label });
    await userEvent.click(box);
    await userEvent.paste('"Hopper, Grace" <grace@example.com>; DEV@example.com, ops@');
    await expect(
      canvas.getByRole('button', { name: messages.emailListInput.remove({ email: 'grace@example.com' }, format) }),
    ).toBeVisible();
    await expect(box).toHaveValue('ops@');
    await expect(box).toHaveAccessibleDescription(/“ops@” is not an email address.*DEV@example\.com is already/);
  },
};

/** Backspace in the empty box goes to the last address, a second press takes it out; the focus stays in the component. */
export const RemovedWithTheKeyboard: Story = {
  tags: ['!autodocs'],
  args: { value: ['dev@example.com', 'ops@example.com'] },
  play: async ({ canvas, userEvent, args, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('textbox', { name: messages.emailListInput.label }));
    await userEvent.keyboard('{Backspace}');
    await expect(
      canvas.getByRole('button', { name: messages.emailListInput.remove({ email: 'ops@example.com' }, format) }),
    ).toHaveFocus();
    await userEvent.keyboard('{Backspace}');
    await expect(args.onRemove).toHaveBeenCalledWith('ops@example.com');
    await expect(
      canvas.getByRole('button', { name: messages.emailListInput.remove({ email: 'dev@example.com' }, format) }),
    ).toHaveFocus();
  },
};

export const RightToLeft: Story = {
  tags: ['!autodocs'],
  args: { value: ['dev@example.com', 'ops@example.com'], max: 50 },
  globals: { direction: 'rtl' },
};
export const German: Story = {
  tags: ['!autodocs'],
  args: { value: ['dev@example.com', 'ops@example.com'], max: 50 },
  globals: { language: 'de' },
};
