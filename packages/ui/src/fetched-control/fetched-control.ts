'use client';

import { type ComponentType, useEffect, useSyncExternalStore } from 'react';

/** A control whose library is large and not always needed. */
export interface FetchedControl<Props> {
  /** Fetches it, once. */
  load: () => Promise<void>;
  /** Undefined until it is there. */
  current: () => ComponentType<Props> | undefined;
  subscribe: (tell: () => void) => () => void;
}

/** @param fetch Brings the control; undefined where the page cannot have it. */
export function fetchedControl<Props>(fetch: () => Promise<ComponentType<Props> | undefined>): FetchedControl<Props> {
  let control: ComponentType<Props> | undefined;
  const waiting = new Set<() => void>();
  return {
    async load() {
      if (control) return;
      control = await fetch();
      for (const tell of waiting) tell();
    },
    current: () => control,
    subscribe(tell) {
      waiting.add(tell);
      return () => waiting.delete(tell);
    },
  };
}

/** The control, fetched when it is first wanted. Undefined until it is there, on a server, and where it cannot be had. */
export function useFetchedControl<Props>(
  { load, current, subscribe }: FetchedControl<Props>,
  isWanted: boolean,
): ComponentType<Props> | undefined {
  const control = useSyncExternalStore(subscribe, current, notOnServer);
  useEffect(() => {
    // What stands in for it stays if it does not come.
    if (isWanted) load().catch(() => undefined);
  }, [load, isWanted]);
  return isWanted ? control : undefined;
}

function notOnServer(): undefined {
  return undefined;
}
