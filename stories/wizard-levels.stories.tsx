import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  CreateTokenWizard,
  type TokenWizardSnapshot,
  useTokenWizard,
  useTokenWizardSelector,
} from '@tokenwright/react';
import { expect } from 'storybook/test';
import { answers } from './fixtures.js';
import { HeadlessWizard } from './headless-wizard.js';
import { wizardArgs, wizardArgTypes } from './wizard-args.js';
import { wordsOf } from './words.js';

const meta = {
  title: 'Wizard/Levels',
  component: CreateTokenWizard,
  args: wizardArgs,
  argTypes: wizardArgTypes,
  tags: ['!autodocs'],
} satisfies Meta<typeof CreateTokenWizard>;
export default meta;

type Story = StoryObj<typeof meta>;

const { Root, Steps, Issues, Heading, Body, Actions } = CreateTokenWizard;

/** The common case, one element. */
export const Assembled: Story = { args: { initialValues: answers, initialStep: 'scopes' } };

const selectName = ({ context }: TokenWizardSnapshot) => context.answers.name;

/** A part of the host's own follows the wizard that it stands in. */
function NameInTheMargin() {
  const name = useTokenWizardSelector(useTokenWizard(), selectName);
  return (
    <p>
      Token: <bdi>{name || 'not named yet'}</bdi>
    </p>
  );
}

/** The parts in another order, with one of the host's own among them. */
export const PartsRearranged: Story = {
  render: (args) => (
    <Root {...args}>
      <div className="story-row">
        <Heading />
        <NameInTheMargin />
      </div>
      <Issues />
      <Body />
      <Actions />
      <Steps />
    </Root>
  ),
  play: async ({ canvas, userEvent, globals }) => {
    const { messages } = wordsOf(globals);
    await userEvent.type(canvas.getByRole('textbox', { name: messages.wizard.fields.name.label }), 'Nightly export');
    await expect(canvas.getByText('Nightly export')).toBeVisible();
  },
};

/** Plain elements of the host's, driven by the hook alone. */
export const Headless: Story = { render: (args) => <HeadlessWizard {...args} /> };

export const HeadlessCreated: Story = {
  ...Headless,
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), 'Nightly export');
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Contact' }), 'Grace Hopper');
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Run a job again' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await expect(await canvas.findByText(/will hold 2 scopes/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Create' }));
    await expect(await canvas.findByText(/^tkw_/)).toBeVisible();
  },
};
