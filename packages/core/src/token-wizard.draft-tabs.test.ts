// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { close, holdTime, memory, open, pass } from './token-wizard.drafts.fixture.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import { answerContact, answerSetup, catalog, request, walkToReview } from './token-wizard.fixture.js';

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
