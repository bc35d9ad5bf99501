import type { RequestIssue } from '@tokenwright/core';
import { describe, expect, test, vi } from 'vitest';
import { english } from './english.js';
import { createFormat } from './format.js';
import { issueText } from './issue-text.js';
import type { MessagesOverride, TokenwrightMessages } from './messages.js';
import { overrideMessages } from './override-messages.js';

const format = createFormat('en');
const say = (issue: RequestIssue) => issueText(issue, english.issues, format);

describe('issues', () => {
  test('an issue says what is wrong, with its numbers', () => {
    expect(say({ field: 'name', code: 'name.required' })).toBe('Enter a token name');
    expect(say({ field: 'name', code: 'name.tooLong', max: 64, length: 70 })).toBe(
      'Token name must be 64 characters or fewer (it has 70)',
    );
    expect(say({ field: 'name', code: 'name.forbiddenCharacter', character: 'U+202E' })).toContain(
      'a character that is not allowed (U+202E)',
    );
  });

  test('an address cannot rearrange the sentence it is quoted in', () => {
    const text = say({ field: 'developerEmails', code: 'developerEmails.invalid', email: '\u202Egnp.x@y' });
    expect(text).not.toContain('\u202E');
    expect(text).toContain('gnp.x@y');
  });

  test("the server's own words are shown as they are", () => {
    const issue = { field: 'name', code: 'server.rejected', detail: 'The name is taken.' } as const;
    expect(issueText(issue, english.issues, format)).toBe('The name is taken.');
  });
});

describe('notices', () => {
  test('name at most five scopes, then how many more', () => {
    const scopes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    expect(english.notices['required.added']({ because: ['X'], scopes }, format)).toBe(
      'A, B, C, D, E, and 3 more also selected, because X needs them.',
    );
  });

  test('speak of one in the singular', () => {
    expect(english.notices['dependent.removed']({ because: ['Read'], scopes: ['Write'] }, format)).toBe(
      'Write no longer selected, because it needs Read.',
    );
    expect(english.notices.cleared({ count: 1 }, format)).toBe('1 scope cleared.');
  });
});

describe('format', () => {
  test('a day does not depend on where the browser is', () => {
    expect(format.date('2027-06-30')).toBe('June 30, 2027');
    expect(createFormat('de').date('2027-06-30')).toBe('30. Juni 2027');
    expect(format.date('soon')).toBe('soon');
  });

  test('plurals and lists follow the locale', () => {
    const polish = createFormat('pl');
    const forms = { one: 'zakres', few: 'zakresy', other: 'zakresów' };
    expect([1, 2, 5].map((count) => polish.plural(count, forms))).toEqual(['zakres', 'zakresy', 'zakresów']);
    expect(createFormat('de').list(['A', 'B', 'C'])).toBe('A, B und C');
  });

  test('a wrong language tag counts as English', () => {
    expect(createFormat('en_US!').number(1234.5)).toBe('1,234.5');
  });

  test('text that runs from right to left is isolated, and long text is cut', () => {
    expect(format.isolate('שלום')).toBe('\u2068שלום\u2069');
    expect(format.isolate('plain')).toBe('plain');
    expect(format.isolate('x'.repeat(200))).toHaveLength(81);
  });
});

describe('a host with words of its own', () => {
  test('replaces some texts, functions included, and keeps the rest', () => {
    const read = overrideMessages(
      (own) => own,
      {
        scopePicker: { clearAll: 'Alles entfernen' },
        issues: { 'name.required': () => 'Bitte einen Namen eingeben' },
        wizard: { steps: { setup: { name: 'Einrichtung' } } },
      },
      vi.fn(),
    );
    const merged = read(english);
    expect(merged.scopePicker.clearAll).toBe('Alles entfernen');
    expect(merged.scopePicker.undo).toBe('Undo');
    expect(issueText({ field: 'name', code: 'name.required' }, merged.issues, format)).toBe(
      'Bitte einen Namen eingeben',
    );
    expect(merged.wizard.steps.setup).toEqual({ ...english.wizard.steps.setup, name: 'Einrichtung' });
    expect(english.scopePicker.clearAll).toBe('Clear All');
  });

  /** Nothing that the types allow; translation files and JavaScript hosts do it all the same. */
  const untyped = (value: unknown): MessagesOverride => Object.assign(Object.create(null), { value }).value;
  const throwing = (key: string) =>
    Object.defineProperty({}, key, {
      enumerable: true,
      get() {
        throw new Error('no such key');
      },
    });

  test.each<[string, unknown, string]>([
    ['null for everything', null, 'messages'],
    ['a number for everything', 5, 'messages'],
    ['a text for everything', 'de', 'messages'],
    ['null for a section', { issues: null }, 'messages.issues'],
    ['a text for a section', { issues: 'missing' }, 'messages.issues'],
    ['null for a section inside a section', { wizard: { created: null } }, 'messages.wizard.created'],
    ['null for a text', { secretReveal: { reveal: null } }, 'messages.secretReveal.reveal'],
    ['an object for a text', { wizard: { created: { title: {} } } }, 'messages.wizard.created.title'],
    ['a function for a text', { wizard: { created: { title: () => 'Fertig' } } }, 'messages.wizard.created.title'],
    ['a text for a function', { issues: { 'name.required': 'Pflichtfeld' } }, 'messages.issues.name.required'],
    ['a getter that throws', throwing('issues'), 'messages.issues'],
    ['a deep getter that throws', { secretReveal: throwing('reveal') }, 'messages.secretReveal.reveal'],
    [
      'a function that throws',
      {
        issues: {
          'name.required': () => {
            throw new Error('no such key');
          },
        },
      },
      'messages.issues.name.required',
    ],
    ['a function that returns no text', { issues: { 'name.required': () => ({}) } }, 'messages.issues.name.required'],
  ])('who gives %s sees our texts in its place, keeps the rest, and hears of it once', async (_, override, path) => {
    const report = vi.fn();
    const read = overrideMessages((own) => own, untyped(override), report);
    const said = (messages: TokenwrightMessages) => [
      issueText({ field: 'name', code: 'name.required' }, messages.issues, format),
      messages.wizard.created.title,
      messages.wizard.created.body({ name: 'Export' }, format),
      messages.secretReveal.reveal,
    ];
    expect(said(read(english))).toEqual(said(english));
    expect(said(read({ ...english }))).toEqual(said(english));
    await Promise.resolve();
    expect(report.mock.calls.map(([error]) => String(error))).toEqual([expect.stringContaining(`"${path}"`)]);
  });
});
