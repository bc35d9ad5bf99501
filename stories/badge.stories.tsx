import type { Meta, StoryObj } from '@storybook/react-vite';
import { Badge } from '@tokenwright/react';

const meta = {
  title: 'Components/Badge',
  component: Badge,
  args: { children: 'Read' },
} satisfies Meta<typeof Badge>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Neutral: Story = { args: { tone: 'neutral' } };
export const Accent: Story = { args: { tone: 'accent', children: 'Latest' } };
export const Success: Story = { args: { tone: 'success', children: 'Active' } };
export const Warning: Story = { args: { tone: 'warning', children: 'Deprecated' } };
export const Danger: Story = { args: { tone: 'danger', children: 'Sensitive' } };
export const WithIcon: Story = { args: { tone: 'danger', icon: 'shield', children: 'Sensitive' } };
