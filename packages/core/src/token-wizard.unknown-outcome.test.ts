// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CheckOutcomeResult } from './creation.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import { created, olderCatalog, request, startCreating } from './token-wizard.fixture.js';

const create: TokenWizardEvent = { type: 'token.create' };
const retry: TokenWizardEvent = { type: 'token.retry' };
const next: TokenWizardEvent = { type: 'step.next' };
const back: TokenWizardEvent = { type: 'step.back' };
const check: TokenWizardEvent = { type: 'outcome.check' };
const leave: TokenWizardEvent = { type: 'outcome.leave' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('when nobody knows whether a token exists', () => {
  test.each<[string, unknown]>([
    ['the connection is lost', new TypeError('Failed to fetch')],
    ['the server fails', { status: 500 }],
    ['the server says that the first attempt is still going on', { status: 409 }],
  ])('because %s, the user is told so, and may only retry under the same key', async (_, error) => {
    const { send, view, calls, shows, lastCall, emitted } = startCreating();
    lastCall().reject(error);
    await shows('unknownOutcome');
    expect(emitted.at(-1)).toEqual({ type: 'outcome.unknown' });
    send(create, back, { type: 'wizard.cancel' }, { type: 'name.change', name: 'Another' }, check);
    expect(view()).toBe('unknownOutcome');
    send(retry, retry);
    expect(view()).toBe('creating');
    expect(calls.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(calls[1]).toMatchObject({ request, idempotencyKey: calls[0]?.idempotencyKey });
  });

  test('because the host never answers, the user is told after the time-out, and the request is let go', async () => {
    const { view, lastCall, context } = startCreating({ input: { createTimeout: 5000 } });
    await vi.advanceTimersByTimeAsync(4999);
    expect(view()).toBe('creating');
    expect(lastCall().signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(view()).toBe('unknownOutcome');
    expect(context().outcome).toEqual({ type: 'unknown', reason: 'timeout' });
    expect(lastCall().signal.aborted).toBe(true);
  });

  test('the time-out is 30 seconds by default, for every attempt anew', async () => {
    const { send, view, calls } = startCreating();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(view()).toBe('unknownOutcome');
    send(retry);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(view()).toBe('creating');
    await vi.advanceTimersByTimeAsync(1);
    expect(view()).toBe('unknownOutcome');
    expect(calls).toHaveLength(2);
  });

  test('a host may wait as long as it likes', async () => {
    const { view } = startCreating({ input: { createTimeout: Number.POSITIVE_INFINITY } });
    await vi.advanceTimersByTimeAsync(60 * 60 * 1000);
    expect(view()).toBe('creating');
  });

  test('an answer that comes after the time-out changes nothing and leaves no secret', async () => {
    const { view, vault, lastCall, send, calls } = startCreating({ input: { createTimeout: 10 } });
    const first = lastCall();
    await vi.advanceTimersByTimeAsync(10);
    send(retry);
    first.resolve(created);
    await vi.advanceTimersByTimeAsync(0);
    expect(view()).toBe('creating');
    expect(vault.read()).toBeUndefined();
    expect(calls).toHaveLength(2);
  });

  test("a retry sends the very same request, also if the host's data has changed since", async () => {
    const { send, calls, shows, lastCall } = startCreating();
    lastCall().reject(undefined);
    await shows('unknownOutcome');
    send({ type: 'source.change', source: 'catalog', data: olderCatalog }, retry);
    expect(calls[1]).toMatchObject({ request, attempt: 2, idempotencyKey: calls[0]?.idempotencyKey });
  });

  test('the user can leave, and the host is told that no token is known', async () => {
    const { send, shows, lastCall, emitted } = startCreating();
    lastCall().reject(undefined);
    await shows('unknownOutcome');
    send(leave);
    await shows('finished');
    expect(emitted.at(-1)).toEqual({ type: 'wizard.finished', token: null });
  });
});

describe('asking the host about a lost attempt', () => {
  test('is offered only where the host can find out', async () => {
    const able = startLost([]);
    await able.shows('unknownOutcome');
    expect(able.actor.getSnapshot().can(check)).toBe(true);
    const unable = startCreating();
    unable.lastCall().reject(undefined);
    await unable.shows('unknownOutcome');
    expect(unable.actor.getSnapshot().can(check)).toBe(false);
  });

  function startLost(answers: (() => Promise<CheckOutcomeResult>)[]) {
    const asked: unknown[] = [];
    const wizard = startCreating({
      host: {
        onCheckOutcome: async (about, { idempotencyKey }) => {
          asked.push([about, idempotencyKey]);
          return (answers.shift() ?? (() => Promise.reject(new Error('asked too often'))))();
        },
      },
    });
    wizard.lastCall().reject(undefined);
    return { ...wizard, asked };
  }

  test('finds the token, without its secret', async () => {
    const { send, shows, asked, calls, emitted } = startLost([
      async () => ({ status: 'created', token: { id: 't1' } }),
    ]);
    await shows('unknownOutcome');
    send(check);
    await shows('createdWithoutSecret');
    expect(asked).toEqual([[request, calls[0]?.idempotencyKey]]);
    expect(emitted.at(-1)).toEqual({ type: 'token.created', token: { id: 't1' }, secretShown: false });
  });

  test('finds none: the user is back on the review, may edit, and Create sends again', async () => {
    const { send, view, shows, calls, context } = startLost([async () => ({ status: 'not-created' })]);
    await shows('unknownOutcome');
    send(check);
    await shows('create');
    expect(context().answers.name).toBe('Nightly export');
    send({ type: 'answer.change', field: 'name' }, { type: 'name.change', name: 'Another' }, next, create);
    expect(view()).toBe('creating');
    expect(calls[1]).toMatchObject({ request: { ...request, name: 'Another' }, attempt: 1 });
    expect(calls[1]?.idempotencyKey).not.toBe(calls[0]?.idempotencyKey);
  });

  test('finds none: the unchanged request is sent under a new key, because the check has made the old one void', async () => {
    const { send, shows, calls } = startLost([async () => ({ status: 'not-created' })]);
    await shows('unknownOutcome');
    send(check);
    await shows('create');
    send(create);
    expect(calls[1]).toMatchObject({ request, attempt: 1 });
    expect(calls[1]?.idempotencyKey).not.toBe(calls[0]?.idempotencyKey);
  });

  test('finds none: from then on the request may be edited again, also after another attempt', async () => {
    const { send, view, shows, lastCall } = startLost([async () => ({ status: 'not-created' })]);
    await shows('unknownOutcome');
    send(check);
    await shows('create');
    send(create);
    lastCall().reject({ status: 429 });
    await shows('rateLimited');
    send(back);
    expect(view()).toBe('create');
  });

  test.each<[string, () => Promise<CheckOutcomeResult>]>([
    ['fails', () => Promise.reject(new Error('down'))],
    ['answers nonsense', async () => JSON.parse('{"status":"maybe"}')],
    ['answers nothing', async () => JSON.parse('null')],
  ])('leaves everything open when it %s, and can be tried again', async (_, answer) => {
    const { send, actor, shows, asked } = startLost([answer, async () => ({ status: 'not-created' })]);
    await shows('unknownOutcome');
    send(check);
    await vi.waitFor(() => expect(actor.getSnapshot().matches({ flow: { unknownOutcome: 'checkFailed' } })).toBe(true));
    send(check);
    await shows('create');
    expect(asked).toHaveLength(2);
  });

  test('that never answers does not keep the user from retrying', async () => {
    const { send, view, shows, calls } = startLost([() => new Promise(() => {})]);
    await shows('unknownOutcome');
    send(check, retry);
    expect(view()).toBe('creating');
    expect(calls).toHaveLength(2);
  });
});

test('a host can tell that the wizard is busy exactly while it waits for the host', async () => {
  let refuse = () => {};
  const renewal = new Promise<void>((_, reject) => {
    refuse = reject;
  });
  const { actor, send, shows, lastCall } = startCreating({
    host: { onCheckOutcome: () => Promise.reject(new Error('down')), onSessionExpired: () => renewal },
  });
  const isBusy = () => actor.getSnapshot().hasTag('busy');
  expect(isBusy()).toBe(true);
  lastCall().reject(undefined);
  await shows('unknownOutcome');
  expect(isBusy()).toBe(false);
  send(check);
  expect(isBusy()).toBe(true);
  await vi.waitFor(() => expect(isBusy()).toBe(false));
  send(retry);
  lastCall().reject({ status: 401 });
  await shows('sessionExpired');
  expect(isBusy()).toBe(true);
  refuse();
  await vi.waitFor(() => expect(isBusy()).toBe(false));
});
