import type { Meta, StoryObj } from '@storybook/react-vite';
import { Spinner } from '@tokenwright/react';

const meta = {
  title: 'Components/Spinner',
  component: Spinner,
  decorators: [
    (Story) => (
      <div className="story-row" role="status">
        <Story /> Loading contacts…
      </div>
    ),
  ],
} satisfies Meta<typeof Spinner>;
export default meta;

type Story = StoryObj<typeof meta>;

/** It turns, or fades where the user asks for reduced motion. The words beside it are what everybody gets. */
export const BesideItsText: Story = {};
