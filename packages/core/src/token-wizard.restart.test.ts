// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { memory } from './token-wizard.drafts.fixture.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import {
  answerSetup,
  catalog,
  contacts,
  created,
  request,
  startCreating,
  startWizard,
  versions,
  walkToReview,
} from './token-wizard.fixture.js';

const data = { versions, contacts, catalog };
const restart: TokenWizardEvent = { type: 'wizard.restart', input: { ...data, initialValues: { name: 'Next one' } } };
const finish: readonly TokenWizardEvent[] = [{ type: 'secret.store', by: 'copy' }, { type: 'wizard.finish' }];
const lost = new TypeError('Failed to fetch');

test('a finished wizard starts again from its initial values, and creates another token under another key', async () => {
  const { send, view, context, calls, lastCall, shows, vault, emitted } = startCreating();
  lastCall().resolve(created);
  await shows('created');
  send(...finish, restart);
  expect(view()).toBe('setup');
  expect(context()).toMatchObject({
    answers: { name: 'Next one', primaryContact: '' },
    scopes: { selection: [] },
    ...{ edited: false, intent: null, outcome: null },
  });
  expect(vault.read()).toBeUndefined();
  send(...walkToReview, { type: 'token.create' });
  lastCall().resolve(created);
  await shows('created');
  expect(calls.map(({ attempt }) => attempt)).toEqual([1, 1]);
  expect(calls[0]?.idempotencyKey).not.toBe(calls[1]?.idempotencyKey);
  expect(emitted.filter(({ type }) => type === 'token.created')).toHaveLength(2);
});

test('a cancelled wizard starts again, and enters its first step', () => {
  const { send, view, emitted } = startWizard();
  send(...answerSetup, { type: 'step.next' }, { type: 'wizard.cancel' }, { type: 'leave.confirm' }, restart);
  expect(view()).toBe('setup');
  expect(emitted.slice(-2)).toEqual([{ type: 'wizard.cancelled' }, { type: 'step.entered', step: 'setup' }]);
});

test('a wizard that starts again loads its data again', async () => {
  const contactsLoader = vi.fn(async () => contacts);
  const { send, context, shows } = startWizard({ host: { contacts: contactsLoader } });
  await vi.waitFor(() => expect(context().contacts).toEqual(contacts));
  send({ type: 'wizard.cancel' }, { type: 'wizard.restart', input: { versions, catalog } });
  await shows('setup');
  await vi.waitFor(() => expect(context().contacts).toEqual(contacts));
  expect(contactsLoader).toHaveBeenCalledTimes(2);
});

test('a wizard in the middle, or whose secret is shown, cannot be started again', async () => {
  const { send, view, context, lastCall, shows, vault } = startCreating();
  send(restart);
  expect(view()).toBe('creating');
  lastCall().resolve(created);
  await shows('created');
  send(restart);
  expect(view()).toBe('created');
  expect(vault.read()?.reveal()).toBe(created.status === 'created' && created.secret);
  expect(context().answers.name).toBe('Nightly export');
});

test('a wizard that was left without knowing whether a token exists asks again, as its draft does', async () => {
  const browser = memory();
  const { send, view, shows, lastCall, context } = startWizard({ host: { draftStorage: browser.storage } });
  await vi.waitFor(() => expect(context().draft).toBe('none'));
  send(...walkToReview, { type: 'token.create' });
  await vi.waitFor(() => lastCall().reject(lost));
  await shows('unknownOutcome');
  send({ type: 'outcome.leave' }, restart);
  expect(view()).toBe('unknownOutcome');
  expect(browser.draft()).toMatchObject({ uncertain: true });
  send({ type: 'draft.discard' }, { type: 'leave.confirm' });
  expect(view()).toBe('setup');
});

test('a wizard whose lost attempt was settled by a retry starts again with nothing to ask', async () => {
  const browser = memory();
  const { send, view, shows, lastCall, context } = startWizard({ host: { draftStorage: browser.storage } });
  await vi.waitFor(() => expect(context().draft).toBe('none'));
  send(...walkToReview, { type: 'token.create' });
  await vi.waitFor(() => lastCall().reject(lost));
  await shows('unknownOutcome');
  send({ type: 'token.retry' });
  await vi.waitFor(() => expect(lastCall().attempt).toBe(2));
  lastCall().resolve({ status: 'created-without-secret', token: { id: 't1' } });
  await shows('createdWithoutSecret');
  send({ type: 'wizard.finish' }, { type: 'wizard.restart', input: { ...data, keepsDraft: true } });
  expect(view()).toBe('setup');
  await vi.waitFor(() => expect(browser.draft()).toBeNull());
  expect(context()).toMatchObject({ draft: 'none', uncertain: false });
});

test('a wizard that is left without a draft starts afresh, because nothing would end the question', async () => {
  const { send, view, shows, lastCall } = startCreating();
  lastCall().reject(lost);
  await shows('unknownOutcome');
  send({ type: 'outcome.leave' }, restart);
  expect(view()).toBe('setup');
});

test('another loader takes the data of the former one away until it has answered, so that nothing of it can be sent', async () => {
  let organisation = 'a';
  let answer = () => {};
  const load = <T>(of: Record<string, T>) =>
    organisation === 'a'
      ? Promise.resolve(of.a)
      : new Promise<T | undefined>((resolve) => {
          const before = answer;
          answer = () => {
            before();
            resolve(of.b);
          };
        });
  const other = { categories: [{ id: 'x', label: 'X', scopes: [{ id: 'reports.run', label: 'Run' }] }] };
  const { host, calls, send, view, context, shows } = startWizard();
  const people = { a: contacts, b: [{ id: 'bob', name: 'Bob', email: 'bob@example.com' }] };
  host.contacts = async () => (await load(people)) ?? [];
  host.catalog = async () => (await load({ a: catalog, b: other })) ?? other;
  send(...walkToReview);
  organisation = 'b';
  send({ type: 'source.reload', source: 'contacts' }, { type: 'source.reload', source: 'catalog' });
  send({ type: 'token.create' });
  expect(context().issues.map(({ code }) => code)).toEqual(['primaryContact.notLoaded', 'scopes.notLoaded']);
  answer();
  await vi.waitFor(() =>
    expect(context().catalog).toEqual(expect.objectContaining({ categories: [expect.anything()] })),
  );
  send({ type: 'contact.change', contact: 'bob' }, { type: 'step.next' });
  await shows('create');
  send({ type: 'token.create' });
  expect(view()).toBe('creating');
  expect(calls.map((call) => call.request)).toEqual([{ ...request, primaryContact: 'bob', scopes: ['reports.run'] }]);
});

test('a wait that is over by the clock is over, even where a timer stood still while the computer slept', async () => {
  vi.useFakeTimers();
  const { send, view, shows, lastCall, calls } = startCreating();
  lastCall().reject({ status: 429, retryAfter: 600 });
  await shows('rateLimited');
  send({ type: 'token.retry' });
  expect(view()).toBe('rateLimited');
  vi.setSystemTime(Date.now() + 600_000);
  send({ type: 'token.retry' });
  expect(view()).toBe('creating');
  expect(calls).toHaveLength(2);
  vi.useRealTimers();
});
