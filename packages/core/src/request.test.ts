// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { ScopeCatalog } from './catalog.js';
import { type RequestIssue, type RequestRules, requestIssues, type TokenRequest } from './request.js';
import { normalizeText } from './text.js';

const catalog: ScopeCatalog = {
  categories: [
    {
      id: 'ads',
      label: 'Ads',
      scopes: [
        { id: 'ads.list', label: 'List ads' },
        { id: 'ads.edit', label: 'Edit ads', requires: ['ads.list'] },
        { id: 'constructor', label: 'Build ads' },
      ],
    },
  ],
};

const rules: RequestRules = {
  versions: [{ id: '16', label: 'Version 16', status: 'latest' }],
  contacts: [{ id: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' }],
  catalog,
};

const request: TokenRequest = {
  name: 'Nightly export',
  description: 'Pulls the reports.\nEvery night.',
  version: '16',
  primaryContact: 'ada',
  developerEmails: ['dev@example.com'],
  scopes: ['ads.list', 'ads.edit'],
};

const issuesOf = (changes: Partial<TokenRequest>, more: Partial<RequestRules> = {}) =>
  requestIssues({ ...request, ...changes }, { ...rules, ...more });

const emails = (count: number) => Array.from({ length: count }, (_, place) => `dev${place}@example.com`);

describe('a request may be sent', () => {
  test.each<[string, Partial<TokenRequest>, Partial<RequestRules>?]>([
    ['as it is', {}],
    ['with a name of 64 characters', { name: 'x'.repeat(64) }],
    ['with a name of 64 emoji, each of which is one character', { name: '😀'.repeat(64) }],
    ['with a name in another script', { name: 'דוחות לילה' }],
    ['with a longer name, where the host allows it', { name: 'x'.repeat(100) }, { limits: { name: 100 } }],
    ['without a description', { description: '' }],
    ['with a description of 500 characters, lines and tabs', { description: `${'x'.repeat(497)}\n\tx` }],
    ['without developer e-mails', { developerEmails: [] }],
    ['with 50 developer e-mails', { developerEmails: emails(50) }],
    ['with a scope called constructor', { scopes: ['constructor'] }],
    ['without scopes, where the host allows it', { scopes: [] }, { allowNoScopes: true }],
  ])('%s', (_, changes, more) => {
    expect(issuesOf(changes, more)).toEqual([]);
  });
});

describe('a request is refused, with the rule and what its text needs', () => {
  const nameRequired: RequestIssue = { field: 'name', code: 'name.required' };
  const duplicate = (email: string): RequestIssue => ({
    field: 'developerEmails',
    code: 'developerEmails.duplicate',
    email,
  });
  const invalid = (email: string): RequestIssue => ({
    field: 'developerEmails',
    code: 'developerEmails.invalid',
    email,
  });
  test.each<[string, Partial<TokenRequest>, readonly RequestIssue[], Partial<RequestRules>?]>([
    ['without a name', { name: '' }, [nameRequired]],
    ['with a name of zero-width characters', { name: '\u200B\u200D\u2060' }, [nameRequired]],
    ['with a name of Hangul fillers', { name: '\u3164\u3164' }, [nameRequired]],
    [
      'with a name of 65 characters',
      { name: 'x'.repeat(65) },
      [{ field: 'name', code: 'name.tooLong', max: 64, length: 65 }],
    ],
    [
      "with a name over the host's own limit",
      { name: 'xyz' },
      [{ field: 'name', code: 'name.tooLong', max: 2, length: 3 }],
      { limits: { name: 2 } },
    ],
    [
      'with a name that reads backwards',
      { name: 'invoice\u202Efdp.exe' },
      [{ field: 'name', code: 'name.forbiddenCharacter', character: 'U+202E' }],
    ],
    [
      'with a name of two lines',
      { name: 'a\nb' },
      [{ field: 'name', code: 'name.forbiddenCharacter', character: 'U+000A' }],
    ],
    [
      'with half an emoji in the name',
      { name: 'a\uD83D' },
      [{ field: 'name', code: 'name.forbiddenCharacter', character: 'U+D83D' }],
    ],
    [
      'with a description of 501 characters',
      { description: '😀'.repeat(501) },
      [{ field: 'description', code: 'description.tooLong', max: 500, length: 501 }],
    ],
    [
      'with a description that isolates its direction',
      { description: 'a\n\u2066b' },
      [{ field: 'description', code: 'description.forbiddenCharacter', character: 'U+2066' }],
    ],
    [
      'with a vertical tab in the description',
      { description: 'a\u000Bb' },
      [{ field: 'description', code: 'description.forbiddenCharacter', character: 'U+000B' }],
    ],
    ['without a version', { version: '' }, [{ field: 'version', code: 'version.required' }]],
    [
      'for a version that is not offered',
      { version: 'toString' },
      [{ field: 'version', code: 'version.unknown', version: 'toString' }],
    ],
    ['without a contact', { primaryContact: '' }, [{ field: 'primaryContact', code: 'primaryContact.required' }]],
    [
      'with a foreign contact',
      { primaryContact: 'eve' },
      [{ field: 'primaryContact', code: 'primaryContact.unknown', contact: 'eve' }],
    ],
    ['with something that is no e-mail', { developerEmails: ['dev@example.com', 'dev@'] }, [invalid('dev@')]],
    ['with an untrimmed e-mail', { developerEmails: [' dev@example.com'] }, [invalid(' dev@example.com')]],
    [
      'with an e-mail twice, ignoring case',
      { developerEmails: ['dev@example.com', 'DEV@example.com'] },
      [duplicate('DEV@example.com')],
    ],
    [
      'with 51 e-mails',
      { developerEmails: emails(51) },
      [{ field: 'developerEmails', code: 'developerEmails.tooMany', max: 50, count: 51 }],
    ],
    [
      'with 51 e-mails, of which two are the same',
      { developerEmails: [...emails(50), 'DEV0@example.com'] },
      [
        duplicate('DEV0@example.com'),
        { field: 'developerEmails', code: 'developerEmails.tooMany', max: 50, count: 51 },
      ],
    ],
    ['without scopes', { scopes: [] }, [{ field: 'scopes', code: 'scopes.required' }]],
    [
      'with scopes that the version does not have',
      { scopes: ['ads.list', '__proto__', ''] },
      [
        { field: 'scopes', code: 'scopes.unknown', scope: '__proto__' },
        { field: 'scopes', code: 'scopes.unknown', scope: '' },
      ],
    ],
    [
      'with unknown scopes, also where none are needed',
      { scopes: ['ads.purge'] },
      [{ field: 'scopes', code: 'scopes.unknown', scope: 'ads.purge' }],
      { allowNoScopes: true },
    ],
    [
      'with a scope twice',
      { scopes: ['ads.list', 'ads.list'] },
      [{ field: 'scopes', code: 'scopes.duplicate', scope: 'ads.list' }],
    ],
    [
      'with a scope that does not work alone',
      { scopes: ['ads.edit'] },
      [{ field: 'scopes', code: 'scopes.missingRequirement', scope: 'ads.edit', requires: 'ads.list' }],
    ],
  ])('%s', (_, changes, issues, more) => {
    expect(issuesOf(changes, more)).toEqual(issues);
  });

  test('for everything that is wrong at once, in the order of the steps', () => {
    const empty = {
      name: '',
      description: '\u0007',
      version: '',
      primaryContact: '',
      developerEmails: ['x'],
      scopes: [],
    };
    expect(requestIssues(empty, rules).map(({ code }) => code)).toEqual([
      'name.required',
      'description.forbiddenCharacter',
      'version.required',
      'primaryContact.required',
      'developerEmails.invalid',
      'scopes.required',
    ]);
  });
});

// A public list of hostile strings, where it lies beside the repository; without it the strings below stand alone.
const files = import.meta.glob<string>('../../../../shared/catalogs/strings/blns.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const hostile = [
  '',
  'undefined',
  "'; DROP TABLE tokens; --",
  '<script>alert(1)</script>',
  '{{7*7}}#{7*7}',
  '../../etc/passwd%00',
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
  'ﷺ﷽',
  '\u0000\u0001\u001B[31m',
  '\u202Etest\u202C',
  '\uD800',
  '😀'.repeat(600),
  ...Object.values(files).flatMap((json): string[] => JSON.parse(json)),
];

const hostileCases = hostile.map((text) => [JSON.stringify(text).slice(0, 60), text] as const);

/** Whether the rule that refused a text is true of it. */
function isTrueOf(issue: RequestIssue, text: string): boolean {
  switch (issue.code) {
    case 'name.required':
      return !/[\p{P}\p{S}\w]/u.test(text);
    case 'name.tooLong':
    case 'description.tooLong':
      return issue.length === [...text].length && issue.length > issue.max;
    case 'name.forbiddenCharacter':
    case 'description.forbiddenCharacter':
      return [...text].includes(String.fromCodePoint(Number.parseInt(issue.character.slice('U+'.length), 16)));
    default:
      return false;
  }
}

describe('a hostile string is stored as it was typed, or refused by a rule that names what is wrong', () => {
  test.each(hostileCases)('%s', (_, typed) => {
    const stored = normalizeText(typed);
    for (const field of ['name', 'description'] as const) {
      const issues = issuesOf({ [field]: stored });
      expect(issues.filter((issue) => issue.field !== field || !isTrueOf(issue, stored))).toEqual([]);
      if (issues.length === 0) expect([...stored].length).toBeLessThanOrEqual(field === 'name' ? 64 : 500);
    }
    expect(stored.normalize('NFD')).toBe(typed.replaceAll(/\r\n?/g, '\n').normalize('NFD').trim());
  });

  test.each(hostileCases)('as an id or an e-mail: %s', (_, typed) => {
    const issues = issuesOf({ version: typed, primaryContact: typed, developerEmails: [typed], scopes: [typed] });
    const codes = issues.map(({ code }) => code);
    expect(codes).toContain(typed === '' ? 'version.required' : 'version.unknown');
    expect(codes).toContain(typed === '' ? 'primaryContact.required' : 'primaryContact.unknown');
    expect(codes).toContain('scopes.unknown');
  });

  test('some of these strings are taken and some are refused', () => {
    const refused = hostile.filter((typed) => issuesOf({ name: normalizeText(typed) }).length > 0);
    expect(refused.length).toBeGreaterThan(3);
    expect(refused.length).toBeLessThan(hostile.length - 3);
  });
});
