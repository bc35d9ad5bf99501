import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { CreateTokenWizard } from '@tokenwright/react';
import { answers } from './fixtures.js';
import { wizardArgs, wizardArgTypes } from './wizard-args.js';
import './themes/host-page.css';
import './themes/corporate.css';
import './themes/forest.css';
import './themes/midnight.css';

const meta = {
  title: 'Wizard/Themes',
  component: CreateTokenWizard,
  args: { ...wizardArgs, initialValues: answers, initialStep: 'scopes' },
  argTypes: wizardArgTypes,
  parameters: { layout: 'fullscreen' },
  tags: ['!autodocs'],
} satisfies Meta<typeof CreateTokenWizard>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A host whose page sets the custom properties of one class. */
const inTheme =
  (className: string): Decorator =>
  (Story) => (
    <div className={`theme-page ${className}`}>
      <Story />
    </div>
  );

/** The fonts of the system, square corners, no shadows. */
export const Corporate: Story = { decorators: [inTheme('theme-corporate')] };

/** Warm and roomy, in light and dark. */
export const Forest: Story = { decorators: [inTheme('theme-forest')] };

/** Always dark, and dense: for consoles with little room. */
export const Midnight: Story = { decorators: [inTheme('theme-midnight')] };
