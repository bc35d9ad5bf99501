'use client';

import { type StepStatus, selectStepStatuses, type WizardView } from '@tokenwright/core';
import { StepIndicator, useTokenwright } from '@tokenwright/ui';
import { useTokenWizard, useTokenWizardSelector } from '../token-wizard-handle.js';
import { Guard } from './guard.js';
import { usePresentation } from './presentation.js';
import { useWizardView } from './use-wizard.js';

/**
 * Represents the way through the wizard: which steps there are, are done and can be gone to.
 * Renders a `<nav>`, and nothing once the token exists.
 */
export function Steps() {
  return (
    <Guard name="steps">
      <OwnSteps />
    </Guard>
  );
}

function OwnSteps() {
  const handle = useTokenWizard();
  const { messages } = useTokenwright();
  const { classNames } = usePresentation();
  const view = useWizardView();
  const steps = useTokenWizardSelector(handle, selectStepStatuses, areSameSteps);
  if (isOver(view)) return null;
  return (
    <StepIndicator
      className={classNames.steps}
      steps={steps.map((step) => ({ ...step, label: messages.wizard.steps[step.id].name }))}
      onStepSelect={handle.verbs.goTo}
    />
  );
}

function areSameSteps(a: readonly StepStatus[], b: readonly StepStatus[]): boolean {
  return a.every((step, position) => step.state === b[position]?.state && step.available === b[position]?.available);
}

function isOver(view: WizardView): boolean {
  return view === 'created' || view === 'createdWithoutSecret' || view === 'finished' || view === 'cancelled';
}
