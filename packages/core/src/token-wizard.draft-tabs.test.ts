// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { close, holdTime, memory, open, pass } from './token-wizard.drafts.fixture.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import { answerContact, answerSetup, catalog, created, request, walkToReview } from './token-wizard.fixture.js';

const next: TokenWizardEvent = { type: 'step.next' };
const create: TokenWizardEvent = { type: 'token.create' };

holdTime();

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

  test('go on with the answers of the other, on a step that they reach', async () => {
    const browser = memory();
    const [one, two] = [await open(browser), await open(browser)];
    one.send({ type: 'name.change', name: 'One' });
    await pass();
    two.send(...walkToReview);
    expect(two.actor.getSnapshot().can({ type: 'draft.take' })).toBe(false);
    await pass();
    expect(two.view()).toBe('create');
    two.send({ type: 'draft.take' });
    expect(two.view()).toBe('contact');
    two.send(...answerContact, next);
    expect(two.view()).toBe('scopes');
  });

  test('whose answers are kept would lose them by leaving, also if nothing of them was typed', async () => {
    const browser = memory();
    const [one, two] = [
      await open(browser),
      await open(browser, {}, { initialValues: request, initialStep: 'create' }),
    ];
    one.send({ type: 'name.change', name: 'One' });
    await pass();
    two.send(create);
    await pass();
    two.send({ type: 'draft.keep' }, { type: 'wizard.cancel' });
    expect(two.view()).toBe('confirmingCancel');
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

describe('a draft that another tab finished', () => {
  /** Two tabs that go through the same draft; the first one has its token. */
  async function oneAfterTheOther() {
    const browser = memory();
    const earlier = await open(browser);
    earlier.send(...walkToReview);
    await close(earlier);
    const [one, two] = [await open(browser), await open(browser)];
    one.send(next, next, next, create);
    await pass();
    one.lastCall().resolve(created);
    await one.shows('created');
    await pass();
    return { browser, two };
  }

  test('makes no second token before the user says so', async () => {
    const { browser, two } = await oneAfterTheOther();
    two.send(next, next, next, create);
    await pass();
    expect(two.calls).toEqual([]);
    expect(two.view()).toBe('create');
    expect(two.context().otherDraft).toBe('gone');
    two.send(create, { type: 'draft.take' });
    await pass();
    expect(two.calls).toEqual([]);
    expect(two.context()).toMatchObject({ answers: { name: 'Nightly export' }, otherDraft: 'gone' });
    two.send({ type: 'draft.keep' }, create);
    await pass();
    expect(two.calls).toMatchObject([{ request }]);
    expect(browser.draft()).toMatchObject({ uncertain: true, intent: { key: two.lastCall().idempotencyKey } });
  });

  test('is not kept again by the next edit before the user says so', async () => {
    const { browser, two } = await oneAfterTheOther();
    two.send({ type: 'description.change', description: 'more' });
    await pass();
    expect(two.context().otherDraft).toBe('gone');
    expect(browser.text()).toBe('null');
    two.send({ type: 'draft.discard' }, { type: 'leave.confirm' });
    await pass();
    expect(two.context()).toMatchObject({ answers: { name: '' }, otherDraft: null });
    two.send({ type: 'name.change', name: 'Weekly export' });
    await pass();
    expect(two.context().otherDraft).toBeNull();
    expect(browser.draft()).toMatchObject({ answers: { name: 'Weekly export' } });
  });

  test('is no matter where this tab itself dropped it', async () => {
    const browser = memory();
    const { send, context } = await open(browser);
    send(...answerSetup);
    await pass();
    send({ type: 'draft.discard' }, { type: 'leave.confirm' });
    await pass();
    expect(browser.text()).toBe('null');
    send({ type: 'name.change', name: 'Weekly export' });
    await pass();
    expect(context().otherDraft).toBeNull();
    expect(browser.draft()).toMatchObject({ answers: { name: 'Weekly export' } });
  });

  test('counts as finished also where this tab wrote it, and only once', async () => {
    const browser = memory();
    const { send, context, calls } = await open(browser, {}, { initialStep: 'create', initialValues: request });
    send({ type: 'description.change', description: 'more' });
    await pass();
    browser.storage.remove();
    send(create);
    await pass();
    expect(context().otherDraft).toBe('gone');
    send({ type: 'draft.keep' }, create);
    await pass();
    expect(calls).toHaveLength(1);
  });

  test('is asked about also where an edit came upon it while Create was pressed', async () => {
    const browser = memory();
    let answered = Promise.resolve();
    let answer = () => {};
    const storage = { ...browser.storage, read: () => answered.then(() => browser.storage.read()) };
    const { send, context, calls } = await open({ storage }, {}, { initialStep: 'create', initialValues: request });
    send({ type: 'description.change', description: 'more' });
    await pass();
    browser.storage.remove();
    answered = new Promise((resolve) => {
      answer = resolve;
    });
    send({ type: 'description.change', description: 'still more' });
    await pass();
    send(create);
    answer();
    await pass();
    expect(context().otherDraft).toBe('gone');
    expect(calls).toHaveLength(0);
    send({ type: 'draft.keep' }, create);
    await pass();
    expect(calls).toHaveLength(1);
  });

  test('is asked about also before a lost request is sent again; the user can still send it, under its key', async () => {
    const browser = memory();
    const { send, view, lastCall, shows, calls, context } = await open(browser);
    send(...walkToReview, create);
    await pass();
    lastCall().reject(undefined);
    await shows('unknownOutcome');
    await pass();
    browser.storage.remove();
    send({ type: 'token.retry' });
    await pass();
    expect(calls).toHaveLength(1);
    expect([view(), context().otherDraft]).toEqual(['unknownOutcome', 'gone']);
    send({ type: 'token.retry' });
    await pass();
    expect(calls).toHaveLength(1);
    send({ type: 'draft.keep' }, { type: 'token.retry' });
    await pass();
    expect(calls.map(({ idempotencyKey }) => idempotencyKey)).toEqual(Array(2).fill(lastCall().idempotencyKey));
    expect(browser.draft()).toMatchObject({ uncertain: true, intent: { key: lastCall().idempotencyKey } });
    expect(context().otherDraft).toBeNull();
  });
});
