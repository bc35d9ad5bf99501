'use client';

import type { TokenWizardSnapshot, WizardIssue } from '@tokenwright/core';
import { Button, Callout, issueText, useTokenwright } from '@tokenwright/ui';
import { part } from '../parts/part.js';
import { useWizardState, useWizardVerbs } from '../parts/use-wizard.js';

const noRefusals: readonly WizardIssue[] = [];
/** A refusal after a lost attempt: what it says may be true because of the token that attempt created. */
const selectRefusals = ({ context: { outcome } }: TokenWizardSnapshot) =>
  outcome?.type === 'rejected' && outcome.issues[0]?.code === 'server.rejected' ? outcome.issues : noRefusals;
const selectReason = (snapshot: TokenWizardSnapshot) => {
  const { outcome } = snapshot.context;
  if (outcome?.type === 'unknown') return outcome.reason;
  return selectRefusals(snapshot).length > 0 ? 'refused' : 'not-sent';
};
const selectKeepsDraft = ({ context }: TokenWizardSnapshot) => context.draft !== 'off';
const selectCanCheck = ({ context }: TokenWizardSnapshot) => context.canCheckOutcome;
const selectIsChecking = (snapshot: TokenWizardSnapshot) => snapshot.matches({ flow: { unknownOutcome: 'checking' } });
const selectHasCheckFailed = (snapshot: TokenWizardSnapshot) =>
  snapshot.matches({ flow: { unknownOutcome: 'checkFailed' } });

/** The answer got lost: a token may exist. Offers what is safe, and never to start again. */
export function UnknownOutcome() {
  const { messages, format } = useTokenwright();
  const verbs = useWizardVerbs();
  const reason = useWizardState(selectReason);
  const refusals = useWizardState(selectRefusals);
  const canCheck = useWizardState(selectCanCheck);
  // Leaving does not end it: users who come back see this question again, and must be able to dismiss it.
  const keepsDraft = useWizardState(selectKeepsDraft);
  const isChecking = useWizardState(selectIsChecking);
  const hasCheckFailed = useWizardState(selectHasCheckFailed);
  const texts = messages.wizard.unknownOutcome;
  return (
    <>
      <Callout tone="warning">
        <span>{`${texts.reasons[reason]} `}</span>
        {refusals.length > 0 && (
          <bdi>{refusals.map((issue) => issueText(issue, messages.issues, format)).join(' ')}</bdi>
        )}
        <span>{` ${texts.body}`}</span>
      </Callout>
      {hasCheckFailed && (
        <p {...part('text')} role="status">
          {texts.checkFailed}
        </p>
      )}
      <div {...part('actions')}>
        <Button variant="ghost" data-action="leave" onClick={verbs.leaveOutcome}>
          {texts.leave}
        </Button>
        {keepsDraft && (
          <Button variant="secondary" onClick={verbs.startOver}>
            {messages.wizard.draft.startOver}
          </Button>
        )}
        {canCheck && (
          <Button variant="secondary" busy={isChecking} onClick={verbs.checkOutcome}>
            {isChecking ? texts.checking : texts.check}
          </Button>
        )}
        <Button variant="primary" onClick={verbs.retry}>
          {texts.retry}
        </Button>
      </div>
    </>
  );
}
