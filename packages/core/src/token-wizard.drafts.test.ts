// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readDraft, type TokenDraft } from './draft.js';
import { type DraftStorage, localDraftStorage } from './draft-keeper.js';
import type { TokenWizardHost } from './host.js';
import type { TokenWizardInput } from './token-wizard.context.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import {
  answerContact,
  answerSetup,
  catalog,
  created,
  olderCatalog,
  request,
  secret,
  startWizard,
  walkToReview,
} from './token-wizard.fixture.js';

const next: TokenWizardEvent = { type: 'step.next' };
const create: TokenWizardEvent = { type: 'token.create' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A storage that pages share, as tabs of one browser do. What it holds went through JSON. */
function memory(initial: unknown = null) {
  let held = JSON.stringify(initial);
  const storage: DraftStorage = {
    read: () => JSON.parse(held),
    write: (draft) => {
      held = JSON.stringify(draft);
    },
    remove: () => {
      held = 'null';
    },
  };
  return { storage, text: () => held, draft: () => readDraft(JSON.parse(held)) };
}

type Memory = ReturnType<typeof memory>;

async function open(
  { storage }: Pick<Memory, 'storage'>,
  host: Partial<TokenWizardHost> = {},
  input: TokenWizardInput = {},
) {
  const wizard = startWizard({ host: { draftStorage: storage, ...host }, input });
  await vi.advanceTimersByTimeAsync(0);
  return wizard;
}

async function close(wizard: { close(): void }) {
  wizard.close();
  await vi.advanceTimersByTimeAsync(0);
}

/** Long enough for what was entered to be written. */
const pass = () => vi.advanceTimersByTimeAsync(1000);

describe('what was entered', () => {
  test('is there again on the next visit, and nothing else is', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...walkToReview.slice(0, -1), { type: 'email.type', text: 'half@' });
    await close(first);
    const again = await open(browser);
    expect(again.view()).toBe('setup');
    expect(again.context()).toMatchObject({ answers: first.context().answers, draft: 'restored', intent: null });
    expect(again.context().scopes.selection).toEqual(expect.arrayContaining([...first.context().scopes.selection]));
    again.send({ type: 'email.type', text: '' }, next, next, next);
    expect(again.view()).toBe('create');
  });

  test('is written when the user pauses, not at every key', async () => {
    const browser = memory();
    const write = vi.spyOn(browser.storage, 'write');
    const { send } = await open(browser);
    for (const name of ['N', 'Ni', 'Nig']) {
      send({ type: 'name.change', name });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(write).not.toHaveBeenCalled();
    await pass();
    expect(write).toHaveBeenCalledTimes(1);
    expect(browser.draft()).toMatchObject({ v: 1, answers: { name: 'Nig' } });
  });

  test('is not written again while the user only looks around', async () => {
    const browser = memory();
    const write = vi.spyOn(browser.storage, 'write');
    const { send } = await open(browser);
    send(...answerSetup, next);
    await pass();
    send({ type: 'step.back' }, next);
    await pass();
    expect(write).toHaveBeenCalledTimes(1);
  });

  test('is asked of nobody once the host has taken its storage away', async () => {
    const onError = vi.fn();
    const wizard = await open(memory(), { onError });
    wizard.host.draftStorage = undefined;
    wizard.send(...answerSetup);
    await pass();
    expect(onError).not.toHaveBeenCalled();
  });

  test('is kept nowhere before anything was entered, nor without a storage', async () => {
    const browser = memory();
    const { send } = await open(browser);
    send(next, { type: 'step.goTo', step: 'scopes' });
    await pass();
    expect(browser.text()).toBe('null');
    const plain = startWizard();
    plain.send(...answerSetup);
    await pass();
    expect(plain.view()).toBe('setup');
  });

  test('is gone once the token exists, once it was discarded, and once it was started over', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...walkToReview);
    await pass();
    expect(browser.text()).toContain('Nightly export');
    first.send(create);
    await pass();
    first.lastCall().resolve(created);
    await first.shows('created');
    await pass();
    expect(browser.text()).toBe('null');

    const second = await open(browser);
    second.send(...answerSetup);
    await pass();
    second.send({ type: 'wizard.cancel' });
    await pass();
    expect(browser.text()).toContain('Nightly export');
    second.send({ type: 'leave.confirm' });
    await pass();
    expect(browser.text()).toBe('null');

    const third = await open(browser, {}, { initialValues: { description: 'from the host' } });
    third.send(...answerSetup);
    await pass();
    third.send({ type: 'draft.discard' }, { type: 'leave.dismiss' });
    expect(third.context().answers.name).toBe('Nightly export');
    third.send({ type: 'draft.discard' }, { type: 'leave.confirm' });
    await pass();
    expect(third.context()).toMatchObject({ answers: { name: '', description: 'from the host' }, edited: false });
    expect(third.view()).toBe('setup');
    expect(browser.text()).toBe('null');
  });

  test('never holds the secret', async () => {
    const browser = memory();
    const writes: string[] = [];
    const { send, lastCall, shows } = await open({
      storage: { ...browser.storage, write: (draft) => writes.push(JSON.stringify(draft)) },
    });
    send(...walkToReview, create);
    await pass();
    lastCall().resolve(created);
    await shows('created');
    await pass();
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.join()).not.toContain(secret);
  });
});

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

