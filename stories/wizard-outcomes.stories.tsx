import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { CreateTokenWizard } from '@tokenwright/react';
import { expect } from 'storybook/test';
import { answers } from './fixtures.js';
import { wizardArgs, wizardArgTypes } from './wizard-args.js';

const aDay = 24 * 60 * 60 * 1000;
const neverSettles = () => new Promise<never>(() => {});
const rejectsWith = (problem: object) => () => Promise.reject(problem);

const meta = {
  title: 'Wizard/Outcomes',
  component: CreateTokenWizard,
  args: { ...wizardArgs, initialValues: answers, initialStep: 'create' },
  argTypes: wizardArgTypes,
  // Each is reached by pressing Create, which a page of documentation does not do.
  tags: ['!autodocs'],
} satisfies Meta<typeof CreateTokenWizard>;
export default meta;

type Story = StoryObj<typeof meta>;

async function pressCreate({ canvas, userEvent }: Pick<StoryContext, 'canvas' | 'userEvent'>) {
  await userEvent.click(await canvas.findByRole('button', { name: 'Create' }));
}

/** Presses Create and waits for the outcome, whose heading takes the focus. */
async function comeTo(context: Pick<StoryContext, 'canvas' | 'userEvent'>, heading: string) {
  await pressCreate(context);
  await expect(await context.canvas.findByRole('heading', { name: heading })).toHaveFocus();
}

/** One request is under way. Nothing can be changed or sent a second time. */
export const Creating: Story = {
  args: { onCreate: neverSettles, createTimeout: aDay },
  play: async (context) => {
    await pressCreate(context);
    await expect(await context.canvas.findByRole('status')).toHaveTextContent('Creating your token…');
    await expect(context.canvas.queryByRole('button', { name: /^Change/ })).not.toBeInTheDocument();
  },
};

export const Created: Story = { play: (context) => comeTo(context, 'Your token is ready') };

export const CreatedWithUsageExample: Story = {
  args: {
    usageExample: (secret) =>
      `curl -H "Authorization: Bearer ${secret}" https://api.example.com/Mediapartners/IR42/Jobs`,
  },
  play: async (context) => {
    await comeTo(context, 'Your token is ready');
    await expect(context.canvas.getByRole('button', { name: 'Copy command' })).toBeVisible();
  },
};

/** The secret cannot be shown again, so Done asks first. */
export const DoneBeforeStored: Story = {
  play: async (context) => {
    const { canvas, userEvent, args } = context;
    await comeTo(context, 'Your token is ready');
    await userEvent.click(canvas.getByRole('button', { name: 'Done' }));
    await expect(await canvas.findByRole('heading', { name: 'Leave without storing the token?' })).toHaveFocus();
    await expect(args.onDone).not.toHaveBeenCalled();
  },
};

export const Finished: Story = {
  play: async (context) => {
    const { canvas, userEvent, args } = context;
    await comeTo(context, 'Your token is ready');
    await userEvent.click(canvas.getByRole('button', { name: 'Reveal' }));
    await expect(canvas.getByText(/^tkw_/)).toBeVisible();
    await userEvent.click(canvas.getByRole('checkbox', { name: /I have stored/ }));
    await userEvent.click(canvas.getByRole('button', { name: 'Done' }));
    await expect(await canvas.findByRole('heading', { name: 'Done' })).toHaveFocus();
    await expect(canvas.queryByText(/^tkw_/)).not.toBeInTheDocument();
    await expect(args.onDone).toHaveBeenCalledOnce();
  },
};

/** The server had minted it at an earlier attempt, and a secret is told only once. */
export const CreatedWithoutSecret: Story = {
  args: { onCreate: async () => ({ status: 'created-without-secret', token: { id: 'tok_1' } }) },
  play: (context) => comeTo(context, 'Your token exists, but its secret cannot be shown'),
};

const unknown = 'We do not know whether your token was created';

