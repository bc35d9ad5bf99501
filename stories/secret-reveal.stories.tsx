import type { Meta, StoryObj } from '@storybook/react-vite';
import { SecretReveal, type SecretRevealProps } from '@tokenwright/react';
import { expect, fn, spyOn } from 'storybook/test';
import { useStoryValue } from './use-story-value.js';
import { wordsOf } from './words.js';

const secret = 'tkw_3xAmpl3S3cr3tTh4tOp3nsN0th1ng00000000x7Qp';

const meta = {
  title: 'Components/SecretReveal',
  component: SecretReveal,
  args: { secret: () => secret, stored: false, onStored: fn<SecretRevealProps['onStored']>() },
  argTypes: { secret: { control: false }, usageExample: { control: false } },
  render: function Render({ stored, onStored, ...args }) {
    const [isStored, setStored] = useStoryValue(stored, () => {});
    return (
      <SecretReveal
        {...args}
        stored={isStored}
        onStored={(by) => {
          setStored(true);
          onStored(by);
        }}
      />
    );
  },
} satisfies Meta<typeof SecretReveal>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Masked: Story = {};

/** Shown only while its user wants to see it. */
export const Revealed: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await expect(canvas.queryByText(secret)).not.toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: messages.secretReveal.reveal }));
    await expect(canvas.getByText(secret)).toBeVisible();
    await expect(canvas.getByRole('button', { name: messages.secretReveal.hide })).toHaveFocus();
  },
};

export const WithUsageExample: Story = {
  args: {
    usageExample: (token) => `curl -H "Authorization: Bearer ${token}" https://api.example.com/Mediapartners/IR42/Jobs`,
  },
};

export const WithDownload: Story = { args: { envVariable: 'PARTNER_API_TOKEN' } };

/** Whether the file arrived cannot be known, so the user is asked to check it, and the secret is not stored yet. */
export const Downloaded: Story = {
  tags: ['!autodocs'],
  args: { envVariable: 'PARTNER_API_TOKEN' },
  beforeEach: () => {
    spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined);
  },
  play: async ({ canvas, userEvent, args, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.secretReveal.download }));
    await expect(canvas.getByText(messages.secretReveal.downloadStarted)).toBeVisible();
    await expect(args.onStored).not.toHaveBeenCalled();
  },
};

export const LongSecret: Story = {
  tags: ['!autodocs'],
  args: { secret: () => `tkw_${'0123456789abcdefghijklmnopqrstuvwxyz'.repeat(12)}` },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.secretReveal.reveal }));
    await expect(canvas.getByText(/^tkw_0123456789/)).toBeVisible();
  },
};

export const Copied: Story = {
  tags: ['!autodocs'],
  beforeEach: () => {
    spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
  },
  play: async ({ canvas, userEvent, args, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.secretReveal.copy }));
    await expect(await canvas.findByText(messages.secretReveal.copied)).toBeVisible();
    await expect(navigator.clipboard.writeText).toHaveBeenCalledWith(secret);
    await expect(args.onStored).toHaveBeenCalledWith('copy');
  },
};

/** Where the browser allows no copy at all, the secret is selected and the user told what to press. It does not count as stored. */
export const CopyRefused: Story = {
  tags: ['!autodocs'],
  beforeEach: () => {
    spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Not allowed', 'NotAllowedError'));
    spyOn(document, 'execCommand').mockReturnValue(false);
  },
  play: async ({ canvas, userEvent, args, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.secretReveal.copy }));
    await expect(await canvas.findByText(messages.secretReveal.copyFailed)).toBeVisible();
    await expect(String(getSelection())).toBe(secret);
    await expect(args.onStored).not.toHaveBeenCalled();
  },
};

/** The user's own word counts, too. */
export const Confirmed: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, args, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('checkbox', { name: messages.secretReveal.confirm }));
    await expect(args.onStored).toHaveBeenCalledWith('confirmation');
  },
};

export const RightToLeft: Story = {
  tags: ['!autodocs'],
  args: { envVariable: 'PARTNER_API_TOKEN' },
  globals: { direction: 'rtl' },
};
export const German: Story = {
  tags: ['!autodocs'],
  args: { envVariable: 'PARTNER_API_TOKEN' },
  globals: { language: 'de' },
};
