'use client';

import { useEffect, useRef, useState } from 'react';
import { useTokenWizard } from '../token-wizard-handle.js';
import { usePresentation } from './presentation.js';
import { useShownView } from './use-wizard.js';

/**
 * Leads the focus on when what had it may be gone (WCAG 2.4.3): to the reason each time Next or Create is refused, and to
 * the heading whenever something else is shown, even if a summary comes back with it.
 */
export function useFocus(): void {
  const { actor } = useTokenWizard();
  const { heading, summary, conflict } = usePresentation();
  const view = useShownView();
  const [refusals, setRefusals] = useState(0);
  // Not on the first view: a wizard embedded in a page must not take the focus when the page loads.
  const seen = useRef({ view, refusals });
  useEffect(() => {
    const subscription = actor.on('step.refused', () => setRefusals((count) => count + 1));
    return () => subscription.unsubscribe();
  }, [actor]);
  useEffect(() => {
    const last = seen.current;
    seen.current = { view, refusals };
    if (refusals !== last.refusals) (summary.current ?? conflict.current ?? heading.current)?.focus();
    else if (view !== last.view) heading.current?.focus();
  }, [view, refusals, heading, summary, conflict]);
}
