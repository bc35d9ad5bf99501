import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { CreateTokenWizard, type DraftStorage, type TokenDraft } from '@tokenwright/react';
import { expect } from 'storybook/test';
import { wizardArgs, wizardArgTypes } from './wizard-args.js';

/** What an earlier visit left. */
const draft: TokenDraft = {
  v: 1,
  revision: 'earlier-visit',
  answers: {
    name: 'Nightly export',
    description: 'Copies the actions of the day into our warehouse.',
    version: '16',
    primaryContact: 'grace',
    developerEmails: ['dev@example.com'],
    emailText: '',
  },
  foundContact: null,
  scopes: { selection: [{ category: 'jobs', enabled: true, checked: ['jobs.list', 'jobs.replay'] }], gone: [] },
  intent: null,
  uncertain: false,
};
const { name, description, version, primaryContact, developerEmails } = draft.answers;
const request = { name, description, version, primaryContact, developerEmails, scopes: ['jobs.list', 'jobs.replay'] };

/** A storage that gives one thing after the other, the last one for ever, and forgets what it is given. */
function storageOf(first: unknown, ...later: readonly unknown[]): DraftStorage {
  const answers = [first, ...later];
  return { read: () => (answers.length > 1 ? answers.shift() : answers[0]), write: () => {}, remove: () => {} };
}

const meta = {
  title: 'Wizard/Drafts',
  component: CreateTokenWizard,
  args: { ...wizardArgs, draftStorage: storageOf(draft) },
  argTypes: { ...wizardArgTypes, draftStorage: { control: false } },
} satisfies Meta<typeof CreateTokenWizard>;
export default meta;

type Story = StoryObj<typeof meta>;

/** What was entered on an earlier visit is back, and the user is told. */
export const Restored: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('textbox', { name: 'Token Name' })).toHaveValue('Nightly export');
    await expect(canvas.getByRole('button', { name: 'Start over' })).toBeVisible();
  },
};

/** Nothing is dropped without a question. */
export const StartingOver: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Start over' }));
    await expect(await canvas.findByRole('heading', { name: 'Start over?' })).toHaveFocus();
  },
};

/** Something is there, of a later version or damaged: the form is empty, and says why. */
export const Unreadable: Story = {
  args: { draftStorage: storageOf({ v: 99 }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/could not be read/, { selector: 'div' })).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Token Name' })).toHaveValue('');
  },
};

/** Another tab wrote in the meantime. Neither overwrites the other before the user has chosen. */
export const ChangedInAnotherTab: Story = {
  tags: ['!autodocs'],
  args: { draftStorage: storageOf(draft, { ...draft, revision: 'other-tab' }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Token Name' }), ' 2');
    await expect(await canvas.findByRole('button', { name: 'Use the other ones' }, { timeout: 5000 })).toBeVisible();
  },
};

/** The page was closed before the answer to its request arrived. Trying again is safe: the request keeps its key. */
export const ClosedWhileCreating: Story = {
  args: { draftStorage: storageOf({ ...draft, intent: { key: 'k', request, attempt: 1 }, uncertain: true }) },
  play: async ({ canvas }: Pick<StoryContext, 'canvas'>) => {
    await expect(await canvas.findByText(/closed before the answer arrived/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Start over' })).toBeVisible();
  },
};
