import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ApiVersion, VersionSelect, type VersionSelectProps } from '@tokenwright/react';
import { expect, fn } from 'storybook/test';
import { listOpened } from './list-opened.js';
import { useStoryValue } from './use-story-value.js';
import { wordsOf } from './words.js';

const versions: readonly ApiVersion[] = [
  { id: '17', label: 'Version 17', status: 'latest' },
  { id: '16', label: 'Version 16', status: 'supported' },
  { id: '15', label: 'Version 15', status: 'deprecated', sunsetAt: '2027-06-30' },
  { id: '14', label: 'Version 14', status: 'deprecated' },
];

const meta = {
  title: 'Components/VersionSelect',
  component: VersionSelect,
  args: { versions, value: '17', onValueChange: fn<VersionSelectProps['onValueChange']>() },
  argTypes: {
    value: { control: 'inline-radio', options: ['', '17', '16', '15', '14'] },
    variant: { control: 'inline-radio', options: ['radix', 'native'] },
  },
  render: function Render({ value, onValueChange, ...args }) {
    const [chosen, setChosen] = useStoryValue(value, onValueChange);
    return <VersionSelect {...args} value={chosen} onValueChange={setChosen} />;
  },
} satisfies Meta<typeof VersionSelect>;
export default meta;

type Story = StoryObj<typeof meta>;

export const LatestChosen: Story = {};
export const SupportedChosen: Story = { args: { value: '16' } };
export const DeprecatedChosen: Story = { args: { value: '15' } };
export const DeprecatedWithoutDateChosen: Story = { args: { value: '14' } };
export const NothingChosen: Story = { args: { value: '' } };
export const OneVersion: Story = { args: { versions: versions.slice(0, 1) } };
export const Disabled: Story = { args: { disabled: true } };
export const Invalid: Story = { args: { value: '', error: 'Choose an API version' } };
export const Native: Story = { args: { variant: 'native', value: '15' } };

export const Open: Story = {
  tags: ['!autodocs'],
  ...listOpened,
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('combobox', { name: messages.versionSelect.label }));
    const option = await canvas.findByRole('option', { name: /Version 15/ });
    await expect(option).toHaveTextContent(messages.versionSelect.deprecated);
    await expect(option).toHaveTextContent(messages.versionSelect.worksUntil({ date: '2027-06-30' }, format));
  },
};

/** Who chooses a deprecated version hears and sees until when it works. */
export const DeprecatedChosenJustNow: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, globals }) => {
    const { messages, format } = wordsOf(globals);
    await userEvent.click(canvas.getByRole('combobox', { name: messages.versionSelect.label }));
    await userEvent.click(await canvas.findByRole('option', { name: /Version 15/ }));
    await expect(await canvas.findByRole('status')).toHaveTextContent(
      messages.versionSelect.deprecatedChosen({ label: 'Version 15', date: '2027-06-30' }, format),
    );
  },
};

export const RightToLeft: Story = { tags: ['!autodocs'], args: { value: '15' }, globals: { direction: 'rtl' } };
export const German: Story = { tags: ['!autodocs'], args: { value: '15' }, globals: { language: 'de' } };
