import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { CreateTokenWizard } from '@tokenwright/react';
import { expect } from 'storybook/test';
import { answers } from './fixtures.js';
import { wizardArgs, wizardArgTypes } from './wizard-args.js';
import { wordsOf } from './words.js';

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

type PlayContext = Pick<StoryContext, 'canvas' | 'userEvent' | 'globals'>;
type Outcome = 'created' | 'createdWithoutSecret' | 'unknownOutcome' | 'rateLimited' | 'sessionExpired';

async function pressCreate({ canvas, userEvent, globals }: PlayContext) {
  const { messages } = wordsOf(globals);
  await userEvent.click(await canvas.findByRole('button', { name: messages.wizard.actions.create }));
}

/** Presses Create and waits for the outcome, whose heading takes the focus. */
async function comeTo(context: PlayContext, outcome: Outcome) {
  const { messages } = wordsOf(context.globals);
  await pressCreate(context);
  await expect(await context.canvas.findByRole('heading', { name: messages.wizard[outcome].title })).toHaveFocus();
}

/** One request is under way. Nothing can be changed or sent a second time. */
export const Creating: Story = {
  args: { onCreate: neverSettles, createTimeout: aDay },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    await pressCreate(context);
    await expect(await context.canvas.findByRole('status')).toHaveTextContent(messages.wizard.creating.title);
    await expect(context.canvas.getByText(messages.wizard.creating.body)).toBeVisible();
    await expect(context.canvas.queryByText(messages.wizard.steps.create.introduction)).not.toBeInTheDocument();
    await expect(
      context.canvas.queryByRole('button', { name: messages.wizard.fields.name.change }),
    ).not.toBeInTheDocument();
  },
};

export const Created: Story = { play: (context) => comeTo(context, 'created') };

export const CreatedWithUsageExample: Story = {
  args: {
    usageExample: (secret) =>
      `curl -H "Authorization: Bearer ${secret}" https://api.example.com/Mediapartners/IR42/Jobs`,
  },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    await comeTo(context, 'created');
    await expect(context.canvas.getByRole('button', { name: messages.secretReveal.copyUsage })).toBeVisible();
  },
};

/** The secret cannot be shown again, so Done asks first. */
export const DoneBeforeStored: Story = {
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    const { canvas, userEvent, args } = context;
    await comeTo(context, 'created');
    await userEvent.click(canvas.getByRole('button', { name: messages.wizard.actions.done }));
    await expect(await canvas.findByRole('heading', { name: messages.wizard.confirmLeave.title })).toHaveFocus();
    await expect(args.onDone).not.toHaveBeenCalled();
  },
};

export const Finished: Story = {
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    const { canvas, userEvent, args } = context;
    await comeTo(context, 'created');
    await userEvent.click(canvas.getByRole('button', { name: messages.secretReveal.reveal }));
    await expect(canvas.getByText(/^tkw_/)).toBeVisible();
    await userEvent.click(canvas.getByRole('checkbox', { name: messages.secretReveal.confirm }));
    await userEvent.click(canvas.getByRole('button', { name: messages.wizard.actions.done }));
    await expect(await canvas.findByRole('heading', { name: messages.wizard.finished.title })).toHaveFocus();
    await expect(canvas.queryByText(/^tkw_/)).not.toBeInTheDocument();
    await expect(args.onDone).toHaveBeenCalledOnce();
    await expect(canvas.getByRole('button', { name: messages.wizard.finished.restart })).toBeVisible();
  },
};

/** A page that keeps the wizard is ready for the next token. */
export const AnotherToken: Story = {
  args: { onCreate: async () => ({ status: 'created-without-secret', token: { id: 'tok_1' } }) },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    const { canvas, userEvent } = context;
    await comeTo(context, 'createdWithoutSecret');
    await userEvent.click(canvas.getByRole('button', { name: messages.wizard.actions.done }));
    await userEvent.click(await canvas.findByRole('button', { name: messages.wizard.finished.restart }));
    await expect(await canvas.findByRole('heading', { name: messages.wizard.steps.create.heading })).toHaveFocus();
  },
};

/** The server had minted it at an earlier attempt, and a secret is told only once. */
export const CreatedWithoutSecret: Story = {
  args: { onCreate: async () => ({ status: 'created-without-secret', token: { id: 'tok_1' } }) },
  play: (context) => comeTo(context, 'createdWithoutSecret'),
};

/** The answer got lost. Nothing offered here can make a second token. */
export const UnknownOutcome: Story = {
  args: { onCreate: rejectsWith(new TypeError('Failed to fetch')) },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    await comeTo(context, 'unknownOutcome');
    await expect(
      context.canvas.queryByRole('button', { name: messages.wizard.unknownOutcome.check }),
    ).not.toBeInTheDocument();
  },
};

