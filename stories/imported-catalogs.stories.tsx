import type { Meta, StoryObj } from '@storybook/react-vite';
import { catalogFromOpenApi } from '@tokenwright/openapi';
import { ScopePicker, type ScopePickerProps } from '@tokenwright/react';
import { expect, fn } from 'storybook/test';
import { bakeryApi, cloudApi, fleetApi, libraryApi, oddApi, weatherApi } from './api-documents.js';
import { OwnedScopePicker } from './owned-scope-picker.js';

/** Catalogs that were made from API descriptions, in the story, as they are: nothing was written for the picker. */
const meta = {
  title: 'Components/ScopePicker/Imported catalogs',
  component: ScopePicker,
  args: { catalog: { categories: [] }, value: [], onValueChange: fn<ScopePickerProps['onValueChange']>() },
  argTypes: { catalog: { control: false }, value: { control: false } },
  render: (args) => <OwnedScopePicker {...args} />,
} satisfies Meta<typeof ScopePicker>;
export default meta;

type Story = StoryObj<typeof meta>;

const library = catalogFromOpenApi(libraryApi).catalog;

/** Scopes for each kind of thing, under the names and descriptions of the tags. */
export const ThingsAndVerbs: Story = { args: { catalog: library } };

/** What all ids begin with is not repeated. */
export const SharedNamespace: Story = { args: { catalog: catalogFromOpenApi(fleetApi).catalog } };

/** Ids of one word each are grouped by the tags of what they open; what opens nothing is Other. */
export const GroupedByTag: Story = {
  args: { catalog: catalogFromOpenApi(weatherApi).catalog },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('switch')).toHaveLength(4);
    await expect(canvas.getByRole('switch', { name: 'Other' })).toBeVisible();
  },
};

/** An API that knows no scopes: each operation is one, named by its summary or its path. */
export const OneScopePerOperation: Story = {
  args: { catalog: catalogFromOpenApi(bakeryApi).catalog },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('switch', { name: 'Ovens' }));
    await expect(canvas.getByRole('checkbox', { name: 'Read ovens temperature' })).toBeVisible();
  },
};

/** Addresses, white space and the names of built-in members are ids like any other. */
export const OddIds: Story = { args: { catalog: catalogFromOpenApi(oddApi).catalog } };

/** Two hundred scopes in eight services. */
export const ManyServices: Story = { args: { catalog: catalogFromOpenApi(cloudApi).catalog } };

/** A call that needs several scopes together names them all, and adds them at once. */
export const NeededTogether: Story = {
  args: { catalog: library },
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('searchbox', { name: 'Search scopes' }));
    await userEvent.paste("curl -X PUT https://api.example.com/v2/loans/42 -d '{}'");
    await userEvent.click(await canvas.findByRole('button', { name: 'Add 3 scopes' }));
    await expect(await canvas.findByText('3 scopes selected')).toBeVisible();
  },
};

/** Of several ways to be allowed a call, the one with the least access comes first. */
export const LeastAccessFirst: Story = {
  args: { catalog: library },
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('searchbox', { name: 'Search scopes' }));
    await userEvent.paste('GET /loans/42');
    const [first] = await canvas.findAllByRole('button', { name: /^Add/ });
    await expect(first).toHaveAccessibleDescription(/Loans: read/);
  },
};
