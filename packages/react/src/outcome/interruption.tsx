'use client';

import type { TokenWizardSnapshot } from '@tokenwright/core';
import { anatomy, Button, Callout, useTokenwright } from '@tokenwright/ui';
import { useWizardState, useWizardVerbs } from '../parts/use-wizard.js';

const part = anatomy('token-wizard');
const selectUncertain = ({ context }: TokenWizardSnapshot) => context.uncertain;
const selectRetryAt = ({ context: { outcome } }: TokenWizardSnapshot) =>
  outcome?.type === 'rateLimited' ? outcome.retryAt : 0;
const selectIsOver = (snapshot: TokenWizardSnapshot) => snapshot.matches({ flow: { rateLimited: 'over' } });
const selectIsRenewing = (snapshot: TokenWizardSnapshot) => snapshot.matches({ flow: { sessionExpired: 'renewing' } });

/** The server asks to wait. The time left is said once, when the wait begins and when it is over. */
export function RateLimited() {
  const { messages, format } = useTokenwright();
  const retryAt = useWizardState(selectRetryAt);
  const isOver = useWizardState(selectIsOver);
  const texts = messages.wizard.rateLimited;
  const seconds = Math.max(1, Math.ceil((retryAt - Date.now()) / 1000));
  return <Interruption text={isOver ? texts.over : texts.wait({ seconds }, format)} canRetry={isOver} texts={texts} />;
}

/** The host signs the user in again; then the same request goes on. */
export function SessionExpired() {
  const { messages } = useTokenwright();
  const isRenewing = useWizardState(selectIsRenewing);
  const texts = messages.wizard.sessionExpired;
  return <Interruption text={isRenewing ? texts.renewing : texts.body} canRetry={!isRenewing} texts={texts} />;
}

interface InterruptionProps {
  text: string;
  canRetry: boolean;
  texts: { retry: string; back: string; leave: string };
}

function Interruption({ text, canRetry, texts }: InterruptionProps) {
  const verbs = useWizardVerbs();
  // With an earlier attempt lost, going back could lead to a second token: then the only other way is out.
  const isUncertain = useWizardState(selectUncertain);
  return (
    <>
      <Callout tone="info">
        <p {...part('text')} role="status">
          {text}
        </p>
      </Callout>
      <div {...part('actions')}>
        <Button variant="ghost" data-action="leave" onClick={isUncertain ? verbs.leaveOutcome : verbs.back}>
          {isUncertain ? texts.leave : texts.back}
        </Button>
        <Button variant="primary" onClick={verbs.retry} disabled={!canRetry}>
          {texts.retry}
        </Button>
      </div>
    </>
  );
}
