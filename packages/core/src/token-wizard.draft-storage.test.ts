// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { type DraftStorage, localDraftStorage } from './draft-storage.js';
import { answeringLate, close, fullAt, holdTime, memory, open, pass } from './token-wizard.drafts.fixture.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import { answerContact, answerSetup, created, request, startWizard, walkToReview } from './token-wizard.fixture.js';
import { selectLeaveRisk } from './token-wizard.selectors.js';

const create: TokenWizardEvent = { type: 'token.create' };

holdTime();

describe('a storage that', () => {
  const throws = () => {
    throw new Error('broken');
  };
  const rejects = () => Promise.reject(new Error('broken'));
  const never = () => new Promise<never>(() => {});

  test.each([
    ['throws', throws],
    ['rejects', rejects],
    ['rejects with nothing', () => Promise.reject()],
    ['never answers', never],
  ])('%s does not prevent the token, and each failure is reported to the host once', async (_, fails) => {
    const onError = vi.fn();
    const { send, view, calls, shows, lastCall, close } = startWizard({
      host: { draftStorage: { read: fails, write: fails, remove: fails }, onError },
    });
    await vi.advanceTimersByTimeAsync(3000);
    expect(view()).toBe('setup');
    send(...walkToReview);
    await vi.advanceTimersByTimeAsync(10_000);
    send(create);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(calls).toHaveLength(1);
    lastCall().resolve(created);
    await shows('created');
    await vi.advanceTimersByTimeAsync(10_000);
    close();
    expect(onError).toHaveBeenCalledTimes(fails === never ? 0 : 1);
    if (fails !== never) expect(String(onError.mock.calls[0]?.[0])).toContain('"draftStorage.read" failed');
  });

  test.each<[string, (memory: DraftStorage) => DraftStorage]>([
    ['takes nothing, and does not say so', (held) => ({ ...held, write: () => {} })],
    ['takes nothing', (held) => ({ ...held, write: throws })],
    [
      'can be read only once',
      ({ read, ...held }) => ({ ...held, read: vi.fn<() => unknown>(throws).mockImplementationOnce(read) }),
    ],
  ])('%s does not look like a draft that another tab finished', async (_, storageOf) => {
    const storage = storageOf(memory().storage);
    const { send, calls, context } = await open({ storage }, { onError: () => {} });
    for (const event of [...walkToReview, create]) {
      send(event);
      await pass();
    }
    expect(context().otherDraft).toBeNull();
    expect(calls).toHaveLength(1);
  });

  test('the host has taken away does not look like a draft that another tab finished', async () => {
    const { send, host, calls } = await open(memory());
    send(...walkToReview);
    await pass();
    host.draftStorage = undefined;
    send(create);
    await pass();
    expect(calls).toHaveLength(1);
  });

  test('the user has cleared asks once, and then keeps what was entered again', async () => {
    const browser = memory();
    const { send, context } = await open(browser);
    send(...answerSetup);
    await pass();
    browser.storage.remove();
    send({ type: 'description.change', description: 'more' });
    await pass();
    expect(context().otherDraft).toBe('gone');
    send({ type: 'draft.keep' }, { type: 'description.change', description: 'yet more' });
    await pass();
    expect(context().otherDraft).toBeNull();
    expect(browser.draft()).toMatchObject({ answers: { name: 'Nightly export', description: 'yet more' } });
  });

  test('never answers holds up a request for a while, in which the wizard is busy', async () => {
    const { send, actor, calls } = startWizard({
      host: { draftStorage: { read: never, write: never, remove: never } },
    });
    await vi.advanceTimersByTimeAsync(3000);
    send(...walkToReview);
    expect(actor.getSnapshot().hasTag('busy')).toBe(false);
    send(create);
    expect(actor.getSnapshot().hasTag('busy')).toBe(true);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(calls).toHaveLength(1);
  });

  test('never answers once is asked again the next time', async () => {
    const browser = memory();
    const write = vi.fn(browser.storage.write).mockImplementationOnce(never);
    const { send } = await open({ storage: { ...browser.storage, write } });
    send(...answerSetup);
    await pass();
    send({ type: 'description.change', description: 'more' });
    await pass();
    expect(browser.text()).toBe('null');
    await vi.advanceTimersByTimeAsync(3000);
    expect(browser.draft()).toMatchObject({ answers: { description: 'more' } });
  });

  test('answers late, before anything was entered, brings back what was kept, on a step that it reaches', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...answerSetup);
    await close(first);
    const { slow, answer } = answeringLate(browser);
    const { send, view, context } = startWizard({
      host: { draftStorage: slow },
      input: { initialValues: request, initialStep: 'create' },
    });
    await vi.advanceTimersByTimeAsync(3000);
    expect(view()).toBe('create');
    answer(browser.storage.read());
    await vi.advanceTimersByTimeAsync(0);
    expect(context()).toMatchObject({ answers: { name: 'Nightly export', primaryContact: '' }, draft: 'restored' });
    expect(view()).toBe('contact');
    send({ type: 'contact.change', contact: 'ada' }, { type: 'step.next' });
    expect(view()).toBe('scopes');
  });

  test('answers after something was entered asks which of the two is meant', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...answerSetup);
    await close(first);
    const { slow, answer } = answeringLate(browser);
    const { send, context } = startWizard({ host: { draftStorage: slow } });
    send({ type: 'name.change', name: 'Typed meanwhile' });
    answer(browser.storage.read());
    await vi.advanceTimersByTimeAsync(0);
    expect(context()).toMatchObject({
      answers: { name: 'Typed meanwhile' },
      otherDraft: { answers: { name: 'Nightly export' } },
    });
    send({ type: 'draft.take' });
    expect(context().answers.name).toBe('Nightly export');
  });

  test('shows the first step at once, and reports it once', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...answerSetup);
    await close(first);
    const { slow, answer } = answeringLate(browser);
    const { view, context, emitted } = startWizard({ host: { draftStorage: slow } });
    expect(view()).toBe('setup');
    answer(browser.storage.read());
    await vi.advanceTimersByTimeAsync(0);
    expect(context()).toMatchObject({ answers: { name: 'Nightly export' }, draft: 'restored' });
    expect(emitted).toEqual([{ type: 'step.entered', step: 'setup' }]);
  });

  test('answers with the text that a browser filled in again restores the draft without a question', async () => {
    const browser = memory();
    const first = await open(browser);
    first.send(...walkToReview);
    await close(first);
    const { slow, answer } = answeringLate(browser);
    const { send, context } = startWizard({ host: { draftStorage: slow } });
    send({ type: 'name.change', name: request.name });
    answer(browser.storage.read());
    await vi.advanceTimersByTimeAsync(0);
    expect(context()).toMatchObject({ answers: { primaryContact: 'ada' }, draft: 'restored', otherDraft: null });
  });

  test.each(['has nothing', 'never answers'])('%s at first gets what was entered meanwhile', async (kind) => {
    const browser = memory();
    const { slow, answer } = answeringLate(browser);
    const read = vi.fn(browser.storage.read).mockImplementationOnce(slow.read);
    const { send } = startWizard({ host: { draftStorage: { ...browser.storage, read } } });
    send({ type: 'name.change', name: 'Typed meanwhile' });
    if (kind === 'has nothing') answer(null);
    await vi.advanceTimersByTimeAsync(4000);
    expect(browser.draft()).toMatchObject({ answers: { name: 'Typed meanwhile' } });
  });

  test('answers late that a request may have been sent leads to the question what became of it', async () => {
    const { slow, answer } = answeringLate(memory());
    const { view, context } = startWizard({ host: { draftStorage: slow } });
    await vi.advanceTimersByTimeAsync(3000);
    expect(view()).toBe('setup');
    const browser = memory();
    const first = await open(browser, { onCreate: () => never() });
    first.send(...walkToReview, create);
    await close(first);
    answer(browser.storage.read());
    await vi.advanceTimersByTimeAsync(0);
    expect(view()).toBe('unknownOutcome');
    expect(context().intent).toMatchObject({ request, attempt: 1 });
  });
});