export const UnknownAfterTimeout: Story = {
  args: { onCreate: neverSettles, createTimeout: 1 },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    await comeTo(context, 'unknownOutcome');
    await expect(
      context.canvas.getByText(messages.wizard.unknownOutcome.reasons.timeout, { exact: false }),
    ).toBeVisible();
  },
};

export const UnknownAfterServerFault: Story = {
  args: { onCreate: rejectsWith({ status: 500 }) },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    await comeTo(context, 'unknownOutcome');
    await expect(
      context.canvas.getByText(messages.wizard.unknownOutcome.reasons.server, { exact: false }),
    ).toBeVisible();
  },
};

/** The server refused the next attempt, perhaps because of the token that the lost one made. */
export const RefusedAfterLostAnswer: Story = {
  args: {
    onCreate: async (_, { attempt }) => {
      if (attempt === 1) throw new TypeError('Failed to fetch');
      throw { status: 422, detail: 'Another token of your account has this name.' };
    },
  },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    const { reasons, retry } = messages.wizard.unknownOutcome;
    await comeTo(context, 'unknownOutcome');
    await context.userEvent.click(context.canvas.getByRole('button', { name: retry }));
    await expect(await context.canvas.findByText(reasons.refused, { exact: false })).toBeVisible();
  },
};

/** The host can find out. */
export const UnknownButCheckable: Story = {
  args: { onCreate: rejectsWith({ status: 500 }), onCheckOutcome: async () => ({ status: 'not-created' }) },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    await comeTo(context, 'unknownOutcome');
    await expect(context.canvas.getByRole('button', { name: messages.wizard.unknownOutcome.check })).toBeVisible();
  },
};

export const Checking: Story = {
  args: { onCreate: rejectsWith({ status: 500 }), onCheckOutcome: neverSettles },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    await comeTo(context, 'unknownOutcome');
    await context.userEvent.click(context.canvas.getByRole('button', { name: messages.wizard.unknownOutcome.check }));
    await expect(
      await context.canvas.findByRole('button', { name: messages.wizard.unknownOutcome.checking }),
    ).toHaveFocus();
  },
};

export const CheckFailed: Story = {
  args: { onCreate: rejectsWith({ status: 500 }), onCheckOutcome: rejectsWith(new TypeError('Failed to fetch')) },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    await comeTo(context, 'unknownOutcome');
    await context.userEvent.click(context.canvas.getByRole('button', { name: messages.wizard.unknownOutcome.check }));
    await expect(await context.canvas.findByText(messages.wizard.unknownOutcome.checkFailed)).toBeVisible();
  },
};

export const RateLimited: Story = {
  args: { onCreate: rejectsWith({ status: 429, retryAfter: 90 }) },
  play: async (context) => {
    const { messages, format } = wordsOf(context.globals);
    await comeTo(context, 'rateLimited');
    const [beforeTheTime] = messages.wizard.rateLimited.wait({ seconds: 90 }, format).split('90');
    await expect(
      context.canvas.getByText((text) => text.startsWith(beforeTheTime ?? text), { selector: 'p' }),
    ).toBeVisible();
  },
};

export const RateLimitOver: Story = {
  args: { onCreate: rejectsWith({ status: 429, retryAfter: 0 }) },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    await comeTo(context, 'rateLimited');
    await expect(await context.canvas.findByText(messages.wizard.rateLimited.over, { selector: 'p' })).toBeVisible();
  },
};

export const SessionExpired: Story = {
  args: { onCreate: rejectsWith({ status: 401 }) },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    await comeTo(context, 'sessionExpired');
    await expect(context.canvas.getByText(messages.wizard.sessionExpired.body, { exact: false })).toBeVisible();
  },
};

/** The host signs the user in by itself. */
export const SessionBeingRenewed: Story = {
  args: { onCreate: rejectsWith({ status: 401 }), onSessionExpired: neverSettles },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    await comeTo(context, 'sessionExpired');
    await expect(context.canvas.getByText(messages.wizard.sessionExpired.renewing)).toBeVisible();
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
    const { messages } = wordsOf(context.globals);
    const { canvas } = context;
    await pressCreate(context);
    await expect(await canvas.findByRole('heading', { name: messages.wizard.rejected.title })).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: messages.wizard.fields.name.label })).toHaveAccessibleDescription(
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

/** The server gave no reason, so the summary says what can be done. */
export const RejectedWithoutReason: Story = {
  args: { onCreate: rejectsWith({ status: 403 }) },
  play: async (context) => {
    await pressCreate(context);
    const { noReason } = wordsOf(context.globals).messages.wizard.rejected;
    await expect(await context.canvas.findByText(noReason)).toBeVisible();
  },
};
