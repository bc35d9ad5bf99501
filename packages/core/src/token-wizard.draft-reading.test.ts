// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { TokenDraft } from './draft.js';
import type { TokenWizardHost } from './host.js';
import { holdTime, memory, open, pass } from './token-wizard.drafts.fixture.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import { catalog, olderCatalog } from './token-wizard.fixture.js';

const next: TokenWizardEvent = { type: 'step.next' };

holdTime();

describe('a draft that is older than the data', () => {
  const draft: TokenDraft = {
    v: 1,
    revision: 'r1',
    answers: {
      name: 'Kept',
      description: '',
      version: '16',
      primaryContact: 'ada',
      developerEmails: ['dev@example.com'],
      emailText: '',
    },
    foundContact: null,
    scopes: { selection: [{ category: 'reports', enabled: true, checked: ['reports.mail'] }], gone: [] },
    intent: null,
    uncertain: false,
  };

  test('written by the first release still loads', async () => {
    const { context } = await open(memory(draft));
    expect(context()).toMatchObject({ draft: 'restored', answers: draft.answers });
    expect(context().scopes.selection).toContainEqual({
      category: 'reports',
      enabled: true,
      checked: ['reports.mail'],
    });
  });

  test('stays where it is while the user only looks at what was restored', async () => {
    const browser = memory(draft);
    const { send } = await open(browser);
    send(next);
    await pass();
    expect(browser.draft()).toMatchObject({ answers: draft.answers });
  });

  test('keeps a version that is offered, also one that is not the default', async () => {
    const { context } = await open(memory({ ...draft, answers: { ...draft.answers, version: '15' } }));
    expect(context().answers.version).toBe('15');
  });

  test('leaves out its version where the host offers none', async () => {
    const { context } = await open(memory(draft), { versions: [] });
    expect(context().answers).toMatchObject({ name: 'Kept', version: '' });
  });

  test('names the scopes that are gone, and leaves out a contact and a version that are', async () => {
    const kept = memory({ ...draft, answers: { ...draft.answers, version: '9', primaryContact: 'eve' } });
    const { context } = await open(kept, { catalog: olderCatalog });
    expect(context().answers).toMatchObject({ name: 'Kept', version: '16', primaryContact: '' });
    expect(context().scopes.notices).toMatchObject([{ type: 'version.changed', gone: [{ id: 'reports.mail' }] }]);
  });

  test.each<[string, Partial<TokenWizardHost>]>([
    ['the data is there', {}],
    [
      'the data is loaded later',
      { versions: async () => [{ id: '16', label: '16', status: 'latest' }], catalog: async () => catalog },
    ],
  ])('keeps a contact that a search had found, and the scopes, when %s', async (_, host) => {
    const found = { id: 'mary', name: 'Mary', email: 'mary@example.com' };
    const kept = memory({ ...draft, answers: { ...draft.answers, primaryContact: 'mary' }, foundContact: found });
    const { context } = await open(kept, host);
    await pass();
    expect(context()).toMatchObject({ answers: { primaryContact: 'mary' }, foundContact: found, draftScopes: null });
    expect(context().scopes.selection).toContainEqual({
      category: 'reports',
      enabled: true,
      checked: ['reports.mail'],
    });
  });

  test.each<[string, unknown]>([
    ['of a later version', { ...draft, v: 2 }],
    ['that is a text', 'garbage'],
    ['without answers', { ...draft, answers: null }],
    ['whose lists are none', { ...draft, answers: { ...draft.answers, developerEmails: 'a@b.c' } }],
    ['whose request is cut', { ...draft, intent: { key: 'k', attempt: 1, request: { name: 'x' } } }],
    ['whose scopes are none', { ...draft, scopes: [] }],
  ])('%s is said to be unreadable, and the user starts with an empty form', async (_, stored) => {
    const { context, view } = await open(memory(stored));
    expect(context()).toMatchObject({ draft: 'unreadable', answers: { name: '' }, edited: false });
    expect(view()).toBe('setup');
  });
});
