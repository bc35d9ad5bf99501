'use client';

import { type ComponentType, useEffect, useSyncExternalStore } from 'react';
import type { SelectControlProps } from './select-contract.js';

type Control = ComponentType<SelectControlProps>;

let loaded: Control | undefined;
const waiting = new Set<() => void>();

/** Fetches the list that we draw, unless the page refuses what it needs. */
export async function loadRadixSelect(): Promise<void> {
  if (refusesHtml()) return;
  const { RadixSelect } = await import('./radix-select.js');
  loaded = RadixSelect;
  for (const tell of waiting) tell();
}

/**
 * The list that we draw, fetched when one is first wanted, so that a host whose selects are native never pays for it.
 * Undefined until it is there, on a server, and where it cannot be had.
 */
export function useRadixSelect(isWanted: boolean): Control | undefined {
  const control = useSyncExternalStore(subscribe, current, onServer);
  useEffect(() => {
    // Without it, the browser's own list does.
    if (isWanted && !loaded) loadRadixSelect().catch(() => undefined);
  }, [isWanted]);
  return isWanted ? control : undefined;
}

function subscribe(tell: () => void): () => void {
  waiting.add(tell);
  return () => waiting.delete(tell);
}

function current(): Control | undefined {
  return loaded;
}

function onServer(): undefined {
  return undefined;
}

/**
 * Whether the page's Trusted Types refuse the `<style>` that Radix Select writes as HTML. It would take the host's whole
 * React root down (radix-ui/primitives#3117).
 */
function refusesHtml(): boolean {
  if (!('trustedTypes' in globalThis)) return false;
  try {
    document.createElement('template').innerHTML = '<i></i>';
    return false;
  } catch {
    return true;
  }
}
