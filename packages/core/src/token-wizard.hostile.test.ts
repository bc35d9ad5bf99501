// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CreateTokenResult } from './creation.js';
import type { TokenWizardHost } from './host.js';
import { created, secret, startCreating, startWizard } from './token-wizard.fixture.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => {});

describe('a host that never answers', () => {
  test.each(['versions', 'contacts', 'catalog'] as const)(
    'with %s leaves the user with a way to try again',
    async (source) => {
      const { actor, emitted, send } = startWizard({ host: { [source]: never } });
      await vi.advanceTimersByTimeAsync(30_000);
      expect(actor.getSnapshot().value[source]).toBe('failed');
      expect(emitted).toContainEqual({
        type: 'source.failed',
        source,
        message: expect.stringContaining('did not answer in time'),
      });
      send({ type: 'source.retry', source });
      expect(actor.getSnapshot().value[source]).toBe('loading');
    },
  );

  test('about a lost attempt leaves the user with the other ways on', async () => {
    const { actor, send, lastCall, shows } = startCreating({ host: { onCheckOutcome: never } });
    lastCall().reject({ status: 500 });
    await shows('unknownOutcome');
    send({ type: 'outcome.check' });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(actor.getSnapshot().matches({ flow: { unknownOutcome: 'checkFailed' } })).toBe(true);
  });

  test('when the session is to be renewed has all the time that signing in takes, and the user can continue by hand', async () => {
    const signals: AbortSignal[] = [];
    const onSessionExpired = ({ signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      return never();
    };
    const { actor, calls, send, view, lastCall, shows } = startCreating({
      host: { onSessionExpired },
      input: { createTimeout: 5000 },
    });
    lastCall().reject({ status: 401 });
    await shows('sessionExpired');
    await vi.advanceTimersByTimeAsync(60 * 60 * 1000);
    expect(actor.getSnapshot().hasTag('busy')).toBe(true);
    expect(signals[0]?.aborted).toBe(false);
    send({ type: 'token.retry' });
    expect(view()).toBe('creating');
    expect(signals[0]?.aborted).toBe(true);
    expect(calls[1]?.idempotencyKey).toBe(calls[0]?.idempotencyKey);
    // It was the user who continued, so the host is asked once more if the session is still over.
    lastCall().reject({ status: 401 });
    await shows('sessionExpired');
    expect(signals).toHaveLength(2);
  });
});

test('a host that is to be waited for without end is', async () => {
  const { view } = startCreating({ input: { createTimeout: Number.POSITIVE_INFINITY } });
  await vi.advanceTimersByTimeAsync(24 * 60 * 60 * 1000);
  expect(view()).toBe('creating');
});

/** What the host's developers hear, errors with all that hangs on them. */
function heard(report: ReturnType<typeof vi.fn>): string {
  return report.mock.calls.map(([error]) => (error instanceof Error ? `${error.stack}${error.cause}` : '?')).join();
}

const unreadable = {
  get status() {
    throw new Error(secret);
  },
};

describe('an answer of another shape', () => {
  const answers: [string, unknown, string][] = [
    ['nothing', undefined, 'it is undefined'],
    ['null', null, 'it is null'],
    ['the secret alone', secret, 'it is string'],
    ['what has no status', { token: { id: 't1' }, secret }, '"status" is missing'],
    ['what has another status', { status: 'ok', token: { id: 't1', note: secret } }, '"status" is wrong'],
    ['a created token without its secret', { status: 'created', token: { id: 't1' } }, '"secret" is missing'],
    [
      'a created token with a secret of another type',
      { status: 'created', token: { id: 't1' }, secret: 7 },
      '"secret" is wrong',
    ],
    ['a created token without an id', { status: 'created', token: { name: secret }, secret }, '"token.id" is missing'],
    ['a replay without its token', { status: 'created-without-secret', secret }, '"token" is missing'],
    ['a refusal without issues', { status: 'rejected', reason: secret }, '"issues" is missing'],
    ['what cannot be read', unreadable, 'it cannot be read'],
  ];

  test.each(answers)(
    'of onCreate is reported with the member that is wrong, and without values: %s',
    async (_, answer, fault) => {
      const onError = vi.fn();
      const onCreate = vi.fn().mockResolvedValue(answer);
      startCreating({ host: { onError, onCreate } });
      await vi.advanceTimersByTimeAsync(0);
      expect(onError).toHaveBeenCalledOnce();
      expect(heard(onError)).toContain(`"onCreate" gave a wrong answer: ${fault}. Expected { status: 'created'`);
      expect(heard(onError)).not.toContain(secret);
    },
  );

  test.each<[string, TokenWizardHost['onCreate'], string]>([
    ['resolves with nothing', vi.fn().mockResolvedValue(undefined), '"onCreate" gave a wrong answer: it is undefined'],
    ['has a defect', () => Promise.reject(new TypeError('x is not a function')), '"onCreate" failed with a TypeError'],
  ])('is reported to the platform where the host has no onError: onCreate %s', async (_, onCreate, message) => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    startCreating({ host: { onCreate } });
    await vi.advanceTimersByTimeAsync(0);
    vi.unstubAllGlobals();
    expect(reportError).toHaveBeenCalledOnce();
    expect(heard(reportError)).toContain(message);
  });

  test.each(['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'Load failed', 'fetch failed'])(
    'is not what a lost connection is, which is no defect: "%s"',
    async (message) => {
      const reportError = vi.fn();
      vi.stubGlobal('reportError', reportError);
      const { shows, lastCall } = startCreating();
      lastCall().reject(new TypeError(message));
      await shows('unknownOutcome');
      vi.unstubAllGlobals();
      expect(reportError).not.toHaveBeenCalled();
    },
  );

  test('of onCheckOutcome is told as well', async () => {
    const onError = vi.fn();
    const onCheckOutcome = vi.fn().mockResolvedValue({ status: 'perhaps', secret });
    const { send, lastCall, shows } = startCreating({ host: { onError, onCheckOutcome } });
    lastCall().reject({ status: 500 });
    await shows('unknownOutcome');
    send({ type: 'outcome.check' });
    await vi.advanceTimersByTimeAsync(0);
    expect(onError).toHaveBeenCalledOnce();
    expect(heard(onError)).toContain('"onCheckOutcome" gave a wrong answer');
    expect(heard(onError)).not.toContain(secret);
  });

  test.each<CreateTokenResult>([
    created,
    { status: 'created-without-secret', token: { id: 't1' } },
    { status: 'rejected', issues: [] },
    { status: 'session-expired' },
    { status: 'rate-limited' },
  ])('is none that the type allows: %j', async (answer) => {
    const onError = vi.fn();
    startCreating({ host: { onError, onCreate: async () => answer } });
    await vi.advanceTimersByTimeAsync(0);
    expect(onError).not.toHaveBeenCalled();
  });
});

describe('a failure without a status', () => {
  const failures: [string, unknown][] = [
    ['nothing', undefined],
    ['a text with the secret', secret],
    ['an error with the secret', new Error(`bad: ${secret}`, { cause: secret })],
    ['an error that carries the secret', Object.assign(new Error('bad'), { body: { secret } })],
    ['an error named like the secret', Object.assign(new Error('bad'), { name: secret })],
    ['an error whose name ends like one', Object.assign(new Error('bad'), { name: `${secret}Error` })],
    ['an error without a name', Object.assign(new Error('bad'), { name: undefined })],
    ['ten megabytes', new Error('x'.repeat(10_000_000))],
    ['ten megabytes of a name', Object.assign(new Error('bad'), { name: 'x'.repeat(10_000_000) })],
    ['an object of functions', new Proxy({}, { get: () => never })],
  ];

  test.each(failures)('of onCreate is told to the host without what it said: %s', async (_, error) => {
    const onError = vi.fn();
    const { lastCall, shows } = startCreating({ host: { onError } });
    lastCall().reject(error);
    await shows('unknownOutcome');
    expect(heard(onError)).toContain('"onCreate" failed');
    expect(heard(onError)).not.toContain(secret);
    expect(heard(onError).length).toBeLessThan(5000);
  });

  test('of an error that has lost its name is told as an error', async () => {
    const onError = vi.fn();
    const { lastCall, shows } = startCreating({ host: { onError } });
    lastCall().reject(Object.assign(new Error('bad'), { name: undefined }));
    await shows('unknownOutcome');
    expect(heard(onError)).toContain('"onCreate" failed with an error and without');
  });

  test('of onCheckOutcome is told as well', async () => {
    const onError = vi.fn();
    const { actor, send, lastCall, shows } = startCreating({
      host: { onError, onCheckOutcome: () => Promise.reject(new TypeError(secret)) },
    });
    lastCall().reject({ status: 500 });
    await shows('unknownOutcome');
    send({ type: 'outcome.check' });
    await vi.advanceTimersByTimeAsync(0);
    expect(actor.getSnapshot().matches({ flow: { unknownOutcome: 'checkFailed' } })).toBe(true);
    expect(heard(onError)).toContain('"onCheckOutcome" failed with a TypeError');
    expect(heard(onError)).not.toContain(secret);
  });

  test.each<[string, TokenWizardHost['onError']]>([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
  ])('leads on even if onError %s', async (_, onError) => {
    const { lastCall, shows, view } = startCreating({ host: { onError } });
    lastCall().reject(undefined);
    await shows('unknownOutcome');
    expect(view()).toBe('unknownOutcome');
  });

  test('is not one that has a status, or that comes when nobody waits any more', async () => {
    const onError = vi.fn();
    const { lastCall, shows, send, calls } = startCreating({ host: { onError } });
    lastCall().reject({ status: 500 });
    await shows('unknownOutcome');
    send({ type: 'token.retry' });
    await vi.advanceTimersByTimeAsync(30_000);
    calls[1]?.reject(new Error('late'));
    await vi.advanceTimersByTimeAsync(0);
    expect(onError).not.toHaveBeenCalled();
  });
});
