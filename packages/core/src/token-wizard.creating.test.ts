// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { requestIssues } from './request.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import {
  catalog,
  contacts,
  created,
  request,
  secret,
  startCreating,
  startWizard,
  versions,
  walkToReview,
} from './token-wizard.fixture.js';

const create: TokenWizardEvent = { type: 'token.create' };
const retry: TokenWizardEvent = { type: 'token.retry' };
const next: TokenWizardEvent = { type: 'step.next' };
const back: TokenWizardEvent = { type: 'step.back' };
const leave: TokenWizardEvent = { type: 'outcome.leave' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('creating a token', () => {
  test('sends nothing before the user says so', () => {
    const { send, view, calls } = startWizard();
    send(...walkToReview);
    expect(view()).toBe('create');
    expect(calls).toEqual([]);
  });

  test('sends exactly the reviewed request, once, whatever else is pressed', async () => {
    const { send, view, calls, emitted, vault, shows, lastCall } = startCreating();
    send(create, retry, create, next, back, { type: 'name.change', name: 'Another' });
    expect(view()).toBe('creating');
    expect(calls).toMatchObject([{ request, attempt: 1, idempotencyKey: expect.stringMatching(/^[\w-]{36}$/) }]);
    expect(requestIssues(lastCall().request, { versions, contacts, catalog })).toEqual([]);
    lastCall().resolve(created);
    await shows('created');
    expect(vault.read()?.reveal()).toBe(secret);
    expect(emitted.slice(-2)).toEqual([
      { type: 'token.requested', attempt: 1 },
      { type: 'token.created', token: { id: 't1', name: 'Nightly export' }, secretShown: true },
    ]);
  });

  test('that was done by an earlier attempt shows the token without its secret', async () => {
    const { vault, shows, lastCall, emitted } = startCreating();
    lastCall().resolve({ status: 'created-without-secret', token: { id: 't1' } });
    await shows('createdWithoutSecret');
    expect(vault.read()).toBeUndefined();
    expect(emitted.at(-1)).toEqual({ type: 'token.created', token: { id: 't1' }, secretShown: false });
  });
});

describe('a server that limits the rate', () => {
  test('is not asked again before its time, and then under the same key', async () => {
    const { send, view, calls, shows, lastCall, emitted } = startCreating();
    lastCall().reject({ status: 429, retryAfter: '20' });
    await shows('rateLimited');
    expect(emitted.at(-1)).toEqual({ type: 'rate.limited', retryAt: Date.now() + 20_000 });
    await vi.advanceTimersByTimeAsync(19_999);
    send(retry, leave);
    expect(view()).toBe('rateLimited');
    await vi.advanceTimersByTimeAsync(1);
    send(retry);
    expect(calls.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(calls[1]?.idempotencyKey).toBe(calls[0]?.idempotencyKey);
  });

  test('lets the user go back and edit meanwhile: nothing was created', async () => {
    const { send, view, calls, shows, lastCall } = startCreating();
    lastCall().reject({ status: 429 });
    await shows('rateLimited');
    send(back);
    expect(view()).toBe('create');
    send(create);
    expect(calls[1]).toMatchObject({ attempt: 2, idempotencyKey: calls[0]?.idempotencyKey });
  });

  test.each([
    ['429', 'rateLimited'],
    ['401', 'sessionExpired'],
  ] as const)(
    'sends an edited request under the same key after %s, which may answer a POST that the browser repeated',
    async (status, shown) => {
      const { send, calls, shows, lastCall, context } = startCreating();
      lastCall().reject({ status });
      await shows(shown);
      send(back, { type: 'name.change', name: 'Another' }, create);
      expect(calls[1]).toMatchObject({
        attempt: 2,
        idempotencyKey: calls[0]?.idempotencyKey,
        request: { name: 'Another' },
      });
      // The first POST had created a token: only then does a server know the key.
      lastCall().reject({
        status: 422,
        type: '/problems/idempotency-key-reused',
        title: 'The idempotency key belongs to another request',
      });
      await shows('unknownOutcome');
      expect(context()).toMatchObject({ uncertain: true, outcome: { reason: 'key-reused' } });
    },
  );

  test('does not let the user edit if an earlier attempt got lost: a token may exist', async () => {
    const { send, view, shows, lastCall } = startCreating();
    lastCall().reject(undefined);
    await shows('unknownOutcome');
    send(retry);
    lastCall().reject({ status: 429 });
    await shows('rateLimited');
    send(back);
    expect(view()).toBe('rateLimited');
    send(leave);
    expect(view()).toBe('finished');
  });
});

describe('an expired session', () => {
  test('is renewed once by itself, and the same request goes on', async () => {
    let renewals = 0;
    const { calls, shows, lastCall, emitted, view } = startCreating({
      host: {
        onSessionExpired: async () => {
          renewals += 1;
        },
      },
    });
    lastCall().reject({ status: 401 });
    await vi.waitFor(() => expect(calls).toHaveLength(2));
    expect(view()).toBe('creating');
    expect(calls[1]).toMatchObject({ request, attempt: 2, idempotencyKey: calls[0]?.idempotencyKey });
    expect(emitted).toContainEqual({ type: 'session.expired' });
    lastCall().reject({ status: 401 });
    await shows('sessionExpired');
    expect(renewals).toBe(1);
  });

  test.each<[string, { onSessionExpired?: () => Promise<void> }]>([
    ['there is no way to renew it', {}],
    ['renewing fails', { onSessionExpired: () => Promise.reject(new Error('closed')) }],
    [
      'renewing throws',
      {
        onSessionExpired: () => {
          throw new Error('broken');
        },
      },
    ],
  ])('waits for the user when %s, and nothing typed is lost', async (_, host) => {
    const { send, view, calls, shows, lastCall, actor } = startCreating({ host });
    lastCall().reject({ status: 401 });
    await shows('sessionExpired');
    await vi.waitFor(() => expect(actor.getSnapshot().hasTag('busy')).toBe(false));
    send(retry);
    expect(view()).toBe('creating');
    expect(calls[1]).toMatchObject({ request, attempt: 2, idempotencyKey: calls[0]?.idempotencyKey });
  });

  test('is no reason to give up: only a token that may exist can be left behind', async () => {
    const { send, view, shows, lastCall } = startCreating();
    lastCall().reject({ status: 401 });
    await shows('sessionExpired');
    send(leave);
    expect(view()).toBe('sessionExpired');
  });

  test('can be left for the review while it is being renewed, and the host is told to stop', async () => {
    const signals: AbortSignal[] = [];
    const { send, view, shows, lastCall, calls } = startCreating({
      host: {
        onSessionExpired: ({ signal }) => {
          signals.push(signal);
          return new Promise(() => {});
        },
      },
    });
    for (const name of ['Nightly export', 'Another']) {
      send({ type: 'name.change', name }, create);
      lastCall().reject({ status: 401 });
      await shows('sessionExpired');
      expect(signals.at(-1)?.aborted).toBe(false);
      send(back);
      expect(view()).toBe('create');
      expect(signals.at(-1)?.aborted).toBe(true);
    }
    expect(calls).toHaveLength(2);
    expect(signals).toHaveLength(2);
  });

  test('is renewed by itself again for another request', async () => {
    let renewals = 0;
    const { send, calls, shows, lastCall } = startCreating({
      host: {
        onSessionExpired: async () => {
          renewals += 1;
        },
      },
    });
    lastCall().reject({ status: 401 });
    await vi.waitFor(() => expect(calls).toHaveLength(2));
    lastCall().reject({ status: 422, errors: [{ detail: 'Taken.', pointer: '#/name' }] });
    await shows('setup');
    send({ type: 'name.change', name: 'Another' }, next, create);
    lastCall().reject({ status: 401 });
    await vi.waitFor(() => expect(calls).toHaveLength(4));
    expect(renewals).toBe(2);
  });

  test('of an attempt after a lost one cannot be left for an edit', async () => {
    const { send, view, shows, lastCall } = startCreating();
    lastCall().reject(undefined);
    await shows('unknownOutcome');
    send(retry);
    lastCall().reject({ status: 401 });
    await shows('sessionExpired');
    send(back);
    expect(view()).toBe('sessionExpired');
    send(leave);
    expect(view()).toBe('finished');
  });
});

describe('a request that the server rejects', () => {
  const reject = (...errors: { detail: string; pointer?: string }[]) => ({ status: 422, errors });

  test('brings the user to each step with an error, the earliest first, and back to the review', async () => {
    const { send, view, shows, lastCall, issues, emitted, calls, context } = startCreating();
    lastCall().reject(
      reject({ detail: 'Gone.', pointer: '#/scopes/0' }, { detail: 'Left.', pointer: '#/primaryContact' }),
    );
    await shows('contact');
    expect(issues()).toMatchObject([
      { field: 'scopes', detail: 'Gone.' },
      { field: 'primaryContact', detail: 'Left.' },
    ]);
    expect(context().refused).toBe(true);
    expect(emitted.slice(-3)).toEqual([
      { type: 'token.rejected' },
      { type: 'step.refused', step: 'contact' },
      { type: 'step.entered', step: 'contact' },
    ]);
    send({ type: 'contact.change', contact: 'grace' }, next);
    expect(view()).toBe('scopes');
    expect(emitted.slice(-2)).toEqual([
      { type: 'step.refused', step: 'scopes' },
      { type: 'step.entered', step: 'scopes' },
    ]);
    expect(issues()).toMatchObject([{ field: 'scopes', detail: 'Gone.' }]);
    send(next);
    expect(view()).toBe('create');
    expect(context().refused).toBe(false);
    send(create);
    expect(calls[1]).toMatchObject({ request: { ...request, primaryContact: 'grace' }, attempt: 1 });
    expect(calls[1]?.idempotencyKey).not.toBe(calls[0]?.idempotencyKey);
  });

  test('shows what belongs to no field on the review', async () => {
    const { shows, lastCall, issues, send, calls } = startCreating();
    lastCall().reject(reject({ detail: 'Over quota.', pointer: '#/account' }));
    await shows('create');
    expect(issues()).toEqual([{ field: null, code: 'server.rejected', detail: 'Over quota.' }]);
    send(create);
    expect(issues()).toEqual([]);
    // The server would repeat a refusal that it has stored under the first key.
    expect(calls[1]).toMatchObject({ request, attempt: 1 });
    expect(calls[1]?.idempotencyKey).not.toBe(calls[0]?.idempotencyKey);
  });

  test('says once what belongs to no field: it is gone when the user comes to the review', async () => {
    const { send, view, shows, lastCall, context } = startCreating();
    lastCall().reject(reject({ detail: 'Over quota.' }, { detail: 'Taken.', pointer: '#/name' }));
    await shows('setup');
    send({ type: 'name.change', name: 'Another' }, next);
    expect(view()).toBe('create');
    expect(context()).toMatchObject({ issues: [], refused: false });
  });

  test('loses its message when the answer is edited', async () => {
    const { send, shows, lastCall, issues } = startCreating();
    lastCall().reject(reject({ detail: 'Taken.', pointer: '#/name' }));
    await shows('setup');
    send({ type: 'name.change', name: 'Another' });
    expect(issues()).toEqual([]);
  });
});

test.each([400, 402, 403, 404, 409, 410, 413, 415, 422, 451])(
  'a refusal with the status %d ends its key: the unchanged request is sent under a new one',
  async (status) => {
    const { send, shows, lastCall, calls } = startCreating();
    lastCall().reject({ status, detail: 'Not with this plan.' });
    await shows('create');
    send(create);
    lastCall().reject({ status, detail: 'Not with this plan.' });
    await shows('create');
    send(create);
    expect(calls.map((call) => [call.request, call.attempt])).toEqual([1, 2, 3].map(() => [request, 1]));
    expect(new Set(calls.map((call) => call.idempotencyKey)).size).toBe(3);
  },
);

test('a refusal that onCreate returns is shown like one that it throws', async () => {
  const { shows, lastCall, issues } = startCreating();
  lastCall().resolve({ status: 'rejected', issues: [{ field: 'developer_emails[0]', detail: 'Unknown.' }] });
  await shows('contact');
  expect(issues()).toEqual([{ field: 'developerEmails', code: 'server.rejected', detail: 'Unknown.' }]);
});

test('a request that could not be sent keeps its key, and the user may edit it', async () => {
  const { send, shows, lastCall, calls, issues } = startCreating();
  lastCall().reject({ sent: false });
  await shows('create');
  expect(issues()).toEqual([{ field: null, code: 'request.notSent' }]);
  send(create);
  expect(calls[1]).toMatchObject({ request, attempt: 2, idempotencyKey: calls[0]?.idempotencyKey });
});

test('a request that could not be sent after a lost one settles nothing', async () => {
  const { send, view, shows, lastCall, context } = startCreating();
  lastCall().reject(undefined);
  await shows('unknownOutcome');
  send(retry);
  lastCall().reject({ sent: false });
  await shows('unknownOutcome');
  expect(context()).toMatchObject({ uncertain: true, issues: [], intent: { request } });
  send(back);
  expect(view()).toBe('unknownOutcome');
});

test('a redirect to a login page asks to sign in, and lets nobody edit: a token may exist', async () => {
  const { send, view, shows, lastCall, calls } = startCreating({ host: { onSessionExpired: async () => {} } });
  lastCall().reject({ status: 0, redirected: true });
  await vi.waitFor(() => expect(calls).toHaveLength(2));
  expect(calls[1]?.idempotencyKey).toBe(calls[0]?.idempotencyKey);
  lastCall().reject({ status: 403, detail: 'No.' });
  await shows('unknownOutcome');
  send(back);
  expect(view()).toBe('unknownOutcome');
});

test('a rejection after a lost attempt may be about the token it created, so the request cannot be edited into another', async () => {
  const { send, shows, lastCall, view, calls, context } = startCreating();
  lastCall().reject(undefined);
  await shows('unknownOutcome');
  send(retry);
  lastCall().reject({ status: 422, errors: [{ detail: 'Taken.', pointer: '#/name' }] });
  await shows('unknownOutcome');
  expect(context().outcome).toMatchObject({ type: 'rejected', issues: [{ detail: 'Taken.' }] });
  send(back, { type: 'name.change', name: 'Another' }, create);
  expect(view()).toBe('unknownOutcome');
  send(retry);
  expect(new Set(calls.map((call) => call.idempotencyKey)).size).toBe(1);
});

test.each<[string, unknown, 'rateLimited' | 'sessionExpired' | 'unknownOutcome']>([
  ['a rate limit', { status: 429 }, 'rateLimited'],
  ['an expired session', { status: 401 }, 'sessionExpired'],
  ['a lost answer', undefined, 'unknownOutcome'],
])('%s blames nothing that the user answered', async (_, failure, view) => {
  const { lastCall, shows, context } = startCreating();
  lastCall().reject(failure);
  await shows(view);
  expect(context()).toMatchObject({ issues: [], refused: false });
});
