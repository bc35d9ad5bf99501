import type { Meta, StoryObj } from '@storybook/react-vite';
import { CreateTokenWizard } from '@tokenwright/react';
import { expect } from 'storybook/test';
import { answers } from './fixtures.js';
import { wizardArgs, wizardArgTypes } from './wizard-args.js';

const meta = {
  title: 'Wizard/Languages',
  component: CreateTokenWizard,
  args: { ...wizardArgs, initialValues: answers },
  argTypes: wizardArgTypes,
  // The page as a whole changes its language or direction, which stories that share a page of documentation cannot.
  tags: ['!autodocs'],
} satisfies Meta<typeof CreateTokenWizard>;
export default meta;

type Story = StoryObj<typeof meta>;

const german = { language: 'de' };
const rightToLeft = { direction: 'rtl' };

export const GermanSetup: Story = { globals: german };
export const GermanContact: Story = { globals: german, args: { initialStep: 'contact' } };
export const GermanScopes: Story = { globals: german, args: { initialStep: 'scopes' } };
export const GermanReview: Story = { globals: german, args: { initialStep: 'create' } };

/** Long words in the summary, beside the field and in the buttons. */
export const GermanRefused: Story = {
  globals: german,
  args: { initialValues: {} },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Weiter' }));
    await expect(canvas.getByRole('textbox', { name: 'Tokenname' })).toBeInvalid();
  },
};

export const GermanCreated: Story = {
  globals: german,
  args: { initialStep: 'create' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Erstellen' }));
    await expect(await canvas.findByRole('button', { name: 'Kopieren' })).toBeVisible();
  },
};

export const RightToLeftSetup: Story = { globals: rightToLeft };
export const RightToLeftContact: Story = { globals: rightToLeft, args: { initialStep: 'contact' } };
export const RightToLeftScopes: Story = { globals: rightToLeft, args: { initialStep: 'scopes' } };
export const RightToLeftReview: Story = { globals: rightToLeft, args: { initialStep: 'create' } };

export const RightToLeftRefused: Story = {
  globals: rightToLeft,
  args: { initialValues: {} },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await expect(canvas.getByRole('textbox', { name: 'Token Name' })).toBeInvalid();
  },
};

/** The secret itself always reads from left to right. */
export const RightToLeftCreated: Story = {
  globals: rightToLeft,
  args: { initialStep: 'create' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Create' }));
    await expect(await canvas.findByRole('button', { name: 'Copy' })).toBeVisible();
  },
};