describe('a page that goes while it creates', () => {
  test('and comes back asks what became of the request, and sends the same again under the same key', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...walkToReview, create);
    await pass();
    const key = first.lastCall().idempotencyKey;
    await close(first);

    const again = await open(browser);
    expect(again.view()).toBe('unknownOutcome');
    expect(again.context().outcome).toEqual({ type: 'unknown', reason: 'interrupted' });
    again.send({ type: 'token.retry' });
    await pass();
    expect(again.calls).toMatchObject([{ idempotencyKey: key, request, attempt: 2 }]);
    again.lastCall().resolve({ status: 'created-without-secret', token: { id: 't1' } });
    await again.shows('createdWithoutSecret');
    await pass();
    expect(browser.text()).toBe('null');
  });

  test('has said so before the request left', async () => {
    const browser = memory();
    const kept: unknown[] = [];
    const onCreate = () => {
      kept.push(browser.draft());
      return new Promise<never>(() => {});
    };
    const { send } = await open(browser, { onCreate });
    send(...walkToReview, create);
    await pass();
    expect(kept).toEqual([expect.objectContaining({ uncertain: true, intent: expect.objectContaining({ request }) })]);
  });

  test.each<[string, object, Partial<TokenWizardHost>]>([
    ['a wait', { status: 429, retryAfter: 2 }, {}],
    ['a new sign-in', { status: 401 }, { onSessionExpired: () => new Promise((resolve) => setTimeout(resolve, 2000)) }],
  ])('says so once more before it tries again after %s', async (_, refusal, host) => {
    const browser = memory();
    const { send, calls, lastCall } = await open(browser, host);
    send(...walkToReview, create);
    await pass();
    lastCall().reject(refusal);
    await pass();
    expect(browser.draft()).toMatchObject({ uncertain: false });
    await pass();
    send({ type: 'token.retry' });
    await pass();
    expect(calls).toHaveLength(2);
    expect(browser.draft()).toMatchObject({ uncertain: true, intent: { key: lastCall().idempotencyKey } });
  });

  test('and was left for the token list asks again, until the user puts it aside', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...walkToReview, create);
    await pass();
    first.lastCall().reject(undefined);
    await first.shows('unknownOutcome');
    first.send({ type: 'outcome.leave' });
    await pass();
    await close(first);
    const again = await open(browser);
    expect(again.view()).toBe('unknownOutcome');
    again.send({ type: 'draft.discard' });
    expect(again.view()).toBe('confirmingStartOver');
    again.send({ type: 'leave.dismiss' });
    expect(again.view()).toBe('unknownOutcome');
    again.send({ type: 'draft.discard' }, { type: 'leave.confirm' });
    expect(again.view()).toBe('setup');
    await pass();
    expect(browser.text()).toBe('null');
  });

  test('after it was refused keeps the answers, and the key for the same request', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...walkToReview, create);
    await pass();
    const key = first.lastCall().idempotencyKey;
    first.lastCall().reject({ status: 422, errors: [{ detail: 'Taken.', pointer: '#/name' }] });
    await first.shows('setup');
    await pass();
    await close(first);
    const again = await open(browser, {}, { initialStep: 'create' });
    expect(again.view()).toBe('create');
    again.send(create);
    await pass();
    expect(again.lastCall()).toMatchObject({ idempotencyKey: key, attempt: 2 });
  });
});

