import type { Meta, StoryObj } from '@storybook/react-vite';
import { Checkbox, type CheckboxProps } from '@tokenwright/react';
import { useId } from 'react';
import { expect, fn } from 'storybook/test';
import { useStoryValue } from './use-story-value.js';

const meta = {
  title: 'Components/Checkbox',
  component: Checkbox,
  args: { checked: false, onCheckedChange: fn<CheckboxProps['onCheckedChange']>() },
  argTypes: { checked: { control: 'inline-radio', options: [false, true, 'mixed'] } },
  render: function Render({ checked, onCheckedChange, ...args }) {
    const id = useId();
    const [value, setValue] = useStoryValue(checked, onCheckedChange);
    return (
      <div className="story-row">
        <Checkbox {...args} id={id} checked={value} onCheckedChange={setValue} />
        <label htmlFor={id}>List ads</label>
      </div>
    );
  },
} satisfies Meta<typeof Checkbox>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Unchecked: Story = {};
export const Checked: Story = { args: { checked: true } };

/** Stands for a group of which some are checked. Pressed, it asks for all of them. */
export const Mixed: Story = { args: { checked: 'mixed' } };

export const Disabled: Story = { args: { disabled: true } };
export const DisabledChecked: Story = { args: { disabled: true, checked: true } };

/** A larger target than the box alone. */
export const PressedOnItsLabel: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByText('List ads'));
    await expect(canvas.getByRole('checkbox', { name: 'List ads' })).toBeChecked();
    await expect(args.onCheckedChange).toHaveBeenCalledWith(true);
  },
};
