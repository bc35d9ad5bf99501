// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { close, holdTime, memory, open, pass } from './token-wizard.drafts.fixture.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import { answerSetup, created, secret, startWizard, walkToReview } from './token-wizard.fixture.js';

const next: TokenWizardEvent = { type: 'step.next' };
const create: TokenWizardEvent = { type: 'token.create' };

holdTime();

describe('what was entered', () => {
  test('is there again on the next visit, and nothing else is', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...walkToReview.slice(0, -1), { type: 'email.type', text: 'half@' });
    await close(first);
    const again = await open(browser);
    expect(again.view()).toBe('setup');
    expect(again.context()).toMatchObject({ answers: first.context().answers, draft: 'restored', intent: null });
    expect(again.context().scopes.selection).toEqual(expect.arrayContaining([...first.context().scopes.selection]));
    again.send({ type: 'email.type', text: '' }, next, next, next);
    expect(again.view()).toBe('create');
  });

  test('is written when the user pauses, not at every key', async () => {
    const browser = memory();
    const write = vi.spyOn(browser.storage, 'write');
    const { send } = await open(browser);
    for (const name of ['N', 'Ni', 'Nig']) {
      send({ type: 'name.change', name });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(write).not.toHaveBeenCalled();
    await pass();
    expect(write).toHaveBeenCalledTimes(1);
    expect(browser.draft()).toMatchObject({ v: 1, answers: { name: 'Nig' } });
  });

  test('is not written again while the user only looks around', async () => {
    const browser = memory();
    const write = vi.spyOn(browser.storage, 'write');
    const { send } = await open(browser);
    send(...answerSetup, next);
    await pass();
    send({ type: 'step.back' }, next);
    await pass();
    expect(write).toHaveBeenCalledTimes(1);
  });

  test('is asked of nobody once the host has taken its storage away', async () => {
    const onError = vi.fn();
    const wizard = await open(memory(), { onError });
    wizard.host.draftStorage = undefined;
    wizard.send(...answerSetup);
    await pass();
    expect(onError).not.toHaveBeenCalled();
  });

  test('is kept nowhere before anything was entered, nor without a storage', async () => {
    const browser = memory();
    const { send } = await open(browser);
    send(next, { type: 'step.goTo', step: 'scopes' });
    await pass();
    expect(browser.text()).toBe('null');
    const plain = startWizard();
    plain.send(...answerSetup);
    await pass();
    expect(plain.view()).toBe('setup');
  });

  test('is gone once the token exists, once it was discarded, and once it was started over', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...walkToReview);
    await pass();
    expect(browser.text()).toContain('Nightly export');
    first.send(create);
    await pass();
    first.lastCall().resolve(created);
    await first.shows('created');
    await pass();
    expect(browser.text()).toBe('null');

    const second = await open(browser);
    second.send(...answerSetup);
    await pass();
    second.send({ type: 'wizard.cancel' });
    await pass();
    expect(browser.text()).toContain('Nightly export');
    second.send({ type: 'leave.confirm' });
    await pass();
    expect(browser.text()).toBe('null');

    const third = await open(browser, {}, { initialValues: { description: 'from the host' } });
    third.send(...answerSetup);
    await pass();
    third.send({ type: 'draft.discard' }, { type: 'leave.dismiss' });
    expect(third.context().answers.name).toBe('Nightly export');
    third.send({ type: 'draft.discard' }, { type: 'leave.confirm' });
    await pass();
    expect(third.context()).toMatchObject({ answers: { name: '', description: 'from the host' }, edited: false });
    expect(third.view()).toBe('setup');
    expect(browser.text()).toBe('null');
  });

  test('never holds the secret', async () => {
    const browser = memory();
    const writes: string[] = [];
    const { send, lastCall, shows } = await open({
      storage: { ...browser.storage, write: (draft) => writes.push(JSON.stringify(draft)) },
    });
    send(...walkToReview, create);
    await pass();
    lastCall().resolve(created);
    await shows('created');
    await pass();
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.join()).not.toContain(secret);
  });
});
