'use client';

import type { TokenWizardSnapshot } from '@tokenwright/core';
import { Button, Callout, Heading, levelBelow, SecretReveal, useTokenwright } from '@tokenwright/ui';
import { useEffect, useRef } from 'react';
import { Boundary } from '../parts/boundary.js';
import { part } from '../parts/part.js';
import { usePresentation } from '../parts/presentation.js';
import { selectIsRevoked, useWizardState, useWizardVerbs } from '../parts/use-wizard.js';
import { useTokenWizard } from '../token-wizard-handle.js';
import { useSecret } from '../use-create-token-wizard.js';

const selectIntent = ({ context }: TokenWizardSnapshot) => context.intent;
const selectToken = ({ context: { outcome } }: TokenWizardSnapshot) =>
  outcome?.type === 'created' || outcome?.type === 'createdWithoutSecret' ? outcome.token : null;
const selectIsStored = (snapshot: TokenWizardSnapshot) => snapshot.matches({ flow: { created: 'stored' } });
const selectIsLeaving = (snapshot: TokenWizardSnapshot) => snapshot.matches({ flow: { created: 'confirmingLeave' } });

/** The token exists and its secret is shown, this once. */
export function Created() {
  const { vault } = useTokenWizard();
  const { messages, format } = useTokenwright();
  const { usageExample, envVariable } = usePresentation();
  const verbs = useWizardVerbs();
  const token = useWizardState(selectToken);
  const intent = useWizardState(selectIntent);
  const isStored = useWizardState(selectIsStored);
  const isLeaving = useWizardState(selectIsLeaving);
  const secret = useSecret(vault);
  if (!token || !intent || !secret) return null;
  const example = (shown: string) => usageExample?.(shown, token, intent.request) ?? '';
  return (
    <>
      <p {...part('text')}>{messages.wizard.created.body({ name: intent.request.name }, format)}</p>
      <SecretReveal
        secret={() => secret.reveal()}
        usageExample={example(secret.reveal()) === '' ? undefined : example}
        envVariable={envVariable}
        stored={isStored}
        onStored={verbs.storeSecret}
      />
      {isLeaving ? <LeaveQuestion /> : <DoneAction />}
    </>
  );
}

/**
 * The secret and the way out, when the rest of the page about it cannot be drawn; and where even that fails, plain words: the user
 * must not wait for a secret that never comes.
 */
export function BareSecret({ onRetry }: { onRetry: () => void }) {
  const { vault, report } = useTokenWizard();
  const { messages } = useTokenwright();
  const verbs = useWizardVerbs();
  const isStored = useWizardState(selectIsStored);
  const isLeaving = useWizardState(selectIsLeaving);
  const secret = useSecret(vault);
  const { heading } = usePresentation();
  const { created, secretLost, retry } = messages.wizard.broken;
  const withRetry = (text: string, tone: 'warning' | 'danger', tryAgain: () => void) => (
    <Callout
      tone={tone}
      role="alert"
      actions={
        <Button
          variant="secondary"
          onClick={() => {
            // The button goes away, and may come back as another one.
            heading.current?.focus();
            tryAgain();
          }}
        >
          {retry}
        </Button>
      }
    >
      {text}
    </Callout>
  );
  return (
    <>
      <Boundary name="the secret" report={report} secret fallback={(again) => withRetry(secretLost, 'danger', again)}>
        {withRetry(created, 'warning', onRetry)}
        {secret && <SecretReveal secret={() => secret.reveal()} stored={isStored} onStored={verbs.storeSecret} />}
      </Boundary>
      {isLeaving ? <LeaveQuestion /> : <DoneAction />}
    </>
  );
}

function DoneAction() {
  const { messages } = useTokenwright();
  const { finish } = useWizardVerbs();
  return (
    <div {...part('actions')}>
      <Button variant="primary" onClick={finish}>
        {messages.wizard.actions.done}
      </Button>
    </div>
  );
}

/** Asked when the user is done before the secret is known to be stored. Takes the focus, since Done went away. */
function LeaveQuestion() {
  const { messages } = useTokenwright();
  const { headingLevel, heading } = usePresentation();
  const verbs = useWizardVerbs();
  const question = useRef<HTMLHeadingElement>(null);
  useEffect(() => question.current?.focus(), []);
  const handleDismiss = () => {
    verbs.dismissLeave();
    heading.current?.focus();
  };
  const texts = messages.wizard.confirmLeave;
  return (
    <Callout
      tone="warning"
      actions={
        <>
          <Button variant="secondary" onClick={handleDismiss}>
            {texts.dismiss}
          </Button>
          <Button variant="danger" onClick={verbs.confirmLeave}>
            {texts.confirm}
          </Button>
        </>
      }
    >
      <Heading {...part('question')} level={levelBelow(headingLevel)} ref={question} tabIndex={-1}>
        {texts.title}
      </Heading>
      <p {...part('text')}>{texts.body}</p>
    </Callout>
  );
}

/** Says that the token exists but its secret cannot be shown (any more), or that the token has been revoked since. */
export function CreatedWithoutSecret() {
  const { messages } = useTokenwright();
  const isRevoked = useWizardState(selectIsRevoked);
  return (
    <>
      <Callout tone="warning">{messages.wizard[isRevoked ? 'revoked' : 'createdWithoutSecret'].body}</Callout>
      <DoneAction />
    </>
  );
}
