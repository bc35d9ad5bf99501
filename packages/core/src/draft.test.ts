// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { draftOf, readDraft, type TokenDraft } from './draft.js';
import { request, startWizard, walkToReview } from './token-wizard.fixture.js';

const draft: TokenDraft = {
  v: 1,
  revision: 'r1',
  answers: {
    name: 'Kept',
    description: 'For the nightly export',
    version: '16',
    primaryContact: 'mary',
    developerEmails: ['dev@example.com'],
    emailText: 'half@',
  },
  foundContact: { id: 'mary', name: 'Mary', email: 'mary@example.com' },
  scopes: {
    selection: [
      { category: 'ads', enabled: true, checked: ['ads.list'] },
      { category: 'reports', enabled: false, checked: ['reports.run'] },
    ],
    gone: [
      { id: 'jobs.list', label: 'List jobs' },
      { id: 'jobs.run', label: 'Run jobs', remembered: true },
    ],
  },
  intent: { key: 'k1', request, attempt: 2 },
  uncertain: true,
};

describe('a draft that a storage held', () => {
  test('is read whole, with the scopes that are gone and the request that may have been sent', () => {
    expect(readDraft(draft)).toEqual(draft);
  });

  test.each([null, undefined])('is none where the storage held %s', (stored) => {
    expect(readDraft(stored)).toBeNull();
  });

  test.each<[string, object]>([
    ['has no revision', { revision: ' ' }],
    ...Object.keys(draft.answers).map((member): [string, object] => [
      `has no usable answer "${member}"`,
      { answers: { ...draft.answers, [member]: 7 } },
    ]),
    ['holds an e-mail address that is no text', { answers: { ...draft.answers, developerEmails: ['a@b.c', 7] } }],
    ['has no list of what is checked', { scopes: { gone: [] } }],
    ['has no list of what is gone', { scopes: { selection: [], gone: {} } }],
    ['has no scopes at all', { scopes: undefined }],
    ...Object.keys(request).map((member): [string, object] => [
      `was sent without "${member}"`,
      { intent: { ...draft.intent, request: { ...request, [member]: undefined } } },
    ]),
    ['sent scopes that are no texts', { intent: { ...draft.intent, request: { ...request, scopes: [7] } } }],
    ['lost the request', { intent: { ...draft.intent, request: null } }],
    ['lost the key of its request', { intent: { ...draft.intent, key: '' } }],
    ['lost count of the attempts', { intent: { ...draft.intent, attempt: '2' } }],
    ['counts half an attempt', { intent: { ...draft.intent, attempt: 1.5 } }],
    ['has an intent that is a text', { intent: 'k1' }],
  ])('cannot be used if it %s', (_, damage) => {
    expect(readDraft({ ...draft, ...damage })).toBe('unreadable');
  });

  test('loses no more than the entries that are damaged', () => {
    const stored = {
      ...draft,
      foundContact: { name: 'Nobody' },
      scopes: {
        selection: [
          null,
          { category: 7, enabled: true, checked: [] },
          { category: 'jobs', enabled: true, checked: [7] },
          { category: 'ads', enabled: 'yes', checked: ['ads.list'] },
        ],
        gone: ['jobs.list', { id: 7, label: 'Seven' }, { id: 'jobs.run' }, { id: 'a', label: 'A', remembered: 'yes' }],
      },
    };
    expect(readDraft(stored)).toEqual({
      ...draft,
      foundContact: null,
      scopes: {
        selection: [{ category: 'ads', enabled: false, checked: ['ads.list'] }],
        gone: [{ id: 'a', label: 'A' }],
      },
    });
  });

  test.each([
    ['there was no request', { intent: null }],
    ['it does not say so plainly', { uncertain: 'yes' }],
  ])('makes nobody look for a token if %s', (_, change) => {
    expect(readDraft({ ...draft, ...change })).toMatchObject({ uncertain: false });
  });

  test('knows scopes that were never shown from scopes that were cleared', () => {
    expect(readDraft({ ...draft, scopes: null })).toMatchObject({ scopes: null });
  });
});

describe('what becomes a draft', () => {
  const { send, context } = startWizard();
  send(...walkToReview);

  test('is uncertain only about a request, which is on its way or may have arrived', () => {
    const sent = { ...context(), intent: draft.intent };
    expect(draftOf(context(), true)).toMatchObject({ intent: null, uncertain: false });
    expect(draftOf(sent, false)).toMatchObject({ intent: draft.intent, uncertain: false });
    expect(draftOf(sent, true)).toMatchObject({ uncertain: true });
    expect(draftOf({ ...sent, uncertain: true }, false)).toMatchObject({ uncertain: true });
  });

  test('leaves the scopes that a host starts with to the host until the catalog shows them', () => {
    const { selection, gone } = context().scopes;
    expect(draftOf(context(), false).scopes).toEqual({ selection, gone });
    expect(draftOf({ ...context(), catalog: null }, false).scopes).toEqual({ selection, gone });
    const initialScopes = { scopes: ['ads.list'], enabledCategories: [] };
    expect(draftOf({ ...context(), catalog: null, initialScopes }, false).scopes).toBeNull();
    expect(draftOf({ ...context(), initialScopes }, false).scopes).toEqual({ selection, gone });
  });
});
