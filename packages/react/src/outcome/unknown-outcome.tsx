'use client';

import type { TokenWizardSnapshot } from '@tokenwright/core';
import { anatomy, Button, Callout, useTokenwright } from '@tokenwright/ui';
import { useWizardState, useWizardVerbs } from '../parts/use-wizard.js';

const part = anatomy('token-wizard');
const selectReason = ({ context: { outcome } }: TokenWizardSnapshot) =>
  outcome?.type === 'unknown' ? outcome.reason : 'network';
const selectCanCheck = ({ context }: TokenWizardSnapshot) => context.canCheckOutcome;
const selectIsChecking = (snapshot: TokenWizardSnapshot) => snapshot.matches({ flow: { unknownOutcome: 'checking' } });
const selectHasCheckFailed = (snapshot: TokenWizardSnapshot) =>
  snapshot.matches({ flow: { unknownOutcome: 'checkFailed' } });

/** The answer got lost: a token may exist. Offers what is safe, and never to start again. */
export function UnknownOutcome() {
  const { messages } = useTokenwright();
  const verbs = useWizardVerbs();
  const reason = useWizardState(selectReason);
  const canCheck = useWizardState(selectCanCheck);
  const isChecking = useWizardState(selectIsChecking);
  const hasCheckFailed = useWizardState(selectHasCheckFailed);
  const texts = messages.wizard.unknownOutcome;
  return (
    <>
      <Callout tone="warning">
        {texts.reasons[reason]} {texts.body}
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
