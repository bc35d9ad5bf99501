import { creating, judging, rateLimited, sending, sessionExpired, unknownOutcome } from './token-wizard.attempt.js';
import { editing } from './token-wizard.editing.js';
import { ofEvent, wizard } from './token-wizard.setup.js';
import { sourceRegion } from './token-wizard.sources.js';
import { initialContext } from './token-wizard.start.js';

const storeSecret = wizard.createStateConfig({
  on: {
    'secret.store': {
      target: 'stored',
      actions: { type: 'tellStored', params: ofEvent },
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

const over = wizard.createStateConfig({
  on: {
    'wizard.restart': [
      // The draft still says that a token may exist, so a page that is opened again would ask the same question.
      { guard: 'leftUncertain', target: '#unknownOutcome' },
      // The root is the target, so that the sources load again as well.
      { target: '#tokenWizard', actions: { type: 'restart', params: ofEvent } },
    ],
  },
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
      // A storage that does not answer in time must not keep later changes from being written.
      after: { draftPatience: { guard: 'isDraftAwaited', actions: 'forgetDraftNotice' } },
      on: {
        'draft.conflict': { actions: { type: 'noteOtherDraft', params: ofEvent } },
        'draft.store': { actions: { type: 'noteStoring', params: ofEvent } },
        // So late that something else is shown: it waits for the user's choice.
        'draft.read': { actions: { type: 'noteOtherDraft', params: ofEvent } },
      },
      states: {
        /** A later first step can only be evaluated once the data, and the draft, is there. */
        preparing: {
          always: { guard: 'isPrepared', target: 'editing', actions: 'headForReachable' },
          on: {
            'wizard.cancel': { target: 'cancelled' },
            'draft.read': [
              {
                guard: { type: 'isUncertainDraft', params: ofEvent },
                target: 'unknownOutcome',
                actions: { type: 'restoreDraft', params: ofEvent },
              },
              { actions: { type: 'restoreDraft', params: ofEvent } },
            ],
          },
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
        finished: { id: 'finished', entry: ['wipeSecret', 'tellFinished'], ...over },
        cancelled: { id: 'cancelled', entry: 'tellCancelled', ...over },
      },
    },
    versions: sourceRegion('versions'),
    contacts: sourceRegion('contacts'),
    catalog: sourceRegion('catalog'),
  },
});
