// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import type { CheckOutcomeResult } from './creation.js';
import type { DraftStorage } from './draft-storage.js';
import { close, holdTime, memory, open, pass, twoCopies } from './token-wizard.drafts.fixture.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import { created, request, walkToReview } from './token-wizard.fixture.js';

const next: TokenWizardEvent = { type: 'step.next' };
const create: TokenWizardEvent = { type: 'token.create' };
const retry: TokenWizardEvent = { type: 'token.retry' };
const check: TokenWizardEvent = { type: 'outcome.check' };
const rename: readonly TokenWizardEvent[] = [
  { type: 'answer.change', field: 'name' },
  { type: 'name.change', name: 'Another' },
  next,
];

const findsNone = { onCheckOutcome: async (): Promise<CheckOutcomeResult> => ({ status: 'not-created' }) };

holdTime();

/** Two tabs with the draft of an earlier visit, at the review. */
async function twoTabs([one, two]: readonly [DraftStorage, DraftStorage]) {
  const earlier = await open({ storage: one });
  earlier.send(...walkToReview);
  await close(earlier);
  await pass();
  const tabs = { one: await open({ storage: one }), two: await open({ storage: two }) };
  for (const tab of [tabs.one, tabs.two]) {
    tab.send(next, next, next);
    await pass();
  }
  return tabs;
}

describe('two tabs with one draft, each of which sees late what the other one writes', () => {
  test.each([0, 5, 20, 49])('send one request when Create is pressed in both within %i ms', async (between) => {
    const { one, two } = await twoTabs(twoCopies());
    one.send(create);
    await vi.advanceTimersByTimeAsync(between);
    two.send(create);
    await pass();
    expect([...one.calls, ...two.calls]).toHaveLength(1);
    expect([one.view(), two.view()]).toEqual(['creating', 'create']);
    expect(two.context().otherDraft).toMatchObject({
      uncertain: true,
      intent: { key: one.lastCall().idempotencyKey },
    });
  });

  test('send one request also when the first tab has its token before the second is answered', async () => {
    const { one, two } = await twoTabs(twoCopies());
    one.send(create);
    await vi.advanceTimersByTimeAsync(0);
    one.lastCall().resolve(created);
    two.send(create);
    await one.shows('created');
    await pass();
    expect(two.calls).toEqual([]);
    expect(two.context().otherDraft).not.toBeNull();
  });
});

describe('a request that another tab has sent', () => {
  async function sentElsewhere() {
    const { storage } = memory();
    const { one, two } = await twoTabs([storage, storage]);
    one.send(create);
    await pass();
    two.send(create);
    await pass();
    return { one, two };
  }

  test('is said to come from there when the user goes on with it here', async () => {
    const { two } = await sentElsewhere();
    two.send({ type: 'draft.take' });
    expect(two.view()).toBe('unknownOutcome');
    expect(two.context().outcome).toEqual({ type: 'unknown', reason: 'elsewhere' });
  });

  test('is known to have ended once that tab has its token', async () => {
    const { one, two } = await sentElsewhere();
    one.lastCall().resolve(created);
    await one.shows('created');
    await pass();
    two.lookAgain();
    await pass();
    expect(two.context().otherDraft).toBe('gone');
    two.send(create);
    await pass();
    expect(two.calls).toEqual([]);
  });
});

