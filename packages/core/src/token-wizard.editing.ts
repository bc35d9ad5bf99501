import type { Step } from './token-wizard.context.js';
import { draftChoice } from './token-wizard.draft-choice.js';
import { wizard } from './token-wizard.setup.js';

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
export const editing = wizard.createStateConfig({
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
          // Another page may be sending its request right now, or have sent it: first the user says which of the two is meant.
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
      // The user answered something else before the storage did.
      {
        guard: { type: 'isDraftContradicted', params: ({ event }) => ({ draft: event.draft }) },
        actions: { type: 'noteOtherDraft', params: ({ event }) => ({ draft: event.draft }) },
      },
      {
        guard: { type: 'isUncertainDraft', params: ({ event }) => ({ draft: event.draft }) },
        target: '#unknownOutcome',
        actions: { type: 'restoreDraft', params: ({ event }) => ({ draft: event.draft }) },
      },
      {
        guard: { type: 'isDraftForLaterStep', params: ({ event }) => ({ draft: event.draft }) },
        target: '.entering',
        actions: [{ type: 'restoreDraft', params: ({ event }) => ({ draft: event.draft }) }, 'headForReachable'],
      },
      // The first step stays. To enter it again would report it twice.
      { actions: { type: 'restoreDraft', params: ({ event }) => ({ draft: event.draft }) } },
    ],
    ...draftChoice.on,
  },
});
