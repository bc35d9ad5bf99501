import { not } from 'xstate';
import { initialContext, type Step } from './token-wizard.context.js';
import { wizard } from './token-wizard.setup.js';
import { sourceRegion } from './token-wizard.sources.js';

function questionStep(step: Step) {
  return wizard.createStateConfig({
    entry: 'tellStep',
    exit: 'forgetDraftNotice',
    on: {
      'step.next': [
        {
          guard: { type: 'isStepValidButOthersFaulty', params: { step } },
          target: 'entering',
          actions: ['takeEmailText', 'headForNext', 'tellRefusal'],
        },
        {
          guard: { type: 'isStepValid', params: { step } },
          target: 'entering',
          actions: ['takeEmailText', 'headForNext'],
        },
        { actions: ['recordStepIssues', 'tellRefusal'] },
      ],
      'step.back': { guard: 'hasStepBefore', target: 'entering', actions: 'headBack' },
    },
  });
}

const answering = wizard.createStateConfig({
  on: {
    'name.change': {
      actions: { type: 'editAnswer', params: ({ event }) => ({ field: 'name', answers: { name: event.name } }) },
    },
    'description.change': {
      actions: {
        type: 'editAnswer',
        params: ({ event }) => ({ field: 'description', answers: { description: event.description } }),
      },
    },
    'version.change': {
      actions: {
        type: 'editAnswer',
        params: ({ event }) => ({ field: 'version', answers: { version: event.version } }),
      },
    },
    'contact.change': {
      actions: [
        {
          type: 'editAnswer',
          params: ({ event }) => ({ field: 'primaryContact', answers: { primaryContact: event.contact } }),
        },
        { type: 'keepFoundContact', params: ({ event }) => ({ contact: event.contact, found: event.found }) },
      ],
    },
    'email.type': {
      actions: {
        type: 'editAnswer',
        params: ({ event }) => ({ field: 'developerEmails', answers: { emailText: event.text } }),
      },
    },
    'email.add': { actions: { type: 'addEmails', params: ({ event }) => ({ text: event.text }) } },
    'email.remove': { actions: { type: 'removeEmail', params: ({ event }) => ({ email: event.email }) } },
    'category.toggle': { guard: 'hasCatalog', actions: { type: 'changeScopes', params: ({ event }) => event } },
    'category.toggleAll': { guard: 'hasCatalog', actions: { type: 'changeScopes', params: ({ event }) => event } },
    'scope.toggle': { guard: 'hasCatalog', actions: { type: 'changeScopes', params: ({ event }) => event } },
    'scopes.add': { guard: 'hasCatalog', actions: { type: 'changeScopes', params: ({ event }) => event } },
    'preset.apply': { guard: 'hasCatalog', actions: { type: 'changeScopes', params: ({ event }) => event } },
    'scopes.clearAll': { guard: 'hasCatalog', actions: { type: 'changeScopes', params: ({ event }) => event } },
    'scopes.undo': { guard: 'canUndo', actions: { type: 'changeScopes', params: ({ event }) => event } },
  },
});

