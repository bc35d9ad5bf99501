import { not } from 'xstate';
import { draftChoice } from './token-wizard.draft-choice.js';
import { wizard } from './token-wizard.setup.js';

/**
 * Before a request leaves, the draft says that it may have been sent, and under which key: a page that goes now and comes back must
 * not send it under another one.
 */
export const sending = wizard.createStateConfig({
  id: 'sending',
  initial: 'deciding',
  tags: 'busy',
  states: {
    deciding: {
      always: [
        { guard: 'hasOtherDraft', target: 'refused' },
        { guard: 'keepsDraft', target: 'securing' },
        { target: '#creating' },
      ],
    },
    securing: {
      invoke: {
        id: 'secureDraft',
        src: 'secureDraft',
        input: ({ context }) => context,
        onDone: [
          {
            guard: {
              type: 'isDraftInTheWay',
              params: ({ context, event }) => ({ draft: event.output ?? context.otherDraft }),
            },
            target: 'refused',
            actions: {
              type: 'noteOtherDraft',
              // What an earlier write came upon may have been told only now.
              params: ({ context, event }) => ({ draft: event.output ?? context.otherDraft }),
            },
          },
          { target: '#creating' },
        ],
        onError: { target: '#creating' },
      },
      after: { draftPatience: { target: '#creating' } },
    },
    /** Another page wrote or removed the draft. First the user says how to go on. */
    refused: {
      always: [
        { guard: 'isCertain', target: '#editing', actions: 'tellRefusal' },
        { target: '#unknownOutcome', actions: 'tellRefusal' },
      ],
    },
  },
});

export const creating = wizard.createStateConfig({
  id: 'creating',
  tags: 'busy',
  entry: 'tellRequest',
  exit: 'abandonRequest',
  invoke: {
    id: 'createToken',
    src: 'createToken',
    input: ({ context: { intent } }) => {
      if (!intent) throw new Error('Tokenwright: there is no intent to create a token. "formIntent" comes first.');
      return intent;
    },
    onDone: {
      target: 'judging',
      actions: { type: 'recordOutcome', params: ({ event }) => ({ outcome: event.output }) },
    },
    onError: {
      target: 'judging',
      actions: { type: 'recordOutcome', params: { outcome: { type: 'unknown', reason: 'network' } } },
    },
  },
  after: {
    createTimeout: {
      target: 'judging',
      actions: { type: 'recordOutcome', params: { outcome: { type: 'unknown', reason: 'timeout' } } },
    },
  },
});

/** Sends an attempt where its outcome belongs. */
export const judging = wizard.createStateConfig({
  entry: 'tellOutcome',
  always: [
    { guard: { type: 'cameTo', params: { outcome: 'created' } }, target: 'created' },
    { guard: { type: 'cameTo', params: { outcome: 'createdWithoutSecret' } }, target: 'createdWithoutSecret' },
    {
      // After a lost attempt, "this name is taken" may well mean: by the token that attempt created.
      guard: 'isRejectedForCertain',
      target: 'editing',
      actions: ['headForEarliestIssue', 'tellRefusal'],
    },
    { guard: { type: 'cameTo', params: { outcome: 'rateLimited' } }, target: 'rateLimited' },
    { guard: { type: 'cameTo', params: { outcome: 'sessionExpired' } }, target: 'sessionExpired' },
    { target: 'unknownOutcome' },
  ],
});

const retry = { 'token.retry': { target: '#sending', actions: 'countAttempt' } } as const;
/** Only where it is certain that no token exists may the request be edited, and so get a new key. */
const backToReview = { 'step.back': { guard: 'isCertain', target: '#editing' } } as const;

/** Timeout, lost connection, abort or 5xx: a token may exist. Only the same key may be tried again. */
export const unknownOutcome = wizard.createStateConfig({
  id: 'unknownOutcome',
  initial: 'undecided',
  states: {
    undecided: {},
    checking: {
      tags: 'busy',
      invoke: {
        id: 'checkOutcome',
        src: 'checkOutcome',
        input: ({ context: { intent } }) => {
          if (!intent) throw new Error('Tokenwright: there is no intent to check. "formIntent" comes first.');
          return intent;
        },
        onDone: [
          {
            guard: { type: 'wasCreated', params: ({ event }) => ({ result: event.output }) },
            target: '#judging',
            actions: {
              type: 'recordOutcome',
              params: ({ event }) => ({
                outcome:
                  event.output.status === 'created'
                    ? { type: 'createdWithoutSecret', token: event.output.token }
                    : { type: 'unknown', reason: 'malformed' },
              }),
            },
          },
          { target: '#editing', actions: ['noteNotCreated', 'headForReview'] },
        ],
        onError: { target: 'checkFailed' },
      },
      after: { createTimeout: { target: 'checkFailed' } },
    },
    checkFailed: {},
  },
  on: {
    ...retry,
    'outcome.check': { guard: 'canCheckOutcome', target: '.checking' },
    'outcome.leave': { target: '#finished' },
    'draft.discard': { guard: 'keepsDraft', target: '#confirmingStartOver' },
    ...draftChoice.on,
  },
});

export const rateLimited = wizard.createStateConfig({
  initial: 'waiting',
  states: {
    waiting: {
      after: { retryDelay: { target: 'over' } },
      // Timers stand still while a computer sleeps, but its clock does not.
      on: { 'token.retry': { guard: 'isWaitOver', target: '#sending', actions: 'countAttempt' } },
    },
    over: { on: retry },
  },
  on: { ...backToReview, 'outcome.leave': { guard: not('isCertain'), target: '#finished' } },
});

/** The host renews the session once by itself; a second expiry waits for the user. Signing in takes as long as it takes. */
export const sessionExpired = wizard.createStateConfig({
  initial: 'deciding',
  states: {
    deciding: { always: [{ guard: 'canRenewSession', target: 'renewing' }, { target: 'waiting' }] },
    renewing: {
      tags: 'busy',
      entry: { type: 'noteRenewal', params: { renewed: true } },
      exit: 'abandonRequest',
      invoke: {
        id: 'renewSession',
        src: 'renewSession',
        onDone: { target: '#sending', actions: 'countAttempt' },
        onError: { target: 'waiting' },
      },
    },
    waiting: {},
  },
  on: {
    ...backToReview,
    // The user asks, so the host may be asked to renew the session again.
    'token.retry': {
      target: '#sending',
      actions: ['countAttempt', { type: 'noteRenewal', params: { renewed: false } }],
    },
    'outcome.leave': { guard: not('isCertain'), target: '#finished' },
  },
});
