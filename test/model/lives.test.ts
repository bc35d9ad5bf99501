// @vitest-environment node
import {
  type CreateTokenResult,
  createDraftKeeper,
  createSecretVault,
  type DraftStorage,
  provideHost,
  requestIssues,
  selectView,
  type TokenRequest,
  type TokenWizardContext,
  type TokenWizardHost,
} from '@tokenwright/core';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createActor, SimulatedClock } from 'xstate';
import { type Life, life, secret } from './random-walks.js';
import { catalogOf, contacts, settle, typed, versions } from './walked-host.js';

// Whole lives of a wizard: a user, a host with a server that heeds idempotency keys, lost answers, time, pages that are closed,
// killed and opened again with their draft, and machines that React stops and starts. A failure prints its seed and the shortest
// life that shows it.

vi.setConfig({ testTimeout: 240_000 });

interface Attempt {
  readonly key: string;
  readonly request: TokenRequest;
  readonly page: number;
  readonly signal: AbortSignal;
  isServed: boolean;
  resolve(result: CreateTokenResult): void;
  reject(error: unknown): void;
}

/** A server that mints at most one token a key. */
function makeServer() {
  const attempts: Attempt[] = [];
  const minted = new Set<string>();
  /** Keys that the user need not wonder about any more: told, put aside, or never to be minted. */
  const settled = new Set<string>();
  const fenced = new Set<string>();
  const violations: string[] = [];
  return {
    attempts,
    violations,
    minted,
    settled,
    /** Says whether a key was minted, and sees to it that what it says stays true. */
    check(key: string) {
      if (minted.has(key)) return { status: 'created', token: { id: key } } as const;
      fenced.add(key);
      settled.add(key);
      return { status: 'not-created' } as const;
    },
    serve(attempt: Attempt, { commits, reply }: { commits: boolean; reply: unknown }) {
      if (attempt.isServed) return;
      attempt.isServed = true;
      const { key } = attempt;
      const isReplay = minted.has(key);
      if (commits && !fenced.has(key)) minted.add(key);
      if (reply !== 'answer') attempt.reject(reply);
      else if (isReplay) attempt.resolve({ status: 'created-without-secret', token: { id: key } });
      else if (minted.has(key)) attempt.resolve({ status: 'created', token: { id: key, hint: secret }, secret });
      else attempt.reject({ status: 422, detail: 'Ended.' });
    },
    /** Whether a token may come, or have come, of a key that nobody has told the user about. */
    isOpen: (key: string) =>
      !settled.has(key) && (minted.has(key) || attempts.some((attempt) => attempt.key === key && !attempt.isServed)),
  };
}

function makeStorage() {
  let text = 'null';
  const storage: DraftStorage = {
    read: () => JSON.parse(text),
    write: (draft) => {
      text = JSON.stringify(draft);
    },
    remove: () => {
      text = 'null';
    },
  };
  return { storage, text: () => text };
}

type Browser = ReturnType<typeof makeStorage>;
type Server = ReturnType<typeof makeServer>;

function openPage(browser: Browser, server: Server, page: number) {
  const host: TokenWizardHost = {
    versions,
    contacts,
    catalog: async ({ version }) => catalogOf(version),
    draftStorage: browser.storage,
    onError: () => {},
    onCreate: (request, { idempotencyKey: key, signal }) => {
      const catalog = catalogOf(request.version);
      const others = server.attempts.map((attempt) => attempt.key).filter((other) => other !== key);
      // What a host throws is no test's failure, so what must never happen is noted.
      if (others.some(server.isOpen))
        server.violations.push('another request, while a token may exist by an earlier one');
      if (requestIssues(request, { versions, contacts, catalog }).length > 0) server.violations.push('not valid');
      return new Promise((resolve, reject) => {
        server.attempts.push({ key, request, page, signal, isServed: false, resolve, reject });
      });
    },
    onCheckOutcome: async (_, { idempotencyKey }) => server.check(idempotencyKey),
    onSessionExpired: async () => {},
  };
  const vault = createSecretVault();
  const drafts = createDraftKeeper(() => host);
  const clock = new SimulatedClock();
  const machine = provideHost(() => host, vault, drafts);
  const input = { versions, contacts, canCheckOutcome: true, keepsDraft: true };
  let actor = createActor(machine, { input, clock }).start();
  let stop = drafts.follow(actor);
  return {
    vault,
    clock,
    /** What happens when the user pauses. */
    flush: () => drafts.flush(),
    actor: () => actor,
    /** What StrictMode, a hidden Activity and hot reload do. */
    restart() {
      stop();
      const snapshot = actor.getPersistedSnapshot();
      actor.stop();
      actor = createActor(machine, { input, snapshot, clock }).start();
      stop = drafts.follow(actor);
    },
    close() {
      stop();
      actor.stop();
    },
  };
}