describe('two tabs', () => {
  async function twoTabs() {
    const browser = memory();
    const [one, two] = [await open(browser), await open(browser)];
    one.send({ type: 'name.change', name: 'One' });
    await pass();
    two.send({ type: 'name.change', name: 'Two' });
    await pass();
    return { browser, one, two };
  }

  test('do not overwrite each other: the user is asked first', async () => {
    const { browser, two } = await twoTabs();
    expect(browser.draft()).toMatchObject({ answers: { name: 'One' } });
    expect(two.context().otherDraft).toMatchObject({ answers: { name: 'One' } });
    two.send({ type: 'description.change', description: 'more' });
    await pass();
    expect(browser.draft()).toMatchObject({ answers: { name: 'One' } });
    expect(two.context().answers.name).toBe('Two');
  });

  test('go on with the answers of this one', async () => {
    const { browser, one, two } = await twoTabs();
    two.send({ type: 'draft.keep' }, { type: 'description.change', description: 'more' });
    await pass();
    expect(browser.draft()).toMatchObject({ answers: { name: 'Two', description: 'more' } });
    one.send({ type: 'description.change', description: 'mine' });
    await pass();
    expect(one.context().otherDraft).toMatchObject({ answers: { name: 'Two' } });
  });

  test('go on with the answers of the other', async () => {
    const { browser, two } = await twoTabs();
    two.send({ type: 'draft.take' });
    await pass();
    expect(two.context()).toMatchObject({ answers: { name: 'One' }, otherDraft: null });
    two.send({ type: 'description.change', description: 'both' });
    await pass();
    expect(browser.draft()).toMatchObject({ answers: { name: 'One', description: 'both' } });
  });

  test('that press Create send one request: the second page is asked, and joins the first', async () => {
    const browser = memory();
    const [one, two] = [await open(browser), await open(browser)];
    one.send(...walkToReview);
    two.send(...walkToReview);
    one.send(create);
    two.send(create);
    await pass();
    expect(one.view()).toBe('creating');
    expect([...one.calls, ...two.calls]).toHaveLength(1);
    expect(two.view()).toBe('create');
    two.send(create);
    await pass();
    expect(two.calls).toHaveLength(0);
    two.send({ type: 'draft.take' });
    expect(two.view()).toBe('unknownOutcome');
    two.send({ type: 'token.retry' });
    await pass();
    expect(two.lastCall().idempotencyKey).toBe(one.lastCall().idempotencyKey);
  });

  test('that go on with the same answers send them under one key, also if the second page prefers its own', async () => {
    const browser = memory();
    const [one, two] = [await open(browser), await open(browser)];
    one.send(...walkToReview, create);
    two.send(...walkToReview, create);
    await pass();
    two.send({ type: 'draft.keep' }, create);
    await pass();
    expect(two.lastCall()).toMatchObject({ request, idempotencyKey: one.lastCall().idempotencyKey });
  });

  test("do not remove each other's drafts", async () => {
    const { browser, one, two } = await twoTabs();
    two.send({ type: 'draft.keep' }, { type: 'description.change', description: 'more' });
    await pass();
    one.send({ type: 'wizard.cancel' }, { type: 'leave.confirm' });
    await pass();
    expect(browser.draft()).toMatchObject({ answers: { name: 'Two' } });
  });

  test('with the same draft and no change are at peace', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...answerSetup);
    await close(first);
    const [one, two] = [await open(browser), await open(browser)];
    await pass();
    one.send(...answerContact);
    await pass();
    expect([one.context().otherDraft, two.context().otherDraft]).toEqual([null, null]);
  });

  test('that go through the same draft ask nothing, though its scopes wait for a catalog that comes late', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...walkToReview);
    await close(first);
    const late = { catalog: () => new Promise<typeof catalog>((resolve) => setTimeout(resolve, 2000, catalog)) };
    const tabs = [await open(browser, late), await open(browser, late)];
    await vi.advanceTimersByTimeAsync(2000);
    await pass();
    for (const tab of tabs) {
      tab.send(next, next, next);
      await pass();
    }
    expect(tabs.map((tab) => tab.view())).toEqual(['create', 'create']);
    expect(tabs.map((tab) => tab.context().otherDraft)).toEqual([null, null]);
  });
});

