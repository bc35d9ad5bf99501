// @vitest-environment node
import {
  type CreateTokenContext,
  type CreateTokenResult,
  createSecretVault,
  provideHost,
  requestIssues,
  selectView,
  type TokenRequest,
  type TokenWizardContext,
  type TokenWizardEvent,
  type TokenWizardHost,
} from '@tokenwright/core';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createActor, SimulatedClock } from 'xstate';
import { type Happening, secret, walk } from './random-walks.js';
import { catalogOf, contacts, settle, typed, versions } from './walked-host.js';

// Hundreds of walks take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

interface Call extends CreateTokenContext {
  readonly request: TokenRequest;
  /** The call before it was refused, or a check found that it created nothing and made its key void. */
  readonly isPreviousVoid: boolean;
  /** The call before it was answered with 401 or 429, which may be the answer to a POST that the browser repeated. */
  readonly isPreviousOpen: boolean;
  isSettled: boolean;
  resolve(result: CreateTokenResult): void;
  reject(error: unknown): void;
}

/** A wizard in the hands of a random user, with a random host, under a clock of its own. */
function start() {
  const calls: Call[] = [];
  const voidKeys = new Set<string>();
  const openKeys = new Set<string>();
  let renewals = 0;
  const host: TokenWizardHost = {
    versions,
    contacts,
    catalog: async ({ version }) => catalogOf(version),
    onCreate: (request, context) =>
      new Promise((resolve, reject) => {
        const previousKey = calls.at(-1)?.idempotencyKey ?? '';
        const isPreviousVoid = voidKeys.has(previousKey);
        const isPreviousOpen = openKeys.delete(previousKey);
        calls.push({ ...context, request, isPreviousVoid, isPreviousOpen, isSettled: false, resolve, reject });
      }),
    onCheckOutcome: async (_, { idempotencyKey }) => {
      voidKeys.add(idempotencyKey);
      return { status: 'not-created' };
    },
    onSessionExpired: async () => {
      renewals += 1;
      if (renewals % 2 === 1) throw new Error('The user closed the sign-in window.');
    },
  };
  const vault = createSecretVault();
  const clock = new SimulatedClock();
  const actor = createActor(
    provideHost(() => host, vault),
    { input: { versions, contacts, canCheckOutcome: true }, clock },
  ).start();
  return { actor, vault, clock, calls, voidKeys, openKeys };
}

type Walker = ReturnType<typeof start>;

async function happen({ actor, clock, calls, voidKeys, openKeys }: Walker, next: Happening) {
  const wasCreating = selectView(actor.getSnapshot()) === 'creating';
  if (next.kind === 'event') actor.send(next.event);
  else if (next.kind === 'time') clock.increment(next.milliseconds);
  else {
    const call = calls[next.call % calls.length];
    if (call) {
      call.isSettled = true;
      if (next.kind === 'answer') call.resolve(next.result);
      else call.reject(next.error);
    }
  }
  await settle();
  const { context } = actor.getSnapshot();
  const isRefused = wasCreating && context.outcome?.type === 'rejected' && !context.uncertain;
  if (isRefused) voidKeys.add(calls.at(-1)?.idempotencyKey ?? '');
  if (context.outcome?.type === 'sessionExpired' || context.outcome?.type === 'rateLimited') {
    openKeys.add(calls.at(-1)?.idempotencyKey ?? '');
  }
}

/** What a change to one answer makes of everything typed. */
function edited(before: TokenWizardContext, event: TokenWizardEvent): ReturnType<typeof typed> {
  const { answers } = before;
  switch (event.type) {
    case 'name.change':
      return { ...typed(before), name: event.name };
    case 'description.change':
      return { ...typed(before), description: event.description };
    case 'version.change':
      return { ...typed(before), version: event.version };
    case 'contact.change':
      return { ...typed(before), primaryContact: event.contact };
    case 'email.type':
    case 'email.add':
      return typed({ ...before, answers: { ...answers, emailText: event.text } });
    case 'email.remove':
      return typed({
        ...before,
        answers: {
          ...answers,
          developerEmails: answers.developerEmails.filter((email) => email.toLowerCase() !== event.email),
        },
      });
    default:
      return typed(before);
  }
}