/** What outlives the page: everything typed, but for a contact and a version that do not exist. */
function kept(context: TokenWizardContext) {
  const { version, primaryContact, ...rest } = typed(context);
  return {
    ...rest,
    version: versions.some(({ id }) => id === version) ? version : '16',
    primaryContact: contacts.some(({ id }) => id === primaryContact) ? primaryContact : '',
  };
}

const endings = new Set(['created', 'createdWithoutSecret', 'finished', 'cancelled']);

async function live(happenings: Life, tell: (view: string) => void = () => {}) {
  const browser = makeStorage();
  const server = makeServer();
  let number = 0;
  let page = openPage(browser, server, number);
  await settle();
  const view = () => selectView(page.actor().getSnapshot());
  const context = () => page.actor().getSnapshot().context;
  const reopen = async () => {
    page.close();
    await settle();
    number += 1;
    page = openPage(browser, server, number);
    await settle();
  };

  for (const next of happenings) {
    const [before, seen] = [context(), view()];
    switch (next.kind) {
      case 'event': {
        page.actor().send(next.event);
        if (seen === 'confirmingStartOver' && next.event.type === 'leave.confirm' && before.intent) {
          server.settled.add(before.intent.key);
        }
        break;
      }
      case 'serve': {
        const attempt = server.attempts.at(-1 - (next.call % Math.max(1, server.attempts.length)));
        if (attempt) server.serve(attempt, next);
        break;
      }
      case 'time':
        page.flush();
        page.clock.increment(next.milliseconds);
        break;
      case 'restart':
        page.restart();
        break;
      case 'reopen':
        await reopen();
        // Whatever was entered outlives the page, unless there was nothing left to enter.
        if (before.edited && !endings.has(seen)) expect(kept(context())).toEqual(kept(before));
        break;
    }
    await settle();

    tell(view());
    expect(server.violations).toEqual([]);
    const open = server.attempts.filter(
      ({ page: owner, isServed, signal }) => owner === number && !isServed && !signal.aborted,
    );
    expect(open.length).toBeLessThanOrEqual(view() === 'creating' ? 1 : 0);
    const { intent } = context();
    if (intent && (view() === 'created' || view() === 'createdWithoutSecret')) server.settled.add(intent.key);
    expect(page.vault.read()?.reveal()).toBe(view() === 'created' ? secret : undefined);
    expect(browser.text()).not.toContain(secret);
  }
  expect(JSON.stringify(page.actor().getPersistedSnapshot())).not.toContain(secret);
  page.close();
  await settle();
}

// Together more than 10,000; in parts, so that they tell how far they are.
test.each([1, 2, 3, 4, 5])(
  'whatever happens, in whatever order, an intent makes at most one token, and nobody loses their work (part %i)',
  async () => {
    await fc.assert(
      fc.asyncProperty(life, (happenings) => live(happenings)),
      { numRuns: 2000 },
    );
  },
);

test('the lives get around: each view is met', async () => {
  const views = new Set<string>();
  for (const happenings of fc.sample(life, { numRuns: 500, seed: 16 }))
    await live(happenings, (seen) => views.add(seen));
  expect([...views].toSorted()).toEqual([
    'cancelled',
    'confirmingCancel',
    'confirmingStartOver',
    'contact',
    'create',
    'created',
    'createdWithoutSecret',
    'creating',
    'finished',
    'rateLimited',
    'scopes',
    'sessionExpired',
    'setup',
    'unknownOutcome',
  ]);
});
