'use client';

import { type Step, selectView, steps } from '@tokenwright/core';
import { useEffect } from 'react';
import { type TokenWizardHandle, useTokenWizard } from './token-wizard-handle.js';

const entry = 'tokenwrightStep';

/**
 * Puts each step into the browser's history, so that Back and Forward move between steps and keep the answers. The address stays as it
 * is, and what a router keeps in the history's state stays as well. Once the token was requested, Back does not lead to a step again.
 * Use it once per page.
 *
 * @param handle The wizard. Default: the one around.
 * @throws {Error} without a handle outside `<CreateTokenWizard.Root>`.
 */
export function useStepHistory(handle?: TokenWizardHandle): void {
  const { actor, verbs } = useTokenWizard(handle);
  useEffect(() => {
    const record = (step: Step, isFirst: boolean) => {
      const known = stepIn(history.state);
      if (known === step) return;
      const state = { ...history.state, [entry]: step };
      if (isFirst || known === undefined) history.replaceState(state, '');
      else history.pushState(state, '');
    };
    const shown = steps.find((step) => step === selectView(actor.getSnapshot()));
    if (shown) record(shown, true);
    const subscription = actor.on('step.entered', ({ step }) => record(step, false));
    const follow = ({ state }: PopStateEvent) => {
      const step = stepIn(state);
      if (step) verbs.goTo(step);
    };
    window.addEventListener('popstate', follow);
    return () => {
      subscription.unsubscribe();
      window.removeEventListener('popstate', follow);
    };
  }, [actor, verbs]);
}

function stepIn(state: unknown): Step | undefined {
  return typeof state === 'object' && state !== null && entry in state
    ? steps.find((step) => step === state[entry])
    : undefined;
}
