import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { TokenwrightProvider } from '../provider/tokenwright-provider.js';
import { radixSelect } from '../select/fetched-radix-select.js';
import { VersionSelect } from './version-select.js';

beforeAll(radixSelect.load);

const versions = [
  { id: '16', label: 'Version 16', status: 'latest' },
  { id: '15', label: 'Version 15', status: 'deprecated', sunsetAt: '2027-06-30' },
  { id: '14', label: 'Version 14', status: 'supported' },
] as const;

function Owned({ value: first = '16', ...props }: { value?: string; variant?: 'native'; error?: string }) {
  const [value, setValue] = useState(first);
  return <VersionSelect versions={versions} value={value} onValueChange={setValue} {...props} />;
}

const select = () => screen.getByRole('combobox', { name: 'API Version' });

test('the latest and the deprecated version are marked, the latter with its last day', async () => {
  render(<Owned />);
  expect(select()).toHaveTextContent('Version 16 Latest');
  await userEvent.click(select());
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'Version 16 Latest',
    'Version 15 Deprecated Works until June 30, 2027',
    'Version 14',
  ]);
});

test('choosing a deprecated version warns, on the page and aloud', async () => {
  render(<Owned variant="native" />);
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  await userEvent.selectOptions(select(), '15');
  const warning = 'Version 15 is deprecated and stops working on June 30, 2027. Choose a newer version if you can.';
  expect(screen.getAllByText(warning)).toHaveLength(2);
  expect(screen.getByRole('status')).toHaveTextContent(warning);
  await userEvent.selectOptions(select(), '14');
  expect(screen.queryByText(warning)).toBeNull();
});

test('the date is written as the locale writes it', () => {
  render(
    <TokenwrightProvider locale="de">
      <Owned value="15" />
    </TokenwrightProvider>,
  );
  expect(screen.getByText(/30\. Juni 2027/)).toBeVisible();
});

test('an error is read with the select', () => {
  render(<Owned value="" error="Choose an API version" />);
  expect(select()).toHaveAccessibleDescription('Error: Choose an API version');
  expect(select()).toBeInvalid();
});
