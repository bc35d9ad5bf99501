import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Contact } from '@tokenwright/core';
import { useState } from 'react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { downshiftCombobox } from '../combobox/fetched-combobox.js';
import { TokenwrightProvider } from '../provider/tokenwright-provider.js';
import { radixSelect } from '../select/fetched-radix-select.js';
import { ContactPicker, type ContactPickerProps } from './contact-picker.js';

beforeAll(radixSelect.load);
beforeAll(downshiftCombobox.load);

const contacts = [
  { id: '1', name: 'Ada Lovelace', email: 'ada@example.com', role: 'Administrator' },
  { id: '2', name: 'Sam Park', email: 'sam@example.com' },
  { id: '3', name: 'Sam Park', email: 'sam@example.org', role: 'Developer' },
  { id: '4', name: ' ', email: 'billing@example.com' },
];

/** User 7 and User 700 are developers of one name. */
const many: readonly Contact[] = Array.from({ length: 5000 }, (_, index) => ({
  id: `u${index}`,
  name: index === 7 || index === 700 ? 'Zoë Müller' : `User ${index}`,
  email: `user${index}@example.com`,
  ...(index % 7 === 0 && { role: 'Developer' }),
}));

function Owned({ value: first = '', onValueChange, ...props }: Partial<ContactPickerProps>) {
  const [value, setValue] = useState(first);
  const [found, setFound] = useState<Contact | null>(null);
  const { contacts: offered = contacts } = props;
  return (
    <ContactPicker
      {...props}
      // As an owner does that searches: whoever is chosen is among the contacts.
      contacts={found && !offered.includes(found) ? [...offered, found] : offered}
      value={value}
      onValueChange={(next, details) => {
        onValueChange?.(next, details);
        setValue(next);
        setFound(details.contact);
      }}
    />
  );
}

const combobox = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Primary Contact' });
const options = () => screen.getAllByRole('option');
const listbox = () => screen.getByRole('listbox', { name: 'Primary Contact' });

function renderMany(props: Partial<ContactPickerProps> = {}) {
  const onValueChange = vi.fn<ContactPickerProps['onValueChange']>();
  render(<Owned contacts={many} onValueChange={onValueChange} {...props} />);
  return { user: userEvent.setup(), onValueChange };
}

describe('a short list', () => {
  test('shows people with address and role; who has no name, by address', async () => {
    render(<Owned />);
    expect(combobox()).toHaveTextContent('Choose a contact');
    await userEvent.click(combobox());
    expect(options().map((option) => option.textContent)).toEqual([
      'Ada Lovelace ada@example.com · Administrator',
      'Sam Park (sam@example.com)',
      'Sam Park (sam@example.org) Developer',
      'billing@example.com',
    ]);
  });

  test('still tells two people of one name apart once one is chosen', async () => {
    const onValueChange = vi.fn<ContactPickerProps['onValueChange']>();
    render(<Owned onValueChange={onValueChange} />);
    await userEvent.click(combobox());
    await userEvent.click(screen.getByRole('option', { name: /example\.org/ }));
    expect(combobox()).toHaveTextContent('Sam Park (sam@example.org)');
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith('3', { contact: contacts[2] });
  });

  test('has its error read with it', () => {
    render(<Owned error="Choose a primary contact" />);
    expect(combobox()).toHaveAccessibleDescription('Error: Choose a primary contact');
  });
});

