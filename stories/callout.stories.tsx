import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button, Callout } from '@tokenwright/react';

const meta = {
  title: 'Components/Callout',
  component: Callout,
  args: { children: 'Nothing is created until you press Create.' },
  argTypes: { actions: { control: false } },
} satisfies Meta<typeof Callout>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Info: Story = { args: { tone: 'info' } };
export const Success: Story = { args: { tone: 'success', children: 'The token was revoked.' } };
export const Warning: Story = {
  args: { tone: 'warning', children: 'Copy the token now. For your security it is shown only this once.' },
};
export const Danger: Story = { args: { tone: 'danger', children: 'The contacts could not be loaded.' } };
export const WithTitle: Story = {
  args: {
    tone: 'warning',
    title: 'This version is deprecated',
    children: 'It stops working on 30 June 2027. Choose a newer version if you can.',
  },
};
export const WithActions: Story = {
  args: { tone: 'danger', children: 'The contacts could not be loaded.', actions: <Button>Try again</Button> },
};
export const LongText: Story = {
  args: {
    title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    children:
      'https://api.example.com/Mediapartners/IRabcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0123456789/Ads/1234567890',
  },
};

export const RightToLeft: Story = {
  tags: ['!autodocs'],
  args: { tone: 'warning', title: 'This version is deprecated' },
  globals: { direction: 'rtl' },
};
