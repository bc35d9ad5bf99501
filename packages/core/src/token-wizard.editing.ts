import type { Step } from './token-wizard.context.js';
import { draftChoice } from './token-wizard.draft-choice.js';
import { ofEvent, wizard } from './token-wizard.setup.js';

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

/** What a user asks of the scope picker. */
const scopeChange = { guard: 'hasCatalog', actions: { type: 'changeScopes', params: ofEvent } } as const;

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
        { type: 'keepFoundContact', params: ofEvent },
      ],
    },
    'email.type': {
      actions: {
        type: 'editAnswer',
        params: ({ event }) => ({ field: 'developerEmails', answers: { emailText: event.text } }),
      },
    },
    'email.add': { actions: { type: 'addEmails', params: ofEvent } },
    'email.remove': { actions: { type: 'removeEmail', params: ofEvent } },
    'category.toggle': scopeChange,
    'category.toggleAll': scopeChange,
    'scope.toggle': scopeChange,
    'scopes.add': scopeChange,
    'preset.apply': scopeChange,
    'scopes.clearAll': scopeChange,
    'scopes.undo': { ...scopeChange, guard: 'canUndo' },
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
          actions: { type: 'headForField', params: ofEvent },
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
      guard: { type: 'isReachable', params: ofEvent },
      target: '.entering',
      actions: ['takeEmailText', { type: 'headFor', params: ofEvent }],
    },
    'wizard.cancel': [{ guard: 'isEdited', target: '#confirmingCancel' }, { target: '#cancelled' }],
    'draft.discard': { guard: 'keepsDraft', target: '#confirmingStartOver' },
    'draft.read': [
      // The user answered something else before the storage did.
      {
        guard: { type: 'isDraftContradicted', params: ofEvent },
        actions: { type: 'noteOtherDraft', params: ofEvent },
      },
      {
        guard: { type: 'isUncertainDraft', params: ofEvent },
        target: '#unknownOutcome',
        actions: { type: 'restoreDraft', params: ofEvent },
      },
      {
        guard: { type: 'isDraftForLaterStep', params: ofEvent },
        target: '.entering',
        actions: [{ type: 'restoreDraft', params: ofEvent }, 'headForReachable'],
      },
      // The first step stays. To enter it again would report it twice.
      { actions: { type: 'restoreDraft', params: ofEvent } },
    ],
    ...draftChoice.on,
  },
});
