import type { Meta, StoryObj } from '@storybook/react-vite';
import { RequestSummary, type RequestSummaryRow } from '@tokenwright/react';
import { expect, fn } from 'storybook/test';

const changeName = fn();

const name: RequestSummaryRow = { id: 'name', term: 'Token Name', value: 'Nightly export' };
const description: RequestSummaryRow = {
  id: 'description',
  term: 'Description',
  value: 'Copies the reports into the data warehouse.',
};
const version: RequestSummaryRow = { id: 'version', term: 'API Version', value: 'Version 16' };

const meta = {
  title: 'Components/RequestSummary',
  component: RequestSummary,
  args: {
    headingLevel: 2,
    sections: [
      {
        id: 'setup',
        title: 'Setup',
        rows: [
          { ...name, change: { label: 'Change token name', onSelect: changeName } },
          { ...description, change: { label: 'Change description', onSelect: fn() } },
          { ...version, change: { label: 'Change API version', onSelect: fn() } },
        ],
      },
      {
        id: 'contact',
        title: 'Contact Information',
        rows: [
          {
            id: 'primaryContact',
            term: 'Primary Contact',
            value: 'Grace Hopper',
            change: { label: 'Change primary contact', onSelect: fn() },
          },
        ],
      },
    ],
  },
} satisfies Meta<typeof RequestSummary>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Changeable: Story = {};

/** Nothing can be changed any more, for example while the token is being created. */
export const ReadOnly: Story = {
  args: { sections: [{ id: 'setup', title: 'Setup', rows: [name, description, version] }] },
};

export const NotProvided: Story = {
  args: { sections: [{ id: 'setup', title: 'Setup', rows: [name, { ...description, value: '' }] }] },
};

export const SeveralLines: Story = {
  args: {
    sections: [
      {
        id: 'contact',
        title: 'Contact Information',
        rows: [{ id: 'emails', term: 'Developer Email Addresses', value: ['dev@example.com', 'ops@example.com'] }],
      },
    ],
  },
};

export const LongText: Story = {
  args: {
    sections: [
      {
        id: 'setup',
        title: 'Setup',
        rows: [
          {
            ...name,
            value: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(3),
            change: { label: 'Change token name', onSelect: fn() },
          },
          { ...description, value: 'Copies the reports into the data warehouse. '.repeat(12) },
        ],
      },
    ],
  },
};

/** Every Change says to those who hear it what it changes. */
export const ChangePressed: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Change token name' }));
    await expect(changeName).toHaveBeenCalledOnce();
  },
};

export const RightToLeft: Story = { tags: ['!autodocs'], globals: { direction: 'rtl' } };
export const German: Story = { tags: ['!autodocs'], globals: { language: 'de' } };
