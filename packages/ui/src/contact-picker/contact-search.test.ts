import { describe, expect, test } from 'vitest';
import { createFormat } from '../messages/format.js';
import { searchWords } from '../scope-search/scope-search.js';
import { contactMark, contactText, findContacts } from './contact-search.js';

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

const named = (...names: readonly string[]) =>
  names.map((entry) => {
    const [name = '', email = ''] = entry.split('|');
    return { id: entry, name, email };
  });

describe('the best match comes first, so that Enter never picks a worse one', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'a whole name before one that contains it',
      'ann',
      ['Joanna Smith', 'Annabel', 'Ann'],
      ['Ann', 'Annabel', 'Joanna Smith'],
    ],
    [
      'a whole address before one that contains it',
      'ann@x.org',
      ['Jo|joann@x.org', 'B|ann@x.org'],
      ['B|ann@x.org', 'Jo|joann@x.org'],
    ],
    [
      'a whole address before a longer one',
      'ann@x.org',
      ['C|ann@x.org.uk', 'B|ann@x.org'],
      ['B|ann@x.org', 'C|ann@x.org.uk'],
    ],
    ['a family name before a part of a word', 'li', ['Alison Price', 'Wei Li'], ['Wei Li', 'Alison Price']],
    ['a whole word before the start of a longer one', 'ann', ['Anna Berg', 'Ann Lee'], ['Ann Lee', 'Anna Berg']],
    ['the start of a name before a later word', 'wei', ['Li Wei', 'Wei Li'], ['Wei Li', 'Li Wei']],
    [
      'the start of an address before the inside of a name',
      'ops',
      ['Stops|a@x.org', 'Desk|ops@x.org'],
      ['Desk|ops@x.org', 'Stops|a@x.org'],
    ],
    [
      'a word after a hyphen or an apostrophe',
      'neil',
      ['Cornneil', "Mary O'Neil", 'Ann-Neil'],
      ["Mary O'Neil", 'Ann-Neil', 'Cornneil'],
    ],
    ['without accents, case or width', 'ＺＯＥ', ['Azoe', 'Zoë'], ['Zoë', 'Azoe']],
    ['letters that Unicode does not take apart', 'lukasz', ['Xlukasz', 'Łukasz'], ['Łukasz', 'Xlukasz']],
    ['a Greek name in capitals', 'ΟΔΥΣ', ['Οδυσσέας'], ['Οδυσσέας']],
    ['a family name typed first', 'smith ann', ['Joann Smithers', 'Ann Smith'], ['Ann Smith', 'Joann Smithers']],
  ])('%s', (_, query, names, expected) => {
    expect(findContacts(named(...names), searchWords(query)).map(({ id }) => id)).toEqual(expected);
  });

  test('and equal matches keep the order of the host', () => {
    const names = ['Ann Z', 'Ann B', 'Ann M'];
    expect(findContacts(named(...names), searchWords('ann')).map(({ id }) => id)).toEqual(names);
  });
});

test('two people of one name are told apart by address, then by role, then by id', () => {
  const twin = (id: string, email: string, role?: string) => ({ id, name: 'Ann', email, ...(role && { role }) });
  const marks = (...people: readonly ReturnType<typeof twin>[]) => people.map((one) => contactMark(one, people));
  expect(marks(twin('u1', 'a@x.org'))).toEqual(['']);
  expect(marks(twin('u1', 'a@x.org'), twin('u2', 'b@x.org'))).toEqual(['a@x.org', 'b@x.org']);
  expect(marks(twin('u1', ''), twin('u2', '', 'Finance'))).toEqual(['u1', 'Finance']);
  expect(marks(twin('u1', 'a@x.org', 'Dev'), twin('u2', 'a@x.org', 'Dev'))).toEqual(['u1', 'u2']);
  expect(marks(twin('u1', ''), { ...twin('u2', ''), name: ' ann' })).toEqual(['u1', 'u2']);
  const people = [twin('u1', ''), twin('u2', '')] as const;
  expect(contactText(people[0], format, people)).toBe('Ann (u1)');
});
