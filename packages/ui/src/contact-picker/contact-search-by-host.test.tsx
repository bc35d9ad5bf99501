import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Contact } from '@tokenwright/core';
import { useState } from 'react';
import { beforeAll, expect, test, vi } from 'vitest';
import { downshiftCombobox } from '../combobox/fetched-combobox.js';
import { ContactPicker } from './contact-picker.js';
import type { ContactSearch } from './contact-search.js';

beforeAll(downshiftCombobox.load);

const grace = { id: 'grace', name: 'Grace Hopper', email: 'grace@example.com', role: 'Developer' };
const ada = { id: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' };

interface Question {
  query: string;
  signal: AbortSignal;
  answer: (contacts: readonly Contact[]) => Promise<void>;
  refuse: () => Promise<void>;
}

/** A host whose answers the test gives, in any order, also to questions that nobody waits for any more. */
function renderHost(contacts: readonly Contact[] = []) {
  const questions: Question[] = [];
  const onSearch: ContactSearch = (query, { signal }) =>
    new Promise((resolve, reject) => {
      questions.push({
        query,
        signal,
        answer: (found) => act(async () => resolve(found)),
        refuse: () => act(async () => reject(new Error('503'))),
      });
    });
  const page = <Owned contacts={contacts} onSearch={onSearch} />;
  render(page);
  const asked = (count: number) =>
    vi.waitFor(() => {
      const question = questions[count - 1];
      if (!question) throw new Error(`The host was asked ${questions.length} times.`);
      return question;
    });
  return { user: userEvent.setup(), questions, asked };
}

function Owned({ contacts, onSearch }: { contacts: readonly Contact[]; onSearch: ContactSearch }) {
  const [chosen, setChosen] = useState<Contact | null>(null);
  return (
    <ContactPicker
      contacts={chosen ? [...contacts, chosen] : contacts}
      value={chosen?.id ?? ''}
      onValueChange={(_, { contact }) => setChosen(contact)}
      onSearch={onSearch}
    />
  );
}

const combobox = () => screen.getByRole('combobox', { name: 'Primary Contact' });

test('the host is asked once the user pauses, and whom it finds can be chosen and stays', async () => {
  const { user, questions, asked } = renderHost();
  await user.click(combobox());
  expect(screen.getByText('Type a name or email address.')).toBeVisible();
  await user.keyboard(' grace ');
  expect(screen.getByText('Searching…')).toBeVisible();
  const question = await asked(1);
  expect(question.query).toBe('grace');
  await question.answer([grace]);
  await user.keyboard('{Enter}');
  expect(combobox()).toHaveValue('Grace Hopper (grace@example.com)');
  expect(questions).toHaveLength(1);
});

test('before anything is typed, the contacts at hand are listed', async () => {
  const { user, questions } = renderHost([ada]);
  await user.click(combobox());
  expect(screen.getByRole('option', { name: /Ada Lovelace/ })).toBeVisible();
  expect(questions).toHaveLength(0);
});

test('an answer to an earlier question is not shown, whenever it comes', async () => {
  const { user, asked } = renderHost();
  await user.type(combobox(), 'ad');
  const first = await asked(1);
  await user.type(combobox(), 'a');
  expect(first.signal.aborted).toBe(true);
  const second = await asked(2);
  await second.answer([ada]);
  await first.answer([grace]);
  expect(screen.getByRole('option')).toHaveTextContent('Ada Lovelace');
  await user.type(combobox(), ' l');
  expect(screen.queryByRole('option')).toBeNull();
});

test('while the host has not answered, Enter takes nobody, and Escape leads out', async () => {
  const { user, asked } = renderHost([ada]);
  await user.type(combobox(), 'gra');
  await asked(1);
  await user.keyboard('{Enter}');
  expect(screen.getByText('Searching…')).toBeVisible();
  await user.keyboard('{Escape}');
  expect(combobox()).toHaveValue('');
  expect(combobox()).toHaveFocus();
});

test('a search that fails says so with a way to try again, and keeps what was typed and who was chosen', async () => {
  const { user, asked } = renderHost();
  await user.type(combobox(), 'grace');
  await (await asked(1)).answer([grace]);
  await user.keyboard('{Enter}ada');
  await (await asked(2)).refuse();
  expect(screen.getByText('The contacts could not be searched.')).toBeVisible();
  expect(combobox()).toHaveAttribute('aria-expanded', 'false');
  await user.tab();
  expect(screen.getByRole('button', { name: 'Clear search' })).toHaveFocus();
  await user.tab();
  await user.keyboard('{Enter}');
  expect(combobox()).toHaveFocus();
  expect(combobox()).toHaveValue('ada');
  await (await asked(3)).answer([ada]);
  expect(screen.getByRole('option')).toHaveTextContent('Ada Lovelace');
  await user.keyboard('{Escape}');
  expect(combobox()).toHaveValue('Grace Hopper (grace@example.com)');
});

test.each<[string, ContactSearch]>([
  [
    'throws',
    () => {
      throw new TypeError('Not ready');
    },
  ],
  ['rejects with nothing', () => Promise.reject()],
  // As a host without types may.
  ['answers with no list', () => JSON.parse('{}')],
])('a host that %s costs an error line, not the page', async (_, onSearch) => {
  const user = userEvent.setup();
  render(<Owned contacts={[]} onSearch={onSearch} />);
  await user.type(combobox(), 'ada');
  expect(await screen.findByText('The contacts could not be searched.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});
