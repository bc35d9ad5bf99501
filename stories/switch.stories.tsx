import type { Meta, StoryObj } from '@storybook/react-vite';
import { Switch, type SwitchProps } from '@tokenwright/react';
import { useId } from 'react';
import { expect, fn } from 'storybook/test';
import { useStoryValue } from './use-story-value.js';

const meta = {
  title: 'Components/Switch',
  component: Switch,
  args: { checked: false, onCheckedChange: fn<SwitchProps['onCheckedChange']>() },
  render: function Render({ checked, onCheckedChange, ...args }) {
    const id = useId();
    const [value, setValue] = useStoryValue(checked, onCheckedChange);
    return (
      <div className="story-row">
        <Switch {...args} id={id} checked={value} onCheckedChange={setValue} />
        <label htmlFor={id}>Withdrawal settings</label>
      </div>
    );
  },
} satisfies Meta<typeof Switch>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Off: Story = {};
export const On: Story = { args: { checked: true } };
export const Disabled: Story = { args: { disabled: true } };
export const DisabledOn: Story = { args: { disabled: true, checked: true } };

export const PressedWithTheKeyboard: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await expect(canvas.getByRole('switch', { name: 'Withdrawal settings' })).toBeChecked();
    await expect(args.onCheckedChange).toHaveBeenCalledWith(true);
  },
};

export const RightToLeft: Story = { tags: ['!autodocs'], args: { checked: true }, globals: { direction: 'rtl' } };