describe('a storage that is full', () => {
  const risk = ({ actor }: Awaited<ReturnType<typeof open>>) => selectLeaveRisk(actor.getSnapshot());
  const quiet = { onError: () => {} };

  test('makes what is entered a risk of leaving, and no longer once there is room again', async () => {
    const browser = fullAt(5000);
    const wizard = await open(browser, quiet);
    wizard.send(...answerSetup);
    await pass();
    expect([wizard.context().draft, risk(wizard)]).toEqual(['none', null]);
    browser.limit.length = 100;
    wizard.send({ type: 'description.change', description: 'more' });
    await pass();
    expect([wizard.context().draft, risk(wizard)]).toEqual(['unsaved', 'answers']);
    wizard.send({ type: 'step.next' });
    expect(risk(wizard)).toBe('answers');
    browser.limit.length = 5000;
    wizard.send(...answerContact);
    await pass();
    expect([wizard.context().draft, risk(wizard)]).toEqual(['none', null]);
    expect(browser.draft()).toMatchObject({ answers: { description: 'more', primaryContact: 'ada' } });
  });

  test.each<[string, (storage: DraftStorage) => DraftStorage]>([
    ['rejects', (storage) => ({ ...storage, write: () => Promise.reject(new Error('full')) })],
    ['forgets', (storage) => ({ ...storage, write: () => {} })],
    ['never settles', (storage) => ({ ...storage, write: () => new Promise(() => {}) })],
    ['cannot be read', (storage) => ({ ...storage, read: () => Promise.reject(new Error('locked')) })],
  ])('and one that %s are the same', async (_, change) => {
    const wizard = await open({ storage: change(memory().storage) }, quiet);
    wizard.send(...answerSetup);
    await pass();
    await vi.advanceTimersByTimeAsync(3000);
    expect([wizard.context().draft, risk(wizard)]).toEqual(['unsaved', 'answers']);
  });
});

test('a draft that comes while the user is asked about leaving is offered afterwards', async () => {
  const browser = memory();
  const first = await open(browser);
  first.send(...answerSetup);
  await close(first);
  const { slow, answer } = answeringLate(browser);
  const { send, view, context } = startWizard({ host: { draftStorage: slow } });
  await vi.advanceTimersByTimeAsync(3000);
  send({ type: 'name.change', name: 'Typed meanwhile' }, { type: 'wizard.cancel' });
  answer(browser.storage.read());
  await vi.advanceTimersByTimeAsync(0);
  send({ type: 'leave.dismiss' });
  expect(view()).toBe('setup');
  expect(context().otherDraft).toMatchObject({ answers: { name: 'Nightly export' } });
});

test('the storage of the browser takes what it gave, and survives what others put there', async () => {
  const items = new Map<string, string>();
  const browserStorage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  };
  vi.stubGlobal('localStorage', browserStorage);
  vi.stubGlobal('sessionStorage', { ...browserStorage, getItem: () => null, removeItem: () => {} });
  const storage = localDraftStorage('draft');
  const first = await open({ storage });
  first.send(...answerSetup);
  await close(first);
  expect((await open({ storage })).context().answers.name).toBe('Nightly export');
  items.set('draft', '{"v":1,');
  expect((await open({ storage })).context().draft).toBe('unreadable');
  vi.unstubAllGlobals();
});
