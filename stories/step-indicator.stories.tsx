import type { Meta, StoryObj } from '@storybook/react-vite';
import { StepIndicator, type StepIndicatorProps, type StepIndicatorStep } from '@tokenwright/react';
import { expect, fn } from 'storybook/test';

const labels = ['Setup', 'Contact Information', 'API Scopes', 'Create'];

/** @param current The position of the current step, from 0. @param reachable How many steps the user may go to. */
function stepsAt(current: number, reachable: number): readonly StepIndicatorStep[] {
  return labels.map((label, position) => ({
    id: label,
    label,
    state: position === current ? 'current' : position < reachable ? 'complete' : 'upcoming',
    available: position < reachable && position !== current,
  }));
}

const meta = {
  title: 'Components/StepIndicator',
  component: StepIndicator,
  args: { steps: stepsAt(1, 1), onStepSelect: fn<StepIndicatorProps['onStepSelect']>() },
} satisfies Meta<typeof StepIndicator>;
export default meta;

type Story = StoryObj<typeof meta>;

export const FirstStep: Story = { args: { steps: stepsAt(0, 0) } };
export const MiddleStep: Story = { args: { steps: stepsAt(2, 2) } };
export const LastStep: Story = { args: { steps: stepsAt(3, 3) } };

/** From the review back to an early answer: the later steps are done already. */
export const BackOnAnEarlyStep: Story = { args: { steps: stepsAt(0, 4) } };

/** Where there is little room, the current step is told in words. */
export const Narrow: Story = {
  args: { steps: stepsAt(2, 2) },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: '18rem' }}>
        <Story />
      </div>
    ),
  ],
};

export const LongText: Story = {
  args: {
    steps: stepsAt(1, 1).map((step) => ({ ...step, label: `${step.label} und Verantwortlichkeiten im Unternehmen` })),
  },
};

/** Only steps that are done can be gone to; the others are no buttons. */
export const FinishedStepPressed: Story = {
  tags: ['!autodocs'],
  args: { steps: stepsAt(2, 2) },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: /Contact Information/ }));
    await expect(args.onStepSelect).toHaveBeenCalledWith('Contact Information');
    await expect(canvas.queryByRole('button', { name: /Create/ })).not.toBeInTheDocument();
  },
};

export const RightToLeft: Story = {
  tags: ['!autodocs'],
  args: { steps: stepsAt(2, 2) },
  globals: { direction: 'rtl' },
};
export const German: Story = { tags: ['!autodocs'], args: { steps: stepsAt(2, 2) }, globals: { language: 'de' } };
