import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { CreateTokenWizard, type CreateTokenWizardProps } from '@tokenwright/react';
import { expect, fn } from 'storybook/test';
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
