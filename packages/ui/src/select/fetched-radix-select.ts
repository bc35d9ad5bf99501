'use client';

import { fetchedControl } from '../fetched-control/fetched-control.js';
import type { SelectControlProps } from './select-contract.js';

/** The list that we draw, so that a host whose selects are native never pays for it. */
export const radixSelect = /*#__PURE__*/ fetchedControl<SelectControlProps>(async () =>
  refusesHtml() ? undefined : (await import('./radix-select.js')).RadixSelect,
);

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
