'use client';

import type { Step } from '@tokenwright/core';
import { Button, Callout, Spinner, useTokenwright } from '@tokenwright/ui';
import { BareSecret, Created, CreatedWithoutSecret } from '../outcome/created.js';
import { RateLimited, SessionExpired } from '../outcome/interruption.js';
import { Question } from '../outcome/question.js';
import { UnknownOutcome } from '../outcome/unknown-outcome.js';
import { ContactStep } from '../steps/contact-step.js';
import { ReviewStep } from '../steps/review-step.js';
import { ScopesStep } from '../steps/scopes-step.js';
import { SetupStep } from '../steps/setup-step.js';
import { useTokenWizard } from '../token-wizard-handle.js';
import { Boundary } from './boundary.js';
import { DraftNotice } from './draft-notice.js';
import { part } from './part.js';
import { usePresentation } from './presentation.js';
import { useShownView, useWizardVerbs } from './use-wizard.js';

/**
 * Represents what the wizard asks or tells now: a step, or what became of the token.
 * Renders a `<div>`.
 */
export function Body() {
  const { classNames } = usePresentation();
  const { report } = useTokenWizard();
  const view = useShownView();
  return (
    <div {...part('body')} className={classNames.body}>
      {/* By its key, another view starts whole: what is wrong with one step does not keep the user from the others. */}
      <Boundary
        key={view}
        name={view}
        report={report}
        secret={view === 'created'}
        fallback={(retry) => (view === 'created' ? <BareSecret onRetry={retry} /> : <Broken onRetry={retry} />)}
      >
        <View />
      </Boundary>
    </div>
  );
}

/** A view that could not be drawn. The ways to other steps stand outside of it. */
function Broken({ onRetry }: { onRetry: () => void }) {
  const { messages } = useTokenwright();
  const { heading } = usePresentation();
  const { body, retry } = messages.wizard.broken;
  const handleRetry = () => {
    // The button goes away, and may come back as another one.
    heading.current?.focus();
    onRetry();
  };
  return (
    <Callout
      tone="danger"
      role="alert"
      actions={
        <Button variant="secondary" onClick={handleRetry}>
          {retry}
        </Button>
      }
    >
      {body}
    </Callout>
  );
}

const stepViews = { setup: SetupStep, contact: ContactStep, scopes: ScopesStep, create: ReviewStep } as const;

function StepView({ step }: { step: Step }) {
  const Shown = stepViews[step];
  return <Shown />;
}

function View() {
  const { messages } = useTokenwright();
  const { confirmLeave, dismissLeave } = useWizardVerbs();
  const view = useShownView();
  switch (view) {
    case 'preparing':
      return <Spinner />;
    case 'setup':
    case 'contact':
    case 'scopes':
    case 'create':
      return (
        <>
          <DraftNotice />
          <StepView step={view} />
        </>
      );
    case 'confirmingCancel':
      return <Question messages={messages.wizard.confirmCancel} onConfirm={confirmLeave} onDismiss={dismissLeave} />;
    case 'confirmingStartOver':
      return <Question messages={messages.wizard.confirmStartOver} onConfirm={confirmLeave} onDismiss={dismissLeave} />;
    case 'unknownOutcome':
      return <UnknownOutcome />;
    case 'rateLimited':
      return <RateLimited />;
    case 'sessionExpired':
      return <SessionExpired />;
    case 'created':
      return <Created />;
    case 'createdWithoutSecret':
      return <CreatedWithoutSecret />;
    case 'finished':
    case 'cancelled':
      return <p {...part('text')}>{messages.wizard[view].body}</p>;
  }
}