/** The four steps. Answers can be given on any of them; which ones are shown is the views' business. */
const editing = wizard.createStateConfig({
  tags: 'editing',
  initial: 'entering',
  states: {
    entering: {
      always: [
        { guard: { type: 'isDestination', params: { step: 'setup' } }, target: 'setup' },
        { guard: { type: 'isDestination', params: { step: 'contact' } }, target: 'contact' },
        { guard: { type: 'isDestination', params: { step: 'scopes' } }, target: 'scopes' },
        { target: 'create' },
      ],
    },
    setup: questionStep('setup'),
    contact: questionStep('contact'),
    // What a change brought about has been read by then.
    scopes: { ...questionStep('scopes'), exit: ['forgetNotices', 'forgetDraftNotice'] },
    create: {
      entry: 'tellStep',
      exit: 'forgetDraftNotice',
      on: {
        'step.back': { target: 'entering', actions: 'headBack' },
        'answer.change': {
          target: 'entering',
          actions: { type: 'headForField', params: ({ event }) => ({ field: event.field }) },
        },
        'token.create': [
          // Another page may be sending its request right now: first the user says which of the two is meant.
          { guard: 'hasOtherDraft', actions: 'tellRefusal' },
          {
            guard: { type: 'isStepValid', params: { step: 'create' } },
            target: '#sending',
            actions: 'formIntent',
          },
          { target: 'entering', actions: ['recordStepIssues', 'headForEarliestIssue', 'tellRefusal'] },
        ],
      },
    },
  },
  on: {
    ...answering.on,
    'step.goTo': {
      guard: { type: 'isReachable', params: ({ event }) => ({ step: event.step }) },
      target: '.entering',
      actions: ['takeEmailText', { type: 'headFor', params: ({ event }) => ({ step: event.step }) }],
    },
    'wizard.cancel': [{ guard: 'isEdited', target: '#confirmingCancel' }, { target: '#cancelled' }],
    'draft.discard': { guard: 'keepsDraft', target: '#confirmingStartOver' },
    'draft.read': [
      // The storage took longer than anybody waits, and something was entered meanwhile.
      {
        guard: 'isEdited',
        actions: { type: 'noteOtherDraft', params: ({ event }) => ({ draft: event.draft }) },
      },
      {
        guard: { type: 'isUncertainDraft', params: ({ event }) => ({ draft: event.draft }) },
        target: '#unknownOutcome',
        actions: { type: 'restoreDraft', params: ({ event }) => ({ draft: event.draft }) },
      },
      {
        guard: { type: 'isDraft', params: ({ event }) => ({ draft: event.draft }) },
        target: '.entering',
        actions: [{ type: 'restoreDraft', params: ({ event }) => ({ draft: event.draft }) }, 'headForReachable'],
      },
    ],
    'draft.take': [
      { guard: 'isOtherDraftUncertain', target: '#unknownOutcome', actions: 'takeOtherDraft' },
      { guard: 'hasOtherDraft', target: '.entering', actions: ['takeOtherDraft', 'headForReachable'] },
    ],
    'draft.keep': { guard: 'hasOtherDraft', actions: 'keepOwnDraft' },
  },
});

/**
 * Before a request leaves, the draft says that it may have been sent, and under which key: a page that goes now and comes back must
 * not send it under another one.
 */
const sending = wizard.createStateConfig({
  id: 'sending',
  initial: 'deciding',
  tags: 'busy',
  states: {
    deciding: { always: [{ guard: 'keepsDraft', target: 'securing' }, { target: '#creating' }] },
    securing: {
      invoke: {
        id: 'secureDraft',
        src: 'secureDraft',
        input: ({ context }) => context,
        onDone: [
          {
            guard: { type: 'isDraftInTheWay', params: ({ event }) => ({ draft: event.output }) },
            target: '#editing',
            actions: { type: 'noteOtherDraft', params: ({ event }) => ({ draft: event.output }) },
          },
          { target: '#creating' },
        ],
        onError: { target: '#creating' },
      },
      after: { draftPatience: { target: '#creating' } },
    },
  },
});

