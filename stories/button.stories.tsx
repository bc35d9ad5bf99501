import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button, type ButtonProps } from '@tokenwright/react';
import { expect, fn } from 'storybook/test';

const meta = {
  title: 'Components/Button',
  component: Button,
  args: { children: 'Create Access Token', onClick: fn<NonNullable<ButtonProps['onClick']>>() },
} satisfies Meta<typeof Button>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Primary: Story = { args: { variant: 'primary' } };
export const Secondary: Story = { args: { variant: 'secondary', children: 'Back' } };
export const Ghost: Story = { args: { variant: 'ghost', children: 'Cancel' } };
export const Danger: Story = { args: { variant: 'danger', children: 'Discard' } };
export const Small: Story = { args: { size: 'small', children: 'Clear All' } };

/** Its action is going on. Pressing again does nothing, and it keeps the focus. */
export const Busy: Story = {
  args: { variant: 'primary', busy: true, children: 'Create' },
  play: async ({ canvas, userEvent, args }) => {
    const button = canvas.getByRole('button', { name: 'Create' });
    await userEvent.click(button);
    await expect(button).toHaveFocus();
    await expect(args.onClick).not.toHaveBeenCalled();
  },
};

/** It can still be reached with the keyboard, so that its user is not thrown back to the page. */
export const Disabled: Story = {
  args: { disabled: true, children: 'Clear All' },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.tab();
    await expect(canvas.getByRole('button', { name: 'Clear All' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onClick).not.toHaveBeenCalled();
  },
};

export const LongText: Story = {
  args: {
    variant: 'primary',
    children: 'Zugriffstoken für die Partnerschnittstelle mit allen ausgewählten Berechtigungen erstellen',
  },
};
