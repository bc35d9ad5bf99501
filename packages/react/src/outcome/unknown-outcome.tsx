'use client';

import type { ServerIssue, TokenWizardSnapshot } from '@tokenwright/core';
import { Button, Callout, useTokenwright } from '@tokenwright/ui';
import { part } from '../parts/part.js';
import { useWizardState, useWizardVerbs } from '../parts/use-wizard.js';

const noRefusals: readonly ServerIssue[] = [];
const selectReason = ({ context: { outcome } }: TokenWizardSnapshot) =>
  outcome?.type === 'unknown' ? outcome.reason : 'refused';
/** A refusal after a lost attempt: what it says may be true because of the token that attempt created. */
const selectRefusals = ({ context: { outcome } }: TokenWizardSnapshot) =>
  outcome?.type === 'rejected' ? outcome.issues : noRefusals;
const selectKeepsDraft = ({ context }: TokenWizardSnapshot) => context.draft !== 'off';
const selectCanCheck = ({ context }: TokenWizardSnapshot) => context.canCheckOutcome;
const selectIsChecking = (snapshot: TokenWizardSnapshot) => snapshot.matches({ flow: { unknownOutcome: 'checking' } });
const selectHasCheckFailed = (snapshot: TokenWizardSnapshot) =>
  snapshot.matches({ flow: { unknownOutcome: 'checkFailed' } });

/** The answer got lost: a token may exist. Offers what is safe, and never to start again. */
export function UnknownOutcome() {
  const { messages } = useTokenwright();
  const verbs = useWizardVerbs();
  const reason = useWizardState(selectReason);
  const refusals = useWizardState(selectRefusals);
  const canCheck = useWizardState(selectCanCheck);
  // Leaving does not end it: whoever comes back comes back to this question, and must be able to put it aside.
  const keepsDraft = useWizardState(selectKeepsDraft);
  const isChecking = useWizardState(selectIsChecking);
  const hasCheckFailed = useWizardState(selectHasCheckFailed);
  const texts = messages.wizard.unknownOutcome;
  return (
    <>
      <Callout tone="warning">
        <span>{`${texts.reasons[reason]} `}</span>
        {refusals.length > 0 && <bdi>{refusals.map(({ detail }) => detail).join(' ')}</bdi>}
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
