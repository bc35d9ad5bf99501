import { wizard } from './token-wizard.setup.js';

/** The user's choice after another page wrote or removed the draft. */
export const draftChoice = wizard.createStateConfig({
  on: {
    'draft.take': [
      {
        guard: { type: 'isUncertainDraft', params: ({ context }) => ({ draft: context.otherDraft }) },
        target: '#unknownOutcome',
        actions: 'takeOtherDraft',
      },
      {
        guard: { type: 'isDraft', params: ({ context }) => ({ draft: context.otherDraft }) },
        target: '#editing',
        actions: ['takeOtherDraft', 'headForReachable'],
      },
    ],
    'draft.keep': { guard: 'hasOtherDraft', actions: 'keepOwnDraft' },
  },
});
