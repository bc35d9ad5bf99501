import type { Meta, StoryObj } from '@storybook/react-vite';
import { Field, Select, type SelectOption, type SelectProps } from '@tokenwright/react';
import { expect, fn } from 'storybook/test';
import { listOpened } from './list-opened.js';
import { useStoryValue } from './use-story-value.js';

const options: readonly SelectOption[] = [
  { value: 'eu', label: 'Europe', description: 'Frankfurt and Dublin' },
  { value: 'us', label: 'United States', description: 'Ohio', marker: { label: 'Default', tone: 'accent' } },
  { value: 'ap', label: 'Asia Pacific', description: 'Singapore', marker: { label: 'Closing', tone: 'warning' } },
];

const meta = {
  title: 'Components/Select',
  component: Select,
  args: {
    'aria-label': 'Region',
    options,
    value: '',
    onValueChange: fn<SelectProps['onValueChange']>(),
  },
  argTypes: { variant: { control: 'inline-radio', options: ['radix', 'native'] } },
  render: function Render({ value, onValueChange, ...args }) {
    const [chosen, setChosen] = useStoryValue(value, onValueChange);
    return (
      <Field label={args['aria-label']}>
        {(control) => <Select {...args} {...control} value={chosen} onValueChange={setChosen} />}
      </Field>
    );
  },
} satisfies Meta<typeof Select>;
export default meta;

type Story = StoryObj<typeof meta>;

export const NothingChosen: Story = {};
export const SomethingChosen: Story = { args: { value: 'us' } };
export const Disabled: Story = { args: { value: 'us', disabled: true } };

export const Open: Story = {
  tags: ['!autodocs'],
  ...listOpened,
  args: { value: 'us' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('combobox', { name: 'Region' }));
    const list = await canvas.findByRole('listbox', { name: 'Region' });
    await expect(list).toBeVisible();
    await expect(canvas.getByRole('option', { name: /United States/ })).toHaveFocus();
  },
};

/** From the trigger to a choice and back, without a pointer. */
export const ChosenWithTheKeyboard: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await canvas.findByRole('listbox', { name: 'Region' });
    await userEvent.keyboard('{End}{Enter}');
    await expect(args.onValueChange).toHaveBeenCalledWith('ap');
    const trigger = canvas.getByRole('combobox', { name: 'Region' });
    await expect(trigger).toHaveTextContent('Asia Pacific');
    await expect(trigger).toHaveFocus();
  },
};

/** The browser's own list: for assistive technology, for phones, and where Trusted Types are enforced. */
export const Native: Story = { args: { variant: 'native', value: 'us' } };
export const NativeNothingChosen: Story = { args: { variant: 'native' } };

/** Beyond 50 options the browser's own list takes over, which has no trouble with thousands. */
export const ManyOptions: Story = {
  args: {
    options: Array.from({ length: 500 }, (_, index) => ({ value: `r${index + 1}`, label: `Region ${index + 1}` })),
    value: 'r250',
  },
};

export const LongText: Story = {
  args: {
    value: 'long',
    options: [
      ...options,
      {
        value: 'long',
        label: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2),
        marker: { label: 'Closing', tone: 'warning' },
      },
    ],
  },
};

export const RightToLeft: Story = { tags: ['!autodocs'], args: { value: 'us' }, globals: { direction: 'rtl' } };
