// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createActor } from 'xstate';
import { provideHost, type TokenWizardHost } from './host.js';
import { createSecretVault } from './secret-vault.js';
import {
  catalog,
  contacts,
  created,
  request,
  secret,
  startCreating,
  startWizard,
  versions,
} from './token-wizard.fixture.js';
import type { WizardView } from './token-wizard.selectors.js';

const unhandled: unknown[] = [];
const noteUnhandled = (reason: unknown) => {
  unhandled.push(reason);
};

beforeEach(() => {
  vi.useFakeTimers();
  process.on('unhandledRejection', noteUnhandled);
});

afterEach(async () => {
  vi.useRealTimers();
  // Node reports a rejection that nobody handles once the microtasks are done.
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', noteUnhandled);
  expect(unhandled.splice(0)).toEqual([]);
});

const later = <T>(value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), 60_000));

/** What only a host written in JavaScript returns. */
const untyped = (value: unknown) => {
  const box: { value: ReturnType<TokenWizardHost['onCreate']> } = Object.assign(JSON.parse('{}'), { value });
  return box.value;
};

describe('whatever onCreate does, the wizard comes to a state that says what is known', () => {
  test.each<[string, TokenWizardHost['onCreate'], WizardView, string?]>([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
      'unknownOutcome',
    ],
    [
      'throws a problem',
      () => {
        throw Object.assign(new Error('no'), { status: 422, detail: 'No.' });
      },
      'create',
    ],
    ['rejects with nothing', () => Promise.reject(), 'unknownOutcome'],
    ['rejects with text', () => Promise.reject('422'), 'unknownOutcome'],
    ['rejects with a refusal', () => Promise.reject(new Response('{"detail":"No."}', { status: 422 })), 'create'],
    ['rejects with a failed response', () => Promise.reject(new Response(null, { status: 502 })), 'unknownOutcome'],
    ['rejects with an abort', () => Promise.reject(new DOMException('aborted', 'AbortError')), 'unknownOutcome'],
    [
      'rejects with an error that cannot be read',
      () =>
        Promise.reject({
          get status() {
            throw new Error('trap');
          },
        }),
      'unknownOutcome',
    ],
    [
      'rejects with a response whose body never ends',
      () => Promise.reject(new Response(new ReadableStream(), { status: 422 })),
      'create',
    ],
    ['returns a value instead of a promise', () => untyped(created), 'created', secret],
    ['returns nothing', () => untyped(undefined), 'unknownOutcome'],
    [
      'returns a promise of another library that throws',
      () =>
        untyped({
          // biome-ignore lint/suspicious/noThenProperty: a promise of another library is what this is about.
          then() {
            throw new Error('broken');
          },
        }),
      'unknownOutcome',
    ],
    [
      'returns a promise of another library that settles twice',
      () =>
        untyped({
          // biome-ignore lint/suspicious/noThenProperty: a promise of another library is what this is about.
          then(resolve: (value: unknown) => void, reject: (error: unknown) => void) {
            resolve(created);
            resolve({ ...created, secret: 'another' });
            reject(new Error('after all'));
          },
        }),
      'created',
      secret,
    ],
    [
      'resolves with a result that cannot be read',
      async () =>
        untyped({
          get token() {
            throw new Error('trap');
          },
        }),
      'unknownOutcome',
    ],
    ['never settles', () => new Promise(() => {}), 'unknownOutcome'],
    ['resolves too late', () => later(created), 'unknownOutcome'],
    ['rejects too late', () => later(created).then(() => Promise.reject(new Error('late'))), 'unknownOutcome'],
  ])('it %s', async (_, onCreate, view, held) => {
    const wizard = startCreating({ host: { onCreate } });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(wizard.view()).toBe(view);
    expect(wizard.vault.read()?.reveal()).toBe(held);
    expect(wizard.actor.getSnapshot().status).toBe('active');
  });
});

describe('whatever the other callbacks do, the wizard goes on', () => {
  const misdeeds: [string, () => Promise<never>][] = [
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['rejects with nothing', () => Promise.reject()],
    ['rejects with text', () => Promise.reject('no')],
    ['rejects with a response', () => Promise.reject(new Response(null, { status: 500 }))],
    ['never settles', () => new Promise(() => {})],
  ];

  test.each(misdeeds)('a loader that %s leaves the other steps usable', async (_, load) => {
    const wizard = startWizard({ host: { contacts: load, catalog: load } });
    await vi.advanceTimersByTimeAsync(120_000);
    wizard.send({ type: 'name.change', name: 'Nightly export' }, { type: 'step.next' });
    expect(wizard.view()).toBe('contact');
  });

  test.each(misdeeds)('onCheckOutcome that %s leaves Retry', async (_, onCheckOutcome) => {
    const wizard = startCreating({ host: { onCheckOutcome } });
    wizard.lastCall().reject(undefined);
    await wizard.shows('unknownOutcome');
    wizard.send({ type: 'outcome.check' });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(wizard.view()).toBe('unknownOutcome');
    wizard.send({ type: 'token.retry' });
    expect(wizard.view()).toBe('creating');
  });

  test.each(misdeeds)('onSessionExpired that %s leaves the way back to the review', async (_, onSessionExpired) => {
    const wizard = startCreating({ host: { onSessionExpired } });
    wizard.lastCall().reject({ status: 401 });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(wizard.view()).toBe('sessionExpired');
    wizard.send({ type: 'step.back' });
    expect(wizard.view()).toBe('create');
  });
});

test('a draft that is never secured holds up no request for ever', async () => {
  const onCreate = vi.fn(() => new Promise<never>(() => {}));
  const host: TokenWizardHost = { versions, contacts, catalog, onCreate };
  const machine = provideHost(() => host, createSecretVault(), { secure: () => new Promise(() => {}) });
  const input = {
    versions,
    contacts,
    catalog,
    keepsDraft: true,
    initialValues: request,
    initialStep: 'create',
  } as const;
  const actor = createActor(machine, { input }).start();
  actor.send({ type: 'draft.read', draft: null });
  actor.send({ type: 'token.create' });
  expect(onCreate).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(3000);
  expect(onCreate).toHaveBeenCalledOnce();
  actor.stop();
});

test("each call uses the host's function of that moment", async () => {
  const first = vi.fn<TokenWizardHost['onCreate']>(() => Promise.reject());
  const second = vi.fn<TokenWizardHost['onCreate']>(async () => created);
  const wizard = startCreating({ host: { onCreate: first } });
  await wizard.shows('unknownOutcome');
  wizard.host.onCreate = second;
  wizard.send({ type: 'token.retry' });
  await wizard.shows('created');
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
});
