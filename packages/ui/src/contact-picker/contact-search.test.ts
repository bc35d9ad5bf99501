import { expect, test } from 'vitest';
import { createFormat } from '../messages/format.js';
import { searchWords } from '../scope-search/scope-search.js';
import { contactText, findContacts } from './contact-search.js';

const contacts = [
  { id: '1', name: 'Zoë Müller', email: 'zoe@example.com', role: 'Administrator' },
  { id: '2', name: 'Sam Park', email: 'sam@example.com' },
  { id: '3', name: 'Sam Park', email: 'sam@example.org', role: 'Developer' },
  { id: '4', name: '', email: 'billing@example.com' },
];
const format = createFormat('en');

const find = (query: string) => findContacts(contacts, searchWords(query)).map(({ id }) => id);

test.each([
  ['a name, without its accents and in any case', 'ZOE muller', ['1']],
  ['a part of an address', 'example.org', ['3']],
  ['a role', 'develop', ['3']],
  ['words of several kinds', 'sam example.com', ['2']],
  ['an address that stands for the name', 'billing', ['4']],
  ['nothing but spaces', '  ', ['1', '2', '3', '4']],
  ['words that no one contact has', 'zoe developer', []],
])('a contact is found by %s', (_, query, expected) => {
  expect(find(query)).toEqual(expected);
});

test('who was chosen is found by the line that stands in the box, also when its end was deleted', () => {
  expect(find('Sam Park (sam@example.org)')).toEqual(['3']);
  expect(find('Sam Park (sam@example.o')).toEqual(['3']);
});

test('a contact stands on one line with the address, and cannot rearrange it', () => {
  const line = (name: string, email = 'a@example.com') => contactText({ id: 'x', name, email }, format);
  expect(line('Ada Lovelace')).toBe('Ada Lovelace (a@example.com)');
  expect(line(' ')).toBe('a@example.com');
  expect(line('Ada Lovelace', '')).toBe('Ada Lovelace');
  expect(line('', '')).toBe('x');
  expect(line('\u202Eeva')).not.toContain('\u202E');
});
