import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { TokenwrightProvider } from '../provider/tokenwright-provider.js';
import { radixSelect } from './fetched-radix-select.js';
import { Select } from './select.js';
import type { SelectProps } from './select-contract.js';

beforeAll(radixSelect.load);

const options = [
  { value: 'ada', label: 'Ada Lovelace', description: 'ada@example.com' },
  { value: 'sam', label: 'Sam Park', marker: { label: 'New', tone: 'accent' } },
] as const;

function Owned({ onValueChange, value: first = '', ...props }: Partial<SelectProps>) {
  const [value, setValue] = useState(first);
  return (
    <>
      <label htmlFor="contact">Primary Contact</label>
      <Select
        id="contact"
        aria-label="Primary Contact"
        placeholder="Choose a contact"
        options={options}
        value={value}
        onValueChange={(next) => {
          onValueChange?.(next);
          setValue(next);
        }}
        {...props}
      />
    </>
  );
}

const combobox = () => screen.getByRole('combobox', { name: 'Primary Contact' });

describe('the drawn list', () => {
  test('opens by keyboard, is named, says how long it is, and takes the choice', async () => {
    const onValueChange = vi.fn();
    render(<Owned onValueChange={onValueChange} />);
    expect(combobox()).toHaveTextContent('Choose a contact');
    combobox().focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('listbox', { name: 'Primary Contact' })).toBeVisible();
    const option = screen.getByRole('option', { name: 'Sam Park New' });
    expect(option).toHaveAttribute('aria-posinset', '2');
    expect(option).toHaveAttribute('aria-setsize', '2');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith('sam');
    expect(combobox()).toHaveTextContent('Sam Park');
    expect(combobox()).toHaveFocus();
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('two options of one label are told apart by what stands below it', async () => {
    render(<Owned />);
    await userEvent.click(combobox());
    expect(screen.getByRole('option', { name: 'Ada Lovelace ada@example.com' })).toBeVisible();
  });

  test('a character typed on the closed control opens the list and chooses nothing', async () => {
    const onValueChange = vi.fn();
    render(<Owned onValueChange={onValueChange} />);
    combobox().focus();
    await userEvent.keyboard('s');
    expect(screen.getByRole('listbox')).toBeVisible();
    expect(onValueChange).not.toHaveBeenCalled();
  });

  test('Escape closes the list and leaves the choice as it was', async () => {
    const onValueChange = vi.fn();
    render(<Owned value="ada" onValueChange={onValueChange} />);
    combobox().focus();
    await userEvent.keyboard('{Enter}{ArrowDown}{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(onValueChange).not.toHaveBeenCalled();
  });

  test('stands in place, or in the container that the host names', async () => {
    const container = document.body.appendChild(document.createElement('div'));
    const { unmount } = render(<Owned data-testid="root" />);
    await userEvent.click(combobox());
    expect(screen.getByTestId('root')).toContainElement(screen.getByRole('listbox'));
    unmount();
    render(
      <TokenwrightProvider portalContainer={container}>
        <Owned />
      </TokenwrightProvider>,
    );
    await userEvent.click(combobox());
    expect(container).toContainElement(screen.getByRole('listbox'));
    container.remove();
  });
});

describe('the native list', () => {
  test('takes the choice', async () => {
    const onValueChange = vi.fn();
    render(<Owned variant="native" onValueChange={onValueChange} />);
    await userEvent.selectOptions(combobox(), 'Sam Park · New');
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith('sam');
    expect(combobox()).toHaveValue('sam');
  });

  test('is used for a provider that asks for it, and for more than 50 options', () => {
    const { rerender } = render(
      <TokenwrightProvider selectVariant="native">
        <Owned />
      </TokenwrightProvider>,
    );
    expect(combobox().tagName).toBe('SELECT');
    const many = Array.from({ length: 51 }, (_, index) => ({ value: `${index}`, label: `Person ${index}` }));
    rerender(<Owned options={many} />);
    expect(combobox().tagName).toBe('SELECT');
  });

  test('a value that is not offered shows as none, and autofill cannot bring one in', async () => {
    const onValueChange = vi.fn();
    render(<Owned variant="native" value="gone" onValueChange={onValueChange} />);
    expect(combobox()).toHaveDisplayValue('Choose a contact');
    const foreign = combobox().appendChild(document.createElement('option'));
    foreign.value = 'mallory';
    await userEvent.selectOptions(combobox(), 'mallory');
    expect(onValueChange).not.toHaveBeenCalled();
  });
});

/** A select on a page that has not fetched the drawn list yet. */
async function freshSelect() {
  vi.resetModules();
  const { Select: Fresh } = await import('./select.js');
  const { radixSelect: fresh } = await import('./fetched-radix-select.js');
  const props = { id: 'contact', 'aria-label': 'Primary Contact', options, value: 'ada', onValueChange: vi.fn() };
  const drawn = (
    <>
      <label htmlFor="contact">Primary Contact</label>
      <Fresh {...props} />
    </>
  );
  return { drawn, load: fresh.load };
}

describe('until the drawn list is there', () => {
  test("the browser's list does, and is not taken away while it has the focus", async () => {
    const { drawn, load } = await freshSelect();
    render(drawn);
    expect(combobox()).toHaveDisplayValue('Ada Lovelace · ada@example.com');
    combobox().focus();
    await act(load);
    expect(combobox().tagName).toBe('SELECT');
    expect(combobox()).toHaveFocus();
    await userEvent.tab();
    expect(combobox().tagName).toBe('BUTTON');
    expect(combobox()).toHaveTextContent('Ada Lovelace');
  });
});

describe('on a page that enforces Trusted Types', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('the browser draws the list, and the page stays alive', async () => {
    vi.stubGlobal('trustedTypes', {});
    const refuse = vi.spyOn(HTMLTemplateElement.prototype, 'innerHTML', 'set').mockImplementation(() => {
      throw new TypeError("This document requires 'TrustedHTML' assignment.");
    });
    const { drawn, load } = await freshSelect();
    render(drawn);
    await act(load);
    expect(combobox().tagName).toBe('SELECT');
    refuse.mockRestore();
  });
});
