// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CreateTokenResult } from './creation.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import { created, secret, startCreating } from './token-wizard.fixture.js';

const finish: TokenWizardEvent = { type: 'wizard.finish' };
const store: TokenWizardEvent = { type: 'secret.store', by: 'copy' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function startCreated() {
  const wizard = startCreating();
  wizard.lastCall().resolve(created);
  await wizard.shows('created');
  return wizard;
}

describe('leaving with the secret', () => {
  test('asks first while it is not stored, and staying keeps it', async () => {
    const { send, view, vault, actor } = await startCreated();
    send(finish);
    expect(actor.getSnapshot().matches({ flow: { created: 'confirmingLeave' } })).toBe(true);
    send({ type: 'leave.dismiss' });
    expect(actor.getSnapshot().matches({ flow: { created: 'unstored' } })).toBe(true);
    expect(view()).toBe('created');
    expect(vault.read()?.reveal()).toBe(secret);
  });

  test('without storing it is possible on purpose, and wipes it', async () => {
    const { send, view, vault, emitted } = await startCreated();
    send(finish, { type: 'leave.confirm' });
    expect(view()).toBe('finished');
    expect(vault.read()).toBeUndefined();
    expect(emitted.at(-1)).toEqual({ type: 'wizard.finished', token: { id: 't1', name: 'Nightly export' } });
  });

  test.each(['copy', 'download', 'confirmation'] as const)('needs no question once it is stored by %s', async (by) => {
    const { send, view, vault, emitted } = await startCreated();
    send({ type: 'secret.store', by });
    expect(emitted.at(-1)).toEqual({ type: 'secret.stored', by });
    expect(vault.read()?.reveal()).toBe(secret);
    send(finish);
    expect(view()).toBe('finished');
    expect(vault.read()).toBeUndefined();
  });

  test('can be decided in the question itself: storing it there answers it', async () => {
    const { send, view, actor } = await startCreated();
    send(finish, store);
    expect(actor.getSnapshot().matches({ flow: { created: 'stored' } })).toBe(true);
    send(finish);
    expect(view()).toBe('finished');
  });

  test('nothing else leads away from it, and no second token is made', async () => {
    const { send, view, calls } = await startCreated();
    send({ type: 'wizard.cancel' }, { type: 'step.back' }, { type: 'token.create' }, { type: 'token.retry' });
    expect(view()).toBe('created');
    expect(calls).toHaveLength(1);
  });

  test('that was lost, because the page was hidden, shows the token without it, and Done asks nothing', async () => {
    const { send, view, vault } = await startCreated();
    send({ type: 'secret.lose' });
    expect(view()).toBe('createdWithoutSecret');
    expect(vault.read()).toBeUndefined();
    send(finish);
    expect(view()).toBe('finished');
  });
});

/** Everything an inspector could see, errors included, as text. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member instanceof Error ? [member.name, member.message, member.stack, member.cause] : member,
  );
}

describe('the secret', () => {
  test('is in no event, snapshot, inspection or emitted event of a whole life, nor in what is persisted', async () => {
    const seen: string[] = [];
    const wizard = startCreating({ inspect: (event) => seen.push(textOf(event)), input: { createTimeout: 1000 } });
    const { send, actor, lastCall, shows, vault, emitted } = wizard;
    const note = () => seen.push(textOf(actor.getSnapshot()), textOf(actor.getPersistedSnapshot()), textOf(emitted));
    const repeated: CreateTokenResult = {
      status: 'created',
      secret,
      token: { id: `id-${secret}`, name: 'Nightly export', hint: secret, createdAt: `${secret} now` },
    };
    // Answered too late, then unusable, then lost, at last created.
    const late = lastCall();
    await vi.advanceTimersByTimeAsync(1000);
    late.resolve(repeated);
    send({ type: 'token.retry' });
    lastCall().resolve(JSON.parse(JSON.stringify({ status: 'ok', token: { ...repeated.token, note: secret } })));
    await shows('unknownOutcome');
    note();
    send({ type: 'token.retry' });
    lastCall().reject(undefined);
    await shows('unknownOutcome');
    expect(vault.read()).toBeUndefined();
    send({ type: 'token.retry' });
    lastCall().resolve(repeated);
    await shows('created');
    expect(vault.read()?.reveal()).toBe(secret);
    note();
    send(finish, { type: 'leave.dismiss' }, store, finish);
    await shows('finished');
    note();

    const all = seen.join('\n');
    expect(all).toContain('xstate.done.actor.createToken');
    expect(all).toContain('Nightly export');
    expect(all).not.toContain(secret);
  });

  test('is dropped if it comes after the wizard is gone', async () => {
    const { actor, vault, lastCall } = startCreating();
    actor.stop();
    vault.close();
    lastCall().resolve(created);
    await vi.advanceTimersByTimeAsync(0);
    expect(vault.read()).toBeUndefined();
  });
});
