import type { Meta, StoryObj } from '@storybook/react-vite';
import { CreateTokenWizard, type ScopeCatalog } from '@tokenwright/react';
import { expect } from 'storybook/test';
import { answers, catalog } from './fixtures.js';
import { wizardArgs, wizardArgTypes } from './wizard-args.js';

const meta = {
  title: 'Wizard/Steps',
  component: CreateTokenWizard,
  args: wizardArgs,
  argTypes: wizardArgTypes,
} satisfies Meta<typeof CreateTokenWizard>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Setup: Story = {};
export const SetupAnswered: Story = { args: { initialValues: answers } };

/** Next says what is missing, and leads to it. */
export const SetupInvalid: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await userEvent.click(await canvas.findByRole('link', { name: 'Enter a token name' }));
    const name = canvas.getByRole('textbox', { name: 'Token Name' });
    await expect(name).toHaveFocus();
    await expect(name).toBeInvalid();
  },
};

const { primaryContact: _, developerEmails: __, ...setupAnswers } = answers;

export const Contact: Story = { args: { initialValues: setupAnswers, initialStep: 'contact' } };
export const ContactAnswered: Story = { args: { initialValues: answers, initialStep: 'contact' } };
export const ContactInvalid: Story = {
  tags: ['!autodocs'],
  args: { initialValues: setupAnswers, initialStep: 'contact' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Developer Email Addresses' }), 'ops@');
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await expect(await canvas.findByRole('link', { name: 'Choose a primary contact' })).toBeVisible();
    await expect(canvas.getByRole('link', { name: /ops@.*is not an email address/ })).toBeVisible();
  },
};

export const Scopes: Story = { args: { initialValues: { ...answers, scopes: [] }, initialStep: 'scopes' } };
export const ScopesSelected: Story = { args: { initialValues: answers, initialStep: 'scopes' } };
export const ScopesInvalid: Story = {
  tags: ['!autodocs'],
  args: { initialValues: { ...answers, scopes: [] }, initialStep: 'scopes' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await userEvent.click(await canvas.findByRole('link', { name: 'Select at least one scope' }));
    await expect(canvas.getByRole('switch', { name: 'Ads' })).toHaveFocus();
  },
};

/** Everything that Create will send, each answer with a way back to it. */
export const Review: Story = { args: { initialValues: answers, initialStep: 'create' } };

export const ReviewWithoutOptionalAnswers: Story = {
  args: { initialValues: { ...answers, description: '', developerEmails: [] }, initialStep: 'create' },
};

/** For hosts that give a token its scopes later. */
export const ReviewWithoutScopes: Story = {
  args: { initialValues: { ...answers, scopes: [] }, initialStep: 'create', allowNoScopes: true },
};

/** From the review to one answer; the next Next leads back. */
export const AnswerChanged: Story = {
  tags: ['!autodocs'],
  args: { initialValues: answers, initialStep: 'create' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Change primary contact' }));
    await expect(await canvas.findByText('Next returns to your answers.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await expect(await canvas.findByRole('heading', { name: 'Check your answers' })).toHaveFocus();
  },
};

const olderCatalog: ScopeCatalog = {
  categories: catalog.categories.map((category) => ({
    ...category,
    scopes: category.scopes.filter(({ id }) => id !== 'jobs.replay'),
  })),
};

/** Another version may lack what was chosen. It is named, and never dropped in silence. */
export const ScopesGoneWithTheVersion: Story = {
  tags: ['!autodocs'],
  args: {
    catalog: async ({ version }) => (version === '15' ? olderCatalog : catalog),
    initialValues: answers,
    initialStep: 'create',
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Change API version' }));
    await userEvent.click(await canvas.findByRole('combobox', { name: 'API Version' }));
    await userEvent.click(await canvas.findByRole('option', { name: /Version 15/ }));
    await expect(await canvas.findByRole('status')).toHaveTextContent(/does not have .*Run a job again/);
  },
};

/** Asked only if there is anything to lose. */
export const DiscardQuestion: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Token Name' }), 'Nightly export');
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(await canvas.findByRole('heading', { name: 'Discard what you entered?' })).toHaveFocus();
  },
};

export const Cancelled: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(await canvas.findByRole('heading', { name: 'Cancelled' })).toHaveFocus();
    await expect(args.onCancel).toHaveBeenCalledOnce();
  },
};

/** The browser's own lists, for a host that enforces Trusted Types. */
export const NativeSelects: Story = {
  args: { selectVariant: 'native', initialValues: setupAnswers, initialStep: 'contact' },
};

export const RightToLeft: Story = { args: { dir: 'rtl', initialValues: answers, initialStep: 'scopes' } };
