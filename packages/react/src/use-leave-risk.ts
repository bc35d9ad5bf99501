'use client';

import { type LeaveRisk, selectLeaveRisk, type TokenWizardSnapshot } from '@tokenwright/core';
import { type RefObject, useEffect, useRef } from 'react';
import { callHost } from './host-callbacks.js';
import type { CreateTokenWizardOptions } from './options.js';
import { type TokenWizardHandle, useTokenWizard, useTokenWizardSelector } from './token-wizard-handle.js';

/**
 * What would be lost if the user left now, for the guard of a router: `'secret'` while the secret is shown and not known to
 * be stored, `'outcome'` while nobody knows what became of a request, `'answers'` once something was entered that no draft
 * keeps, else null.
 * Inside `<CreateTokenWizard.Root>` it needs no handle. It works with any router: React Router takes
 * `useBlocker(useLeaveRisk() === 'secret')`, and with Next a link asks it in its `onNavigate`.
 *
 * The browser's own way of leaving (closing the tab, reloading) is guarded by the wizard itself while the secret is at risk, and
 * while `draftStorage` rejects what the user enters.
 *
 * @param handle The wizard. Default: the one around.
 * @throws {Error} without a handle outside `<CreateTokenWizard.Root>`.
 */
export function useLeaveRisk(handle?: TokenWizardHandle): LeaveRisk | null {
  return useTokenWizardSelector(useTokenWizard(handle), selectLeaveRisk);
}

/** Returns whether the browser asks before the page goes: while the secret, or what should be in a draft and is not, would be lost. */
function selectIsAsking(snapshot: TokenWizardSnapshot): boolean {
  const risk = selectLeaveRisk(snapshot);
  return risk === 'secret' || (risk !== null && snapshot.context.draft === 'unsaved');
}

/** Reports to the host what is at risk, which is nothing once the wizard is off the page, and lets the browser ask. */
export function useLeaveGuard(
  { actor, report }: TokenWizardHandle,
  host: { readonly current: Pick<CreateTokenWizardOptions, 'onLeaveRiskChange'> },
): void {
  const known = useRef<LeaveRisk | null>(null);
  useEffect(() => {
    // Of its own, because another wizard on the page must not take it away.
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    const tell = (risk: LeaveRisk | null, isAsking: boolean) => {
      // Only as long as it is needed, for it keeps the page out of the back-forward cache of some browsers.
      if (isAsking) window.addEventListener('beforeunload', guard);
      else window.removeEventListener('beforeunload', guard);
      if (risk === known.current) return;
      known.current = risk;
      callHost({ onError: report }, () => host.current.onLeaveRiskChange?.(risk));
    };
    const follow = () => tell(selectLeaveRisk(actor.getSnapshot()), selectIsAsking(actor.getSnapshot()));
    const subscription = actor.subscribe(follow);
    follow();
    return () => {
      subscription.unsubscribe();
      // A guard of the host's that outlives the wizard must not go on asking.
      tell(null, false);
    };
  }, [actor, report, host]);
}

/** Lets the browser also ask in the window that shows the wizard, when that is a pop-up or a frame of the page that runs it. */
export function useLeaveGuardWhereShown(element: RefObject<HTMLElement | null>): void {
  const isAtRisk = useTokenWizardSelector(useTokenWizard(), selectIsAsking);
  useEffect(() => {
    const view = element.current?.ownerDocument.defaultView;
    if (!isAtRisk || !view || view === window) return;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    view.addEventListener('beforeunload', guard);
    return () => view.removeEventListener('beforeunload', guard);
  }, [isAtRisk, element]);
}