describe('a storage that', () => {
  const throws = () => {
    throw new Error('broken');
  };
  const rejects = () => Promise.reject(new Error('broken'));
  const never = () => new Promise<never>(() => {});

  test.each([
    ['throws', throws],
    ['rejects', rejects],
    ['rejects with nothing', () => Promise.reject()],
    ['never answers', never],
  ])('%s keeps nobody from a token, and the host hears of it once', async (_, fails) => {
    const onError = vi.fn();
    const { send, view, calls, shows, lastCall, close } = startWizard({
      host: { draftStorage: { read: fails, write: fails, remove: fails }, onError },
    });
    await vi.advanceTimersByTimeAsync(3000);
    expect(view()).toBe('setup');
    send(...walkToReview);
    await vi.advanceTimersByTimeAsync(10_000);
    send(create);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(calls).toHaveLength(1);
    lastCall().resolve(created);
    await shows('created');
    await vi.advanceTimersByTimeAsync(10_000);
    close();
    expect(onError.mock.calls.length).toBeLessThanOrEqual(3);
    expect(onError).toHaveBeenCalledTimes(fails === never ? 0 : 1);
    if (fails !== never) expect(String(onError.mock.calls[0]?.[0])).toContain('"draftStorage.read" failed');
  });

  test('answers after something was entered asks which of the two is meant', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...answerSetup);
    await close(first);
    let answer: (draft: unknown) => void = () => {};
    const slow: DraftStorage = { ...browser.storage, read: () => new Promise((resolve) => (answer = resolve)) };
    const { send, view, context } = startWizard({ host: { draftStorage: slow } });
    expect(view()).toBe('preparing');
    await vi.advanceTimersByTimeAsync(3000);
    expect(view()).toBe('setup');
    send({ type: 'name.change', name: 'Typed meanwhile' });
    answer(browser.storage.read());
    await vi.advanceTimersByTimeAsync(0);
    expect(context()).toMatchObject({
      answers: { name: 'Typed meanwhile' },
      otherDraft: { answers: { name: 'Nightly export' } },
    });
    send({ type: 'draft.take' });
    expect(context().answers.name).toBe('Nightly export');
  });

  test('answers late that a request may have been sent leads to the question what became of it', async () => {
    let answer: (draft: unknown) => void = () => {};
    const slow: DraftStorage = { ...memory().storage, read: () => new Promise((resolve) => (answer = resolve)) };
    const { view, context } = startWizard({ host: { draftStorage: slow } });
    await vi.advanceTimersByTimeAsync(3000);
    expect(view()).toBe('setup');
    const browser = memory();
    const first = await open(browser, { onCreate: () => never() });
    first.send(...walkToReview, create);
    await close(first);
    answer(browser.storage.read());
    await vi.advanceTimersByTimeAsync(0);
    expect(view()).toBe('unknownOutcome');
    expect(context().intent).toMatchObject({ request, attempt: 1 });
  });
});

test('a draft that comes while the user is asked about leaving is offered afterwards', async () => {
  const browser = memory();
  const first = await open(browser);
  first.send(...answerSetup);
  await close(first);
  let answer: (draft: unknown) => void = () => {};
  const slow: DraftStorage = { ...browser.storage, read: () => new Promise((resolve) => (answer = resolve)) };
  const { send, view, context } = startWizard({ host: { draftStorage: slow } });
  await vi.advanceTimersByTimeAsync(3000);
  send({ type: 'name.change', name: 'Typed meanwhile' }, { type: 'wizard.cancel' });
  answer(browser.storage.read());
  await vi.advanceTimersByTimeAsync(0);
  send({ type: 'leave.dismiss' });
  expect(view()).toBe('setup');
  expect(context().otherDraft).toMatchObject({ answers: { name: 'Nightly export' } });
});

test('the storage of the browser takes what it gave, and survives what others put there', async () => {
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  });
  const storage = localDraftStorage('draft');
  const first = await open({ storage });
  first.send(...answerSetup);
  await close(first);
  expect((await open({ storage })).context().answers.name).toBe('Nightly export');
  items.set('draft', '{"v":1,');
  expect((await open({ storage })).context().draft).toBe('unreadable');
  vi.unstubAllGlobals();
});