describe('a lost request that two tabs ask about', () => {
  async function twoAsking() {
    const browser = memory();
    const one = await open(browser, findsNone);
    one.send(...walkToReview, create);
    await pass();
    one.lastCall().reject(undefined);
    await one.shows('unknownOutcome');
    await pass();
    const two = await open(browser, findsNone);
    expect(two.view()).toBe('unknownOutcome');
    return { browser, one, two, key: one.lastCall().idempotencyKey };
  }
  type Tab = Awaited<ReturnType<typeof open>>;

  const settles: [string, (tab: Tab) => Promise<void>][] = [
    [
      'found that no token was created',
      async (tab) => {
        tab.send(check);
        await tab.shows('create');
      },
    ],
    [
      'found none and changed the request',
      async (tab) => {
        tab.send(check);
        await tab.shows('create');
        tab.send(...rename);
      },
    ],
    [
      'found none, changed the request and created its token',
      async (tab) => {
        tab.send(check);
        await tab.shows('create');
        tab.send(...rename, create);
        await pass();
        tab.lastCall().resolve(created);
        await tab.shows('created');
      },
    ],
    [
      'has the token of it',
      async (tab) => {
        tab.send(retry);
        await pass();
        tab.lastCall().resolve(created);
        await tab.shows('created');
      },
    ],
    ['put it aside', async (tab) => tab.send({ type: 'draft.discard' }, { type: 'leave.confirm' })],
  ];

  test.each(settles)('is not sent again unasked after the other tab %s', async (_, settle) => {
    const { one, two } = await twoAsking();
    await settle(two);
    await pass();
    one.send(retry);
    await pass();
    expect(one.calls).toHaveLength(1);
    expect(one.view()).toBe('unknownOutcome');
    expect(one.context().otherDraft).not.toBeNull();
  });

  test.each(settles)('leads to a question as soon as the other tab %s', async (_, settle) => {
    const { one, two } = await twoAsking();
    await settle(two);
    await pass();
    one.lookAgain();
    await pass();
    expect(one.context().otherDraft).not.toBeNull();
  });

  test('is sent under its own key where the user goes on with it, whatever the other tab sent', async () => {
    const { one, two, key } = await twoAsking();
    two.send(check);
    await two.shows('create');
    two.send(...rename, create);
    await pass();
    expect(two.lastCall().idempotencyKey).not.toBe(key);
    one.send(retry);
    await pass();
    one.send({ type: 'draft.keep' }, retry);
    await pass();
    expect(one.lastCall()).toMatchObject({ request, idempotencyKey: key });
    expect(one.calls).toHaveLength(2);
  });

  test('gives way to the answers of the other tab where the user prefers those', async () => {
    const { browser, one, two } = await twoAsking();
    two.send(check);
    await two.shows('create');
    two.send(...rename);
    await pass();
    one.lookAgain();
    await pass();
    // Not before the user has chosen, and nothing of the other tab is overwritten.
    one.send(retry);
    await pass();
    expect(browser.draft()).toMatchObject({ answers: { name: 'Another' }, uncertain: false });
    one.send({ type: 'draft.take' });
    expect(one.view()).toBe('create');
    expect(one.context()).toMatchObject({ answers: { name: 'Another' }, uncertain: false, otherDraft: null });
  });

  test('is sent again by both without a question, under one key', async () => {
    const { one, two, key } = await twoAsking();
    for (const tab of [one, two]) {
      tab.send(retry);
      await pass();
    }
    expect([one.lastCall(), two.lastCall()].map(({ idempotencyKey }) => idempotencyKey)).toEqual([key, key]);
    expect([one.calls.length, two.calls.length]).toEqual([2, 1]);
  });
});

describe('a check that found no token', () => {
  async function checked() {
    const browser = memory();
    const first = await open(browser);
    first.send(...walkToReview, create);
    await close(first);
    const again = await open(browser, findsNone);
    again.send(check);
    await again.shows('create');
    return { browser, again };
  }

  test('after a reload leads to the review, where the request can be sent', async () => {
    const { again } = await checked();
    expect(again.context()).toMatchObject({ outcome: { type: 'notCreated' }, destination: 'create' });
    again.send(create);
    await pass();
    expect(again.calls).toMatchObject([{ request }]);
  });

  test('after a reload leads to the first step without a valid answer', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...walkToReview, create);
    await close(first);
    const again = await open(browser, { ...findsNone, contacts: [] });
    again.send(check);
    await again.shows('contact');
    expect(again.context().outcome).toEqual({ type: 'notCreated' });
  });

  test('is not repeated once another tab has created the token', async () => {
    const { browser, again } = await checked();
    await pass();
    const other = await open(browser);
    other.send(next, next, next, create);
    await pass();
    other.lastCall().resolve(created);
    await other.shows('created');
    await pass();
    again.lookAgain();
    await pass();
    expect(again.context()).toMatchObject({ outcome: null, otherDraft: 'gone' });
  });
});
