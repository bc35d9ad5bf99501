import { act, cleanup, render } from '@testing-library/react';
import {
  type CreateTokenResult,
  createSecretVault,
  provideHost,
  selectView,
  type TokenWizardEvent,
  type TokenWizardHost,
} from '@tokenwright/core';
import { useActorRef } from '@xstate/react';
import { Activity, createElement } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ActorRefFrom } from 'xstate';

// @xstate/react stops the machine when React takes its effects away (a hidden Activity, hot reload), and starts it again
// from where it was: what was invoked is invoked once more. A token must not be created once more.

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const created: CreateTokenResult = { status: 'created', token: { id: 't1' }, secret: 'tkw_c4n4ry-5ecret' };

const walkToCreating: readonly TokenWizardEvent[] = [
  { type: 'name.change', name: 'Nightly export' },
  { type: 'step.next' },
  { type: 'contact.change', contact: 'ada' },
  { type: 'step.next' },
  { type: 'scope.toggle', scope: 'ads.list', checked: true },
  { type: 'step.next' },
  { type: 'token.create' },
];

function startCreating() {
  const attempts: { resolve(result: CreateTokenResult): void; reject(error: unknown): void; signal: AbortSignal }[] =
    [];
  const signIns: { resolve(): void; signal: AbortSignal }[] = [];
  const host: TokenWizardHost = {
    versions: [{ id: '16', label: 'Version 16', status: 'latest' }],
    contacts: [{ id: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' }],
    catalog: { categories: [{ id: 'ads', label: 'Ads', scopes: [{ id: 'ads.list', label: 'List ads' }] }] },
    onCreate: (_, { signal }) => new Promise((resolve, reject) => attempts.push({ resolve, reject, signal })),
    onSessionExpired: ({ signal }) => new Promise((resolve) => signIns.push({ resolve, signal })),
  };
  const { versions, contacts, catalog } = host;
  const vault = createSecretVault();
  const machine = provideHost(() => host, vault);
  const started: ActorRefFrom<typeof machine>[] = [];
  const Wizard = () => {
    started[0] = useActorRef(machine, { input: { versions, contacts, catalog } });
    return null;
  };
  const page = (isShown: boolean) =>
    // biome-ignore lint/correctness/noChildrenProp: the types of Activity ask for its children among the props.
    createElement(Activity, { mode: isShown ? 'visible' : 'hidden', children: createElement(Wizard) });
  const { rerender } = render(page(true));
  const [actor] = started;
  if (!actor) throw new Error('The wizard was not rendered.');
  for (const event of walkToCreating) actor.send(event);
  return {
    actor,
    attempts,
    signIns,
    vault,
    view: () => selectView(actor.getSnapshot()),
    show: (isShown: boolean) => rerender(page(isShown)),
    answer: () =>
      act(async () => {
        for (const attempt of attempts) attempt.resolve(created);
      }),
  };
}

describe('a wizard that is hidden while it creates', () => {
  test('and shown again sends nothing twice, and takes the answer of the one request', async () => {
    const { attempts, view, show, answer, vault } = startCreating();
    show(false);
    show(true);
    show(false);
    show(true);
    expect(view()).toBe('creating');
    expect(attempts.map(({ signal }) => signal.aborted)).toEqual([false]);
    await answer();
    expect(view()).toBe('created');
    expect(vault.read()?.reveal()).toBe('tkw_c4n4ry-5ecret');
  });

  test('takes an answer that came in the meantime when it is shown again', async () => {
    const { attempts, view, show, answer, vault } = startCreating();
    show(false);
    await answer();
    expect(view()).toBe('creating');
    show(true);
    await act(async () => {});
    expect(view()).toBe('created');
    expect(attempts).toHaveLength(1);
    expect(vault.read()?.reveal()).toBe('tkw_c4n4ry-5ecret');
  });

  test('still stops waiting after the time-out', async () => {
    const { attempts, view, show } = startCreating();
    show(false);
    show(true);
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect(view()).toBe('unknownOutcome');
    expect(attempts.map(({ signal }) => signal.aborted)).toEqual([true]);
  });

  test('sends a retry as a new attempt, once', async () => {
    const { actor, attempts, view, show, answer } = startCreating();
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    actor.send({ type: 'token.retry' });
    show(false);
    show(true);
    expect(attempts.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await answer();
    expect(view()).toBe('created');
  });
});

describe('a wizard that is hidden while the user signs in again', () => {
  async function startSigningIn() {
    const wizard = startCreating();
    await act(async () => wizard.attempts[0]?.reject({ status: 401 }));
    return wizard;
  }

  test('and shown again asks for no second sign-in, and goes on after the one', async () => {
    const { attempts, signIns, view, show, answer } = await startSigningIn();
    show(false);
    show(true);
    expect(view()).toBe('sessionExpired');
    expect(signIns.map(({ signal }) => signal.aborted)).toEqual([false]);
    await act(async () => signIns[0]?.resolve());
    expect(attempts).toHaveLength(2);
    await answer();
    expect(view()).toBe('created');
  });

  test('goes on when it is shown again, if the user signed in meanwhile', async () => {
    const { attempts, signIns, view, show } = await startSigningIn();
    show(false);
    await act(async () => signIns[0]?.resolve());
    expect(attempts).toHaveLength(1);
    show(true);
    await act(async () => {});
    expect(view()).toBe('creating');
    expect([attempts.length, signIns.length]).toEqual([2, 1]);
  });
});