describe('a list of thousands', () => {
  test('starts with the first 50 and says that there are more', async () => {
    const { user } = renderMany();
    await user.click(combobox());
    expect(options()).toHaveLength(50);
    expect(within(listbox()).getByRole('option', { name: /User 49 / })).toHaveAttribute('aria-posinset', '50');
    expect(options()[0]).toHaveAttribute('aria-setsize', '5000');
    expect(screen.getByText('50 of 5,000. Type to narrow the list.')).toBeVisible();
  });

  test('is the browser’s own for a host that asks for that', () => {
    renderMany({ variant: 'native', contacts: many.slice(0, 51) });
    expect(combobox().tagName).toBe('SELECT');
  });

  test('says how many there are once the user pauses, and once', async () => {
    const { user } = renderMany();
    await user.click(combobox());
    await user.type(combobox(), 'zoe');
    const region = screen.getByRole('status');
    expect(region).toBeEmptyDOMElement();
    await waitFor(() => expect(region).toHaveTextContent(/^2 contacts$/));
  });

  test('is searched without regard to case and accents, and what was found is marked', async () => {
    const { user } = renderMany();
    await user.type(combobox(), 'muller 700');
    expect(options()).toHaveLength(1);
    expect(options()[0]).toHaveTextContent('Zoë Müller user700@example.com · Developer');
    expect([...listbox().querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Müller', '700']);
  });

  test('Enter takes the best match; the box then shows who it is, with the address', async () => {
    const { user, onValueChange } = renderMany();
    await user.type(combobox(), 'zoe{ArrowDown}{Enter}');
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith('u700', { contact: many[700] });
    expect(combobox()).toHaveValue('Zoë Müller (user700@example.com)');
    expect(combobox()).toHaveFocus();
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('the option that Enter takes is the one that assistive technology is pointed to', async () => {
    const { user } = renderMany();
    await user.click(combobox());
    expect(combobox()).not.toHaveAttribute('aria-activedescendant');
    await user.type(combobox(), 'zoe');
    expect(combobox()).toHaveAttribute('aria-activedescendant', options()[0]?.id);
    await user.keyboard('{ArrowDown}');
    expect(combobox()).toHaveAttribute('aria-activedescendant', options()[1]?.id);
    expect(combobox()).toHaveAttribute('aria-controls', listbox().id);
  });

  test('with nothing typed, Enter takes nobody', async () => {
    const { user, onValueChange } = renderMany();
    await user.click(combobox());
    await user.keyboard('{Enter}');
    expect(onValueChange).not.toHaveBeenCalled();
    expect(combobox()).toHaveAttribute('aria-expanded', 'false');
  });

  test('where nobody matches, Enter changes nothing, and one button brings everybody back', async () => {
    const { user, onValueChange } = renderMany({ value: 'u3' });
    await user.click(combobox());
    await user.keyboard('nobody');
    expect(screen.getByText('No contacts match “nobody”')).toBeVisible();
    await user.keyboard('{Enter}');
    expect(screen.getByText('No contacts match “nobody”')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(options()).toHaveLength(50);
    expect(combobox()).toHaveFocus();
    expect(onValueChange).not.toHaveBeenCalled();
  });

  test('what was chosen stands selected, so that typing replaces it', async () => {
    const { user } = renderMany({ value: 'u3' });
    await user.click(combobox());
    expect(options()).toHaveLength(50);
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('User 3');
    await user.keyboard('zoe');
    expect(combobox()).toHaveValue('zoe');
  });

  test('Escape brings back who was chosen, and is not heard by a dialog around', async () => {
    const onEscape = vi.fn();
    document.addEventListener('keydown', onEscape);
    const { user, onValueChange } = renderMany({ value: 'u3' });
    await user.clear(combobox());
    await user.keyboard('zoe');
    onEscape.mockClear();
    await user.keyboard('{Escape}');
    expect(combobox()).toHaveValue('User 3 (user3@example.com)');
    expect(onValueChange).not.toHaveBeenCalled();
    expect(onEscape).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onEscape).toHaveBeenCalledOnce();
    expect(combobox()).toHaveValue('User 3 (user3@example.com)');
    document.removeEventListener('keydown', onEscape);
  });

  test('what was typed stays while another window has the focus', async () => {
    const { user } = renderMany({ value: 'u3' });
    await user.clear(combobox());
    await user.keyboard('user 7');
    // The browser says so of the box, which nevertheless remains what has the focus in this window.
    fireEvent.blur(combobox());
    expect(combobox()).toHaveValue('user 7');
    expect(screen.getByRole('listbox')).toBeVisible();
  });

  test('going on with Tab chooses nobody, and brings back who was chosen', async () => {
    const { user, onValueChange } = renderMany({ value: 'u3' });
    await user.click(combobox());
    await user.keyboard('zoe{ArrowDown}{Tab}{Tab}');
    expect(onValueChange).not.toHaveBeenCalled();
    expect(combobox()).toHaveValue('User 3 (user3@example.com)');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('a box left empty chooses nobody', async () => {
    const { user, onValueChange } = renderMany({ value: 'u3' });
    await user.clear(combobox());
    expect(onValueChange).not.toHaveBeenCalled();
    await user.tab();
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith('', { contact: null });
    expect(combobox()).toHaveValue('');
  });

  test('Enter in an emptied box chooses nobody, and not the first of the list', async () => {
    const { user, onValueChange } = renderMany({ value: 'u3' });
    await user.clear(combobox());
    await user.keyboard('{Enter}');
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith('', { contact: null });
  });

  test('keys that an input method uses to compose a word neither move in the list nor choose nor close', async () => {
    const { user, onValueChange } = renderMany();
    await user.type(combobox(), 'zoe');
    const highlighted = combobox().getAttribute('aria-activedescendant');
    for (const key of ['ArrowDown', 'Enter', 'Escape']) {
      act(() => {
        combobox().dispatchEvent(
          new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }),
        );
      });
    }
    expect(combobox()).toHaveAttribute('aria-activedescendant', highlighted);
    expect(onValueChange).not.toHaveBeenCalled();
    expect(listbox()).toBeVisible();
  });

  test('stands in place, or in the container that the host names', async () => {
    const container = document.body.appendChild(document.createElement('div'));
    const user = userEvent.setup();
    render(
      <TokenwrightProvider portalContainer={container} dir="rtl">
        <Owned contacts={many} />
      </TokenwrightProvider>,
    );
    await user.click(combobox());
    expect(container).toContainElement(listbox());
    expect(container.querySelector('[dir="rtl"]')).toContainElement(listbox());
    await user.click(options()[2] ?? listbox());
    expect(combobox()).toHaveValue('User 2 (user2@example.com)');
    container.remove();
  });
});

describe('contacts that are not there', () => {
  const loaded: Partial<ContactPickerProps> = { contacts: [], onRetry: () => {} };

  test('are said to be on the way, to be missing, or to be nobody', () => {
    const { rerender } = render(<Owned {...loaded} status="loading" />);
    expect(screen.getByText('Loading contacts…')).toBeVisible();
    rerender(<Owned {...loaded} status="failed" />);
    expect(screen.getByRole('status')).toHaveTextContent('The contacts could not be loaded.');
    rerender(<Owned {...loaded} status="ready" />);
    expect(screen.getByText(/Your account has no users/)).toBeVisible();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  test('can be loaded again, without losing the focus', async () => {
    const onRetry = vi.fn();
    const { rerender } = render(<Owned {...loaded} onRetry={onRetry} status="failed" />);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
    rerender(<Owned {...loaded} onRetry={onRetry} status="loading" />);
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent('Loading contacts…');
    rerender(<Owned contacts={contacts} onRetry={onRetry} status="ready" />);
    expect(combobox()).toHaveFocus();
  });

  test('do not take the focus from where the user went meanwhile', async () => {
    const page = (props: Partial<ContactPickerProps>) => (
      <>
        <Owned {...loaded} {...props} />
        <button type="button">Elsewhere</button>
      </>
    );
    const { rerender } = render(page({ status: 'failed' }));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    rerender(page({ status: 'loading' }));
    await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }));
    rerender(page({ status: 'ready', contacts }));
    expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
  });

  test('are where an error summary leads, too', () => {
    render(<Owned {...loaded} id="contact" status="failed" />);
    expect(document.getElementById('contact')).toHaveTextContent('The contacts could not be loaded.');
  });
});
