'use client';

import type { Step } from '@tokenwright/core';
import { Button, Spinner, useTokenwright } from '@tokenwright/ui';
import { Created, CreatedWithoutSecret } from '../outcome/created.js';
import { RateLimited, SessionExpired } from '../outcome/interruption.js';
import { Question } from '../outcome/question.js';
import { UnknownOutcome } from '../outcome/unknown-outcome.js';
import { ContactStep } from '../steps/contact-step.js';
import { ReviewStep } from '../steps/review-step.js';
import { ScopesStep } from '../steps/scopes-step.js';
import { SetupStep } from '../steps/setup-step.js';
import { DraftNotice } from './draft-notice.js';
import { Guard } from './guard.js';
import { part } from './part.js';
import { usePresentation } from './presentation.js';
import { useShownView, useWizardVerbs } from './use-wizard.js';

/**
 * Represents what the wizard asks or tells now: a step, or what became of the token.
 * Renders a `<div>`.
 */
export function Body() {
  const { classNames } = usePresentation();
  const view = useShownView();
  return (
    <div {...part('body')} className={classNames.body}>
      {/* By its key, another view starts whole: what is wrong with one step does not keep the user from the others. */}
      <Guard key={view} name={view} showsSecret>
        <View />
      </Guard>
    </div>
  );
}

const stepViews = { setup: SetupStep, contact: ContactStep, scopes: ScopesStep, create: ReviewStep } as const;

function StepView({ step }: { step: Step }) {
  const Shown = stepViews[step];
  return <Shown />;
}

function View() {
  const { messages } = useTokenwright();
  const { confirmLeave, dismissLeave, restart } = useWizardVerbs();
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
      return (
        <>
          <DraftNotice />
          <UnknownOutcome />
        </>
      );
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
      return (
        <>
          <p {...part('text')}>{messages.wizard[view].body}</p>
          <div {...part('actions')}>
            <Button variant="secondary" onClick={restart}>
              {messages.wizard[view].restart}
            </Button>
          </div>
        </>
      );
  }
}
