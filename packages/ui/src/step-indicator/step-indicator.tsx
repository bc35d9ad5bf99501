'use client';

import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { drawIcon } from '../icon/icon.js';
import { englishStepIndicator } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.js';

const ownWords = { stepIndicator: englishStepIndicator };

const part = anatomy('step-indicator');

export interface StepIndicatorStep {
  id: string;
  label: string;
  state: 'complete' | 'current' | 'upcoming';
  /** Whether the user may go there now. */
  available: boolean;
}

export interface StepIndicatorProps extends Omit<ComponentPropsWithoutRef<'nav'>, 'children'> {
  /** The steps in their order. One of them is current. */
  steps: readonly StepIndicatorStep[];
  /** The user asks for an available step. A method, so that an owner whose ids are a union may say so: no other id comes. */
  onStepSelect(id: string): void;
}

/**
 * How far the user is, and the way back to finished steps. Where there is little room, the current step is told in words.
 * Renders a `<nav>` with an `<ol>`.
 */
export const StepIndicator = forwardRef<HTMLElement, StepIndicatorProps>(function StepIndicator(
  { steps, onStepSelect, ...rest },
  ref,
) {
  const { messages, format } = useWords(ownWords);
  const { label, position } = messages.stepIndicator;
  const current = steps.findIndex(({ state }) => state === 'current');
  return (
    <nav {...part('root')} aria-label={label} {...rest} ref={ref}>
      <ol {...part('list')}>
        {steps.map((step, index) => (
          <li
            {...part('step')}
            key={step.id}
            data-state={step.state}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            {step.available ? (
              <button {...part('link')} data-state={step.state} type="button" onClick={() => onStepSelect(step.id)}>
                <StepName step={step} number={index + 1} />
              </button>
            ) : (
              <span {...part('link')} data-state={step.state}>
                <StepName step={step} number={index + 1} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {/* The list says the same to those who hear it. */}
      <p {...part('position')} aria-hidden="true">
        {position({ current: current + 1, total: steps.length, label: steps[current]?.label ?? '' }, format)}
      </p>
    </nav>
  );
});

function StepName({ step: { label, state }, number }: { step: StepIndicatorStep; number: number }) {
  const { messages, format } = useWords(ownWords);
  return (
    <>
      <span {...part('marker')} data-state={state} aria-hidden="true">
        {state === 'complete' ? drawIcon('check') : format.number(number)}
      </span>
      <VisuallyHidden>{`${messages.stepIndicator[state]} `}</VisuallyHidden>
      <bdi {...part('label')}>{label}</bdi>
    </>
  );
}
