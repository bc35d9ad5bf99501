'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTokenWizard } from '../token-wizard-handle.js';
import { usePresentation } from './presentation.js';
import { useShownView } from './use-wizard.js';

const acts = ['click', 'input', 'keydown'] as const;

/**
 * Moves the focus when the element that had it may be gone (WCAG 2.4.3): to the reason each time Next or Create is refused, and to
 * the heading whenever something else is shown, even if a summary comes back with it. It takes no focus on a page that the user has
 * not used yet, nor from any other part of the page.
 *
 * @param root The wizard's element.
 */
export function useFocus(root: RefObject<HTMLElement | null>): void {
  const { actor } = useTokenWizard();
  const { heading, summary, conflict } = usePresentation();
  const view = useShownView();
  const [refusals, setRefusals] = useState(0);
  const seen = useRef({ view, refusals });
  const isUsed = useRef(false);
  useEffect(() => {
    const element = root.current;
    const note = () => {
      isUsed.current = true;
    };
    // A kept page that is shown again is a new page for the user.
    isUsed.current = false;
    for (const act of acts) element?.addEventListener(act, note, true);
    const subscription = actor.on('step.refused', () => setRefusals((count) => count + 1));
    return () => {
      for (const act of acts) element?.removeEventListener(act, note, true);
      subscription.unsubscribe();
    };
  }, [actor, root]);
  useEffect(() => {
    const last = seen.current;
    seen.current = { view, refusals };
    if (!isUsed.current || !root.current || isFocusElsewhere(root.current)) return;
    if (refusals !== last.refusals) (summary.current ?? conflict.current ?? heading.current)?.focus();
    else if (view !== last.view) heading.current?.focus();
  }, [view, refusals, root, heading, summary, conflict]);
}

/** Whether another part of the page has the focus. An element around the wizard, such as a dialog or the body, is none. */
function isFocusElsewhere(element: Element): boolean {
  // Read as members, because the wizard may be in another window, with constructors of its own.
  const root: Node & Partial<Pick<ShadowRoot, 'activeElement' | 'host'>> = element.getRootNode();
  const { activeElement, host } = root;
  if (activeElement) return !activeElement.contains(element) && !element.contains(activeElement);
  return host !== undefined && isFocusElsewhere(host);
}
