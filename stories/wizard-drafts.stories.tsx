import type { Meta, StoryObj } from '@storybook/react-vite';
import { CreateTokenWizard, type DraftStorage, type TokenDraft } from '@tokenwright/react';
import { expect } from 'storybook/test';
import { wizardArgs, wizardArgTypes } from './wizard-args.js';
import { wordsOf } from './words.js';

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

/** A storage that gives the same each time, and forgets what it is given. */
function storageOf(draft: unknown): DraftStorage {
  return { read: () => draft, write: () => {}, remove: () => {} };
}

let writes = 0;
/** As if another tab wrote between any two looks at it. */
const storageOfTwo: DraftStorage = {
  ...storageOf(null),
  read() {
    writes += 1;
    return { ...draft, revision: `other-tab-${writes}` };
  },
};

/** As if another tab sent a request after this one had looked. */
const storageOfSender: DraftStorage = {
  ...storageOf(null),
  read() {
    writes += 1;
    const sent = { ...draft, intent: { key: 'k', request, attempt: 1 }, uncertain: true };
    return writes === 1 ? draft : { ...sent, revision: `other-tab-${writes}` };
  },
};

let isFinished = false;
/** As if another tab finished with the draft right after it was looked at. */
const storageOfFinished: DraftStorage = {
  ...storageOf(null),
  read() {
    const held = isFinished ? null : draft;
    isFinished = true;
    return held;
  },
};

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
  play: async ({ canvas, globals }) => {
    const { wizard } = wordsOf(globals).messages;
    await expect(await canvas.findByRole('textbox', { name: wizard.fields.name.label })).toHaveValue('Nightly export');
    await expect(canvas.getByRole('button', { name: wizard.draft.startOver })).toBeVisible();
  },
};

/** Nothing is dropped without a question. */
export const StartingOver: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, globals }) => {
    const { draft: words, confirmStartOver } = wordsOf(globals).messages.wizard;
    await userEvent.click(await canvas.findByRole('button', { name: words.startOver }));
    await expect(await canvas.findByRole('heading', { name: confirmStartOver.title })).toHaveFocus();
  },
};

/** Something is there, of a later version or damaged: the form is empty, and says why. */
export const Unreadable: Story = {
  args: { draftStorage: storageOf({ v: 99 }) },
  play: async ({ canvas, globals }) => {
    const { wizard } = wordsOf(globals).messages;
    await expect(await canvas.findByText(wizard.draft.unreadable, { selector: 'div' })).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: wizard.fields.name.label })).toHaveValue('');
  },
};

/** Another tab wrote in the meantime. Neither overwrites the other before the user has chosen. */
export const ChangedInAnotherTab: Story = {
  tags: ['!autodocs'],
  args: { draftStorage: storageOfTwo },
  play: async ({ canvas, userEvent, globals }) => {
    const { wizard } = wordsOf(globals).messages;
    await userEvent.type(await canvas.findByRole('textbox', { name: wizard.fields.name.label }), ' 2');
    await expect(await canvas.findByRole('button', { name: wizard.draft.take }, { timeout: 5000 })).toBeVisible();
  },
};

/** Another tab went through the same draft, and has its token. A second one is made only if the user wants it. */
export const FinishedInAnotherTab: Story = {
  tags: ['!autodocs'],
  args: { draftStorage: storageOfFinished },
  beforeEach: () => {
    isFinished = false;
  },
  play: async ({ canvas, userEvent, globals }) => {
    const { wizard } = wordsOf(globals).messages;
    await userEvent.type(await canvas.findByRole('textbox', { name: wizard.fields.name.label }), ' 2');
    await expect(await canvas.findByText(wizard.draft.gone, { selector: 'div' }, { timeout: 5000 })).toBeVisible();
  },
};

/** Another tab or window has sent its request, and has no answer yet. */
export const SentFromAnotherTab: Story = {
  tags: ['!autodocs'],
  args: { draftStorage: storageOfSender },
  beforeEach: () => {
    writes = 0;
  },
  play: async ({ canvas, userEvent, globals }) => {
    const { wizard } = wordsOf(globals).messages;
    await userEvent.type(await canvas.findByRole('textbox', { name: wizard.fields.name.label }), 'Weekly');
    await expect(await canvas.findByText(wizard.draft.sending, { selector: 'div' }, { timeout: 5000 })).toBeVisible();
  },
};

/** The storage takes nothing more: the user is told, and the browser asks before the page is left. */
export const NotSaved: Story = {
  args: { draftStorage: storageOf(null) },
  play: async ({ canvas, userEvent, globals }) => {
    const { wizard } = wordsOf(globals).messages;
    await userEvent.type(await canvas.findByRole('textbox', { name: wizard.fields.name.label }), 'Weekly');
    await expect(await canvas.findByText(wizard.draft.unsaved, { selector: 'div' }, { timeout: 5000 })).toBeVisible();
  },
};

/** The page was closed before the answer to its request arrived. Trying again is safe: the request keeps its key. */
export const ClosedWhileCreating: Story = {
  args: { draftStorage: storageOf({ ...draft, intent: { key: 'k', request, attempt: 1 }, uncertain: true }) },
  play: async ({ canvas, globals }) => {
    const { unknownOutcome, draft: words } = wordsOf(globals).messages.wizard;
    await expect(await canvas.findByRole('heading', { name: unknownOutcome.title })).toBeVisible();
    await expect(canvas.getByText((text) => text.includes(unknownOutcome.reasons.interrupted))).toBeVisible();
    await expect(canvas.getByRole('button', { name: words.startOver })).toBeVisible();
  },
};
