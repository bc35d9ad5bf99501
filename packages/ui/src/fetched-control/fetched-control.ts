'use client';

import { type ComponentType, useEffect, useSyncExternalStore } from 'react';
import { useReport } from '../provider/tokenwright-provider.js';

/** A control whose library is large and not always needed. */
export interface FetchedControl<Props> {
  /** Loads it. Rejects the first time that it cannot be loaded. */
  load: () => Promise<void>;
  /** Undefined while it is loading, null while it cannot be had. */
  current: () => ComponentType<Props> | null | undefined;
  subscribe: (tell: () => void) => () => void;
}

/** A control that takes longer counts as missing until it arrives. In milliseconds. */
const longestLoad = 5000;

/** @param fetch Loads the control; undefined where the page cannot have it. */
export function fetchedControl<Props>(fetch: () => Promise<ComponentType<Props> | undefined>): FetchedControl<Props> {
  let control: ComponentType<Props> | null | undefined;
  const waiting = new Set<() => void>();
  const settle = (found: ComponentType<Props> | null) => {
    control ||= found;
    for (const tell of waiting) tell();
  };
  return {
    async load() {
      if (control) return;
      const isFirst = control === undefined;
      const timer = setTimeout(settle, longestLoad, null);
      try {
        settle((await fetch()) ?? null);
      } catch (cause) {
        settle(null);
        const message = 'Tokenwright: a control could not be loaded. A plain one is used until it can be.';
        if (isFirst) throw new Error(message, { cause });
      } finally {
        clearTimeout(timer);
      }
    },
    current: () => control,
    subscribe(tell) {
      waiting.add(tell);
      return () => waiting.delete(tell);
    },
  };
}

/**
 * Returns the control, and loads it when it is first needed. Undefined while it is loading and on a server; null while it cannot be
 * had: it is then asked for again whenever the focus moves.
 */
export function useFetchedControl<Props>(
  { load, current, subscribe }: FetchedControl<Props>,
  isWanted: boolean,
): ComponentType<Props> | null | undefined {
  const report = useReport();
  const control = useSyncExternalStore(subscribe, current, notOnServer);
  useEffect(() => {
    if (!isWanted || control) return undefined;
    const ask = () => void load().catch(report);
    if (control === undefined) ask();
    else document.addEventListener('focusin', ask);
    return () => document.removeEventListener('focusin', ask);
  }, [load, report, control, isWanted]);
  return isWanted ? control : undefined;
}

function notOnServer(): undefined {
  return undefined;
}
