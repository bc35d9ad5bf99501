// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { TokenWizardHost } from './host.js';
import { close, holdTime, memory, open, pass } from './token-wizard.drafts.fixture.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import { request, walkToReview } from './token-wizard.fixture.js';

const create: TokenWizardEvent = { type: 'token.create' };

holdTime();

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

  test('after it was refused keeps the answers, and sends the same request under a new key', async () => {
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
    expect(again.lastCall()).toMatchObject({ request, attempt: 1 });
    expect(again.lastCall().idempotencyKey).not.toBe(key);
  });
});
