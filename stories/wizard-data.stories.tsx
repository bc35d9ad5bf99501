import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { CreateTokenWizard, type CreateTokenWizardProps } from '@tokenwright/react';
import { expect, fn, spyOn } from 'storybook/test';
import { answers, contacts } from './fixtures.js';
import { wizardArgs, wizardArgTypes } from './wizard-args.js';
import { wordsOf } from './words.js';

const neverSettles = () => new Promise<never>(() => {});
const fails = () => Promise.reject(new TypeError('Failed to fetch'));

const meta = {
  title: 'Wizard/Data',
  component: CreateTokenWizard,
  args: {
    ...wizardArgs,
    initialValues: answers,
    // A source that fails is told to the host; without this it would be reported as an uncaught error.
    onError: fn<NonNullable<CreateTokenWizardProps['onError']>>(),
  },
  argTypes: wizardArgTypes,
} satisfies Meta<typeof CreateTokenWizard>;
export default meta;

type Story = StoryObj<typeof meta>;

type PlayContext = Pick<StoryContext, 'canvas' | 'userEvent' | 'globals'>;

async function goOn({ canvas, userEvent, globals }: PlayContext, step: 'contact' | 'scopes') {
  const { messages } = wordsOf(globals);
  await userEvent.click(canvas.getByRole('button', { name: messages.wizard.actions.next }));
  await expect(await canvas.findByRole('heading', { name: messages.wizard.steps[step].heading })).toHaveFocus();
}

async function goToScopes(context: PlayContext) {
  await goOn(context, 'contact');
  await goOn(context, 'scopes');
}

/** A later first step waits until everything before it can be judged. */
export const Preparing: Story = { args: { contacts: neverSettles, initialStep: 'create' } };

export const VersionsLoading: Story = { args: { versions: neverSettles } };
export const VersionsEmpty: Story = { args: { versions: [] } };
export const VersionsFailed: Story = {
  args: { versions: fails },
  play: async ({ canvas, args, globals }) => {
    const { messages } = wordsOf(globals);
    await expect(await canvas.findByText(messages.wizard.sources.versions.failed)).toBeVisible();
    await expect(args.onError).toHaveBeenCalledOnce();
  },
};

export const ContactsLoading: Story = {
  tags: ['!autodocs'],
  args: { contacts: neverSettles },
  play: (context) => goOn(context, 'contact'),
};
export const ContactsEmpty: Story = { args: { contacts: [], initialStep: 'contact' } };
export const ContactsFailed: Story = {
  args: { contacts: fails, initialStep: 'contact' },
  play: async ({ canvas, globals }) => {
    const { messages } = wordsOf(globals);
    await expect(await canvas.findByText(messages.wizard.sources.contacts.failed)).toBeVisible();
  },
};

export const CatalogLoading: Story = {
  tags: ['!autodocs'],
  args: { catalog: neverSettles },
  play: goToScopes,
};
export const CatalogEmpty: Story = {
  args: { catalog: { categories: [] }, initialValues: { ...answers, scopes: [] }, initialStep: 'scopes' },
};
export const CatalogFailed: Story = {
  tags: ['!autodocs'],
  args: { catalog: fails },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    await goToScopes(context);
    await expect(await context.canvas.findByText(messages.wizard.sources.catalog.failed)).toBeVisible();
  },
};

let attempts = 0;

/** Nothing that was typed is lost meanwhile. */
export const LoadedAtTheSecondAttempt: Story = {
  tags: ['!autodocs'],
  args: {
    contacts: async () => {
      attempts += 1;
      return attempts === 1 ? fails() : contacts;
    },
  },
  beforeEach: () => {
    attempts = 0;
  },
  play: async (context) => {
    const { messages } = wordsOf(context.globals);
    const { canvas, userEvent } = context;
    await goOn(context, 'contact');
    await userEvent.click(await canvas.findByRole('button', { name: messages.wizard.sources.contacts.retry }));
    await expect(await canvas.findByRole('combobox', { name: messages.contactPicker.label })).toHaveTextContent(
      'Grace Hopper',
    );
  },
};

/** No host's types allow it, and no host's data is sure to heed its types: an object where a text should be. */
const noText: string = JSON.parse('{}');

/**
 * A step that cannot be drawn, here for the host's data, does not take the page with it: the answers are kept, and the other steps
 * stay open.
 */
export const StepBroken: Story = {
  tags: ['!autodocs'],
  args: {
    presets: [{ id: 'read-only', label: 'Read only', scopes: ['jobs.list'], description: noText }],
    initialValues: { ...answers, scopes: [] },
    initialStep: 'scopes',
  },
  // React writes what was thrown to the console, and so would a host see it.
  beforeEach() {
    const spy = spyOn(console, 'error').mockImplementation(() => {});
    return () => spy.mockRestore();
  },
  play: async ({ canvas, userEvent, globals, args }) => {
    const { broken, actions, steps } = wordsOf(globals).messages.wizard;
    await expect(await canvas.findByText(broken.body)).toBeVisible();
    await expect(args.onError).toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('button', { name: actions.back }));
    await expect(await canvas.findByRole('heading', { name: steps.contact.heading })).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: actions.next }));
    await expect(await canvas.findByText(broken.body)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: broken.retry }));
    await expect(await canvas.findByText(broken.body)).toBeVisible();
  },
};

export const StepBrokenInGerman: Story = { ...StepBroken, globals: { language: 'de' } };