/** The answer got lost. Nothing offered here can make a second token. */
export const UnknownOutcome: Story = {
  args: { onCreate: rejectsWith(new TypeError('Failed to fetch')) },
  play: async (context) => {
    await comeTo(context, unknown);
    await expect(context.canvas.queryByRole('button', { name: 'Check now' })).not.toBeInTheDocument();
  },
};

export const UnknownAfterTimeout: Story = {
  args: { onCreate: neverSettles, createTimeout: 1 },
  play: async (context) => {
    await comeTo(context, unknown);
    await expect(context.canvas.getByText(/did not answer in time/)).toBeVisible();
  },
};

export const UnknownAfterServerFault: Story = {
  args: { onCreate: rejectsWith({ status: 500 }) },
  play: async (context) => {
    await comeTo(context, unknown);
    await expect(context.canvas.getByText(/reported a fault/)).toBeVisible();
  },
};

/** The host can find out. */
export const UnknownButCheckable: Story = {
  args: { onCreate: rejectsWith({ status: 500 }), onCheckOutcome: async () => ({ status: 'not-created' }) },
  play: async (context) => {
    await comeTo(context, unknown);
    await expect(context.canvas.getByRole('button', { name: 'Check now' })).toBeVisible();
  },
};

export const Checking: Story = {
  args: { onCreate: rejectsWith({ status: 500 }), onCheckOutcome: neverSettles },
  play: async (context) => {
    await comeTo(context, unknown);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Check now' }));
    await expect(await context.canvas.findByRole('button', { name: 'Checking…' })).toHaveFocus();
  },
};

export const CheckFailed: Story = {
  args: { onCreate: rejectsWith({ status: 500 }), onCheckOutcome: rejectsWith(new TypeError('Failed to fetch')) },
  play: async (context) => {
    await comeTo(context, unknown);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Check now' }));
    await expect(await context.canvas.findByText(/^The check did not work/)).toBeVisible();
  },
};

export const RateLimited: Story = {
  args: { onCreate: rejectsWith({ status: 429, retryAfter: 90 }) },
  play: async (context) => {
    await comeTo(context, 'Too many requests');
    await expect(context.canvas.getByText(/try again in \d+ seconds/)).toBeVisible();
  },
};

export const RateLimitOver: Story = {
  args: { onCreate: rejectsWith({ status: 429, retryAfter: 0 }) },
  play: async (context) => {
    await comeTo(context, 'Too many requests');
    await expect(await context.canvas.findByText('You can try again now.')).toBeVisible();
  },
};

export const SessionExpired: Story = {
  args: { onCreate: rejectsWith({ status: 401 }) },
  play: async (context) => {
    await comeTo(context, 'Your session has expired');
    await expect(context.canvas.getByText(/^Sign in again/)).toBeVisible();
  },
};

/** The host signs the user in by itself. */
export const SessionBeingRenewed: Story = {
  args: { onCreate: rejectsWith({ status: 401 }), onSessionExpired: neverSettles },
  play: async (context) => {
    await comeTo(context, 'Your session has expired');
    await expect(context.canvas.getByText('Signing you in again…')).toBeVisible();
  },
};

/** Back on the earliest step that the server found a fault with, in the server's words. */
export const RejectedFields: Story = {
  args: {
    onCreate: rejectsWith({
      status: 422,
      errors: [
        { detail: 'Another token of your account has this name', pointer: '#/name' },
        { detail: 'Your plan does not include running jobs again', pointer: '#/scopes' },
      ],
    }),
  },
  play: async (context) => {
    const { canvas } = context;
    await pressCreate(context);
    await expect(await canvas.findByRole('heading', { name: 'Your token was not created' })).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Token Name' })).toHaveAccessibleDescription(
      /Another token of your account has this name/,
    );
  },
};

/** The fault belongs to no field, so the summary tells it. */
export const RejectedAsAWhole: Story = {
  args: { onCreate: rejectsWith({ status: 403, detail: 'Your account may hold no more than 20 tokens.' }) },
  play: async (context) => {
    await pressCreate(context);
    await expect(await context.canvas.findByText('Your account may hold no more than 20 tokens.')).toBeVisible();
  },
};
