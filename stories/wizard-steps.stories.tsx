import type { Meta, StoryObj } from '@storybook/react-vite';
import { CreateTokenWizard, type ScopeCatalog } from '@tokenwright/react';
import { expect } from 'storybook/test';
import { answers, catalog } from './fixtures.js';
import { wizardArgs, wizardArgTypes } from './wizard-args.js';
import { wordsOf } from './words.js';

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
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.wizard.actions.next }));
    await userEvent.click(
      await canvas.findByRole('link', {
        name: messages.issues['name.required']({ code: 'name.required', field: 'name' }, format),
      }),
    );
    const name = canvas.getByRole('textbox', { name: messages.wizard.fields.name.label });
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
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.type(canvas.getByRole('textbox', { name: messages.emailListInput.label }), 'ops@');
    await userEvent.click(canvas.getByRole('button', { name: messages.wizard.actions.next }));
    await expect(
      await canvas.findByRole('link', {
        name: messages.issues['primaryContact.required'](
          { code: 'primaryContact.required', field: 'primaryContact' },
          format,
        ),
      }),
    ).toBeVisible();
    await expect(
      canvas.getByRole('link', {
        name: messages.issues['developerEmails.invalid'](
          { code: 'developerEmails.invalid', field: 'developerEmails', email: 'ops@' },
          format,
        ),
      }),
    ).toBeVisible();
  },
};

export const Scopes: Story = { args: { initialValues: { ...answers, scopes: [] }, initialStep: 'scopes' } };
export const ScopesSelected: Story = { args: { initialValues: answers, initialStep: 'scopes' } };
export const ScopesInvalid: Story = {
  tags: ['!autodocs'],
  args: { initialValues: { ...answers, scopes: [] }, initialStep: 'scopes' },
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.wizard.actions.next }));
    await userEvent.click(
      await canvas.findByRole('link', {
        name: messages.issues['scopes.required']({ code: 'scopes.required', field: 'scopes' }, format),
      }),
    );
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
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.wizard.fields.primaryContact.change }));
    await expect(await canvas.findByText(messages.wizard.actions.returnToReview)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: messages.wizard.actions.next }));
    await expect(await canvas.findByRole('heading', { name: messages.wizard.steps.create.heading })).toHaveFocus();
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
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.click(await canvas.findByRole('button', { name: messages.wizard.fields.version.change }));
    await userEvent.click(await canvas.findByRole('combobox', { name: messages.versionSelect.label }));
    await userEvent.click(await canvas.findByRole('option', { name: /Version 15/ }));
    await expect(await canvas.findByRole('status')).toHaveTextContent(/Run a job again/);
  },
};

/** Asked only if there is anything to lose. */
export const DiscardQuestion: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.type(canvas.getByRole('textbox', { name: messages.wizard.fields.name.label }), 'Nightly export');
    await userEvent.click(canvas.getByRole('button', { name: messages.wizard.actions.cancel }));
    await expect(await canvas.findByRole('heading', { name: messages.wizard.confirmCancel.title })).toHaveFocus();
  },
};

export const Cancelled: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, args, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('button', { name: messages.wizard.actions.cancel }));
    await expect(await canvas.findByRole('heading', { name: messages.wizard.cancelled.title })).toHaveFocus();
    await expect(args.onCancel).toHaveBeenCalledOnce();
    await expect(canvas.getByRole('button', { name: messages.wizard.cancelled.restart })).toBeVisible();
  },
};

/** The browser's own lists, for a host that enforces Trusted Types. */
export const NativeSelects: Story = {
  args: { selectVariant: 'native', initialValues: setupAnswers, initialStep: 'contact' },
};

export const RightToLeft: Story = { args: { dir: 'rtl', initialValues: answers, initialStep: 'scopes' } };