const checkedScopes = ({ scopes: { selection, gone } }: TokenWizardContext) => ({ selection, gone });
const changesScopes = /^(scope|scopes|category|preset|version)\./;

async function walkAlong(
  happenings: readonly Happening[],
  check: (walker: Walker, next: Happening, before: TokenWizardContext, wasEditing: boolean) => void,
) {
  const walker = start();
  await settle();
  for (const next of happenings) {
    const snapshot = walker.actor.getSnapshot();
    await happen(walker, next);
    check(walker, next, snapshot.context, snapshot.hasTag('editing'));
  }
  walker.actor.stop();
}

test('there are never two live creates, and one only while the wizard says that it is creating', async () => {
  await fc.assert(
    fc.asyncProperty(walk, (happenings) =>
      walkAlong(happenings, ({ actor, calls }) => {
        const live = calls.filter(({ isSettled, signal }) => !isSettled && !signal.aborted);
        expect(live).toHaveLength(selectView(actor.getSnapshot()) === 'creating' ? 1 : 0);
      }),
    ),
    { numRuns: 300 },
  );
});

test('no invalid request leaves, and a key is sent with another request only after a 401 or 429', async () => {
  await fc.assert(
    fc.asyncProperty(walk, (happenings) =>
      walkAlong(happenings, ({ calls }) => {
        for (const [position, call] of calls.entries()) {
          const { request, idempotencyKey, attempt, isPreviousVoid, isPreviousOpen } = call;
          const catalog = catalogOf(request.version);
          expect(requestIssues(request, { versions, contacts, catalog })).toEqual([]);
          const previous = calls[position - 1];
          const isSame =
            previous !== undefined &&
            !isPreviousVoid &&
            (isPreviousOpen || JSON.stringify(previous.request) === JSON.stringify(request));
          expect(attempt).toBe(isSame ? previous.attempt + 1 : 1);
          const earlierKeys = calls.slice(0, position).map((earlier) => earlier.idempotencyKey);
          expect(earlierKeys.at(-1) === idempotencyKey).toBe(isSame);
          if (!isSame) expect(earlierKeys).not.toContain(idempotencyKey);
        }
      }),
    ),
    { numRuns: 300 },
  );
});

test("nothing typed or checked is lost except by the user's own edit", async () => {
  await fc.assert(
    fc.asyncProperty(walk, (happenings) =>
      walkAlong(happenings, ({ actor }, next, before, wasEditing) => {
        const { context } = actor.getSnapshot();
        const isEdit = next.kind === 'event' && wasEditing;
        expect(typed(context)).toEqual(isEdit ? edited(before, next.event) : typed(before));
        if (!isEdit || !changesScopes.test(next.event.type))
          expect(checkedScopes(context)).toEqual(checkedScopes(before));
      }),
    ),
    { numRuns: 300 },
  );
});

test('the secret is in the vault exactly while it is shown, and never in the machine', async () => {
  await fc.assert(
    fc.asyncProperty(walk, (happenings) =>
      walkAlong(happenings, ({ actor, vault }) => {
        const isShown = selectView(actor.getSnapshot()) === 'created';
        expect(vault.read()?.reveal()).toBe(isShown ? secret : undefined);
        expect(JSON.stringify(actor.getPersistedSnapshot())).not.toContain(secret);
      }),
    ),
    { numRuns: 300 },
  );
});

test('the walks get around: each kind of outcome is met', async () => {
  const views = new Set<string>();
  const walks = fc.sample(walk, { numRuns: 300, seed: 16 });
  for (const happenings of walks) {
    await walkAlong(happenings, ({ actor }) => {
      views.add(selectView(actor.getSnapshot()));
    });
  }
  expect([...views].toSorted()).toEqual([
    'cancelled',
    'confirmingCancel',
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