const creating = wizard.createStateConfig({
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
const judging = wizard.createStateConfig({
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
const unknownOutcome = wizard.createStateConfig({
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
          { target: '#editing', actions: 'noteNotCreated' },
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
  },
});

const rateLimited = wizard.createStateConfig({
  initial: 'waiting',
  states: {
    waiting: { after: { retryDelay: { target: 'over' } } },
    over: { on: retry },
  },
  on: { ...backToReview, 'outcome.leave': { guard: not('isCertain'), target: '#finished' } },
});

/** The host renews the session once by itself; a second expiry waits for the user. */
const sessionExpired = wizard.createStateConfig({
  initial: 'deciding',
  states: {
    deciding: { always: [{ guard: 'canRenewSession', target: 'renewing' }, { target: 'waiting' }] },
    renewing: {
      tags: 'busy',
      entry: 'noteRenewal',
      invoke: {
        id: 'renewSession',
        src: 'renewSession',
        onDone: { target: '#sending', actions: 'countAttempt' },
        onError: { target: 'waiting' },
      },
      after: { createTimeout: { target: 'waiting' } },
    },
    waiting: { on: retry },
  },
  on: { ...backToReview, 'outcome.leave': { guard: not('isCertain'), target: '#finished' } },
});

const storeSecret = wizard.createStateConfig({
  on: {
    'secret.store': {
      target: 'stored',
      actions: { type: 'tellStored', params: ({ event }) => ({ by: event.by }) },
    },
  },
});

/** The secret is shown. Leaving before it is stored asks first, for it cannot be shown again. */
const created = wizard.createStateConfig({
  initial: 'unstored',
  states: {
    unstored: { on: { ...storeSecret.on, 'wizard.finish': { target: 'confirmingLeave' } } },
    confirmingLeave: {
      on: { ...storeSecret.on, 'leave.confirm': { target: '#finished' }, 'leave.dismiss': { target: 'unstored' } },
    },
    stored: { on: { ...storeSecret.on, 'wizard.finish': { target: '#finished' } } },
  },
  on: { 'secret.lose': { target: 'createdWithoutSecret', actions: 'wipeSecret' } },
});

/**
 * The token wizard: one region for what the user does, one for each source of the host's data.
 * Host callbacks come in as actors (see `provideHost`); the secret stays outside, in a vault.
 */
export const tokenWizardMachine = wizard.createMachine({
  id: 'tokenWizard',
  type: 'parallel',
  context: ({ input }) => initialContext(input),
  states: {
    flow: {
      initial: 'preparing',
      on: {
        'draft.conflict': { actions: { type: 'noteOtherDraft', params: ({ event }) => ({ draft: event.draft }) } },
      },
      states: {
        /** A later first step can only be judged once the data is there. */
        preparing: {
          always: { guard: 'isPrepared', target: 'editing', actions: 'headForReachable' },
          on: {
            'wizard.cancel': { target: 'cancelled' },
            'draft.read': [
              {
                guard: { type: 'isUncertainDraft', params: ({ event }) => ({ draft: event.draft }) },
                target: 'unknownOutcome',
                actions: { type: 'restoreDraft', params: ({ event }) => ({ draft: event.draft }) },
              },
              { actions: { type: 'restoreDraft', params: ({ event }) => ({ draft: event.draft }) } },
            ],
          },
          after: { draftPatience: { actions: 'forgetDraftNotice' } },
        },
        editing: {
          id: 'editing',
          ...editing,
        },
        confirmingCancel: {
          id: 'confirmingCancel',
          on: { 'leave.confirm': { target: 'cancelled' }, 'leave.dismiss': { target: 'editing' } },
        },
        confirmingStartOver: {
          id: 'confirmingStartOver',
          on: {
            'leave.confirm': { target: 'editing', actions: 'startOver' },
            'leave.dismiss': [{ guard: 'isCertain', target: 'editing' }, { target: 'unknownOutcome' }],
          },
        },
        sending,
        creating,
        judging: { id: 'judging', ...judging },
        unknownOutcome,
        rateLimited,
        sessionExpired,
        created,
        createdWithoutSecret: { on: { 'wizard.finish': { target: 'finished' } } },
        finished: { id: 'finished', type: 'final', entry: ['wipeSecret', 'tellFinished'] },
        cancelled: { id: 'cancelled', type: 'final', entry: 'tellCancelled' },
      },
    },
    versions: sourceRegion('versions'),
    contacts: sourceRegion('contacts'),
    catalog: sourceRegion('catalog'),
  },
});
