import { selectView, type TokenField, type TokenWizardSnapshot, type WizardView } from '@tokenwright/core';
import { issueText, useTokenwright } from '@tokenwright/ui';
import { type TokenWizardVerbs, useTokenWizard, useTokenWizardSelector } from '../token-wizard-handle.js';

/** A part of the surrounding wizard's state. `selector` stands outside the component. */
export function useWizardState<T>(selector: (snapshot: TokenWizardSnapshot) => T): T {
  return useTokenWizardSelector(useTokenWizard(), selector);
}

export function useWizardVerbs(): TokenWizardVerbs {
  return useTokenWizard().verbs;
}

export function useWizardView(): WizardView {
  return useWizardState(selectView);
}

/** The view on the screen: while a token is being created, the review stays, with its button busy. */
export function useShownView(): Exclude<WizardView, 'creating'> {
  const view = useWizardView();
  return view === 'creating' ? 'create' : view;
}

/** Whether the token without its secret has been revoked since it was created. */
export const selectIsRevoked = ({ context: { outcome } }: TokenWizardSnapshot) =>
  outcome?.type === 'createdWithoutSecret' && outcome.token.revokedAt !== undefined;

const noIssues: TokenWizardSnapshot['context']['issues'] = [];

/** The issues in the error summary: none before Next or Create was refused, and none where no control can fix them. */
export function selectSummary(snapshot: TokenWizardSnapshot): TokenWizardSnapshot['context']['issues'] {
  const { refused, issues } = snapshot.context;
  return refused && snapshot.hasTag('editing') ? issues : noIssues;
}

const selectIssues = ({ context }: TokenWizardSnapshot) => context.issues;

/** Returns the messages for the issues of one field. */
export function useFieldErrors(field: TokenField): readonly string[] {
  const { messages, format } = useTokenwright();
  return useWizardState(selectIssues)
    .filter((issue) => issue.field === field)
    .map((issue) => issueText(issue, messages.issues, format));
}
