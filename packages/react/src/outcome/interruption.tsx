'use client';

import type { TokenWizardSnapshot } from '@tokenwright/core';
import { Button, Callout, useAnnouncer, useTokenwright } from '@tokenwright/ui';
import { type ReactNode, useEffect, useState } from 'react';
import { part } from '../parts/part.js';
import { useWizardState, useWizardVerbs } from '../parts/use-wizard.js';

const selectUncertain = ({ context }: TokenWizardSnapshot) => context.uncertain;
const selectRetryAt = ({ context: { outcome } }: TokenWizardSnapshot) =>
  outcome?.type === 'rateLimited' ? outcome.retryAt : 0;
const selectIsOver = (snapshot: TokenWizardSnapshot) => snapshot.matches({ flow: { rateLimited: 'over' } });
const selectIsRenewing = (snapshot: TokenWizardSnapshot) => snapshot.matches({ flow: { sessionExpired: 'renewing' } });

/** The server asks to wait. The time left is seen at every second, and said aloud when the wait begins and when it is over. */
export function RateLimited() {
  const { messages, format } = useTokenwright();
  const { announce } = useAnnouncer();
  const retryAt = useWizardState(selectRetryAt);
  const isTimerOver = useWizardState(selectIsOver);
  const texts = messages.wizard.rateLimited;
  const seconds = useSecondsLeft(retryAt, isTimerOver);
  const isOver = isTimerOver || seconds === 0;
  const [secondsAtFirst] = useState(seconds);
  const said = isOver ? texts.over : texts.wait({ seconds: secondsAtFirst }, format);
  useEffect(() => {
    announce(said);
    return () => announce('');
  }, [announce, said]);
  return (
    <Interruption canRetry={isOver} texts={texts}>
      <p {...part('text')}>{isOver ? texts.over : texts.wait({ seconds }, format)}</p>
    </Interruption>
  );
}

/** Whole seconds until then, as they go by; 0 once the clock says that it is over, which may be before a timer that stood still. */
function useSecondsLeft(until: number, isOver: boolean): number {
  const [start] = useState(() => ({ left: until - Date.now(), at: performance.now() }));
  const [left, setLeft] = useState(() => secondsLeft(until, start));
  useEffect(() => {
    if (isOver) return undefined;
    const timer = setInterval(() => setLeft(secondsLeft(until, start)), 1000);
    return () => clearInterval(timer);
  }, [until, isOver, start]);
  return left;
}

/** Never more than the time that has not gone by: a clock that is set back must not make the wait longer. */
function secondsLeft(until: number, start: { left: number; at: number }): number {
  const byClock = until - Date.now();
  if (byClock <= 0) return 0;
  return Math.max(1, Math.ceil(Math.min(byClock, start.left + start.at - performance.now()) / 1000));
}

/** The host signs the user in again; then the same request goes on. */
export function SessionExpired() {
  const { messages } = useTokenwright();
  const isRenewing = useWizardState(selectIsRenewing);
  const texts = messages.wizard.sessionExpired;
  return (
    <Interruption canRetry texts={texts}>
      <p {...part('text')} role="status">
        {isRenewing ? texts.renewing : texts.body}
      </p>
    </Interruption>
  );
}

interface InterruptionProps {
  children: ReactNode;
  canRetry: boolean;
  texts: { retry: string; back: string; leave: string };
}

function Interruption({ children, canRetry, texts }: InterruptionProps) {
  const verbs = useWizardVerbs();
  // With an earlier attempt lost, going back could lead to a second token: then the only other way is out.
  const isUncertain = useWizardState(selectUncertain);
  return (
    <>
      <Callout tone="info">{children}</Callout>
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
