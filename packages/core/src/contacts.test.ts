// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { readContacts } from './contacts.js';
import { SourceError } from './source-error.js';

const ada = { id: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' };

describe("a host's contacts", () => {
  test('are taken over as they are, with a role if there is one', () => {
    const contacts = [ada, { id: 'grace', name: 'Grace Hopper', email: 'grace@example.com', role: 'Developer' }];
    expect(readContacts(contacts)).toEqual(contacts);
  });

  test('may be none', () => {
    expect(readContacts([])).toEqual([]);
  });

  test('bring nothing along that the wizard does not know', () => {
    expect(readContacts([{ ...ada, password: 'x', role: 7 }])).toEqual([ada]);
  });

  test('may lack a name or an address', () => {
    expect(readContacts([{ id: 'ada', name: null }])).toEqual([{ id: 'ada', name: '', email: '' }]);
  });

  test('may have numbers for ids, and null for what is absent', () => {
    expect(
      readContacts([
        { id: 7, name: 'Ada', email: null, role: null },
        { id: 0, name: null },
      ]),
    ).toEqual([
      { id: '7', name: 'Ada', email: '' },
      { id: '0', name: '', email: '' },
    ]);
  });

  test('may share a name, but not an id', () => {
    expect(readContacts([ada, { ...ada, id: 'ada-2' }])).toHaveLength(2);
  });

  test.each<[string, unknown, string]>([
    ['nothing', null, 'expected an array'],
    ['text', 'ada', 'expected an array'],
    ['an entry that is undefined', [ada, undefined], 'entry 1 has no "id"'],
    ['an entry without an id', [ada, { name: 'Grace' }], 'entry 1 has no "id"'],
    ['an empty id', [{ ...ada, id: '' }], 'entry 0 has no "id"'],
    ['an id of spaces', [{ ...ada, id: '  ' }], 'entry 0 has no "id"'],
    ['an id twice', [ada, ada], 'the id "ada" appears twice'],
    ['constructor twice', [ada, { ...ada, id: 'constructor' }, { ...ada, id: 'constructor' }], '"constructor" appears'],
  ])('are refused for %s, with words that say which', (_, value, words) => {
    expect(() => readContacts(value)).toThrow(SourceError);
    expect(() => readContacts(value)).toThrow(/^Tokenwright: "contacts": /);
    expect(() => readContacts(value)).toThrow(words);
  });
});
