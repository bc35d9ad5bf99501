'use client';

import { type FocusEvent, useEffect, useRef } from 'react';

interface Trail {
  focused: HTMLElement | null;
  before: HTMLElement | null;
}

/**
 * Keeps the focus inside when what has it goes: it returns to what had it before, or else to the fallback. A keyboard user
 * would be thrown back to the start of the page (WCAG 2.4.3).
 *
 * @returns What the element around needs.
 */
export function useKeptFocus(fallback: { readonly current: HTMLElement | null }) {
  const trail = useRef<Trail>({ focused: null, before: null });
  useEffect(() => {
    const { focused, before } = trail.current;
    if (!focused || isShown(focused)) return;
    trail.current = { focused: null, before: null };
    (before && isShown(before) ? before : fallback.current)?.focus();
  });
  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      trail.current = { ...trail.current, focused: target };
    },
    onBlur: ({ target }: FocusEvent<HTMLElement>) => {
      trail.current = { focused: null, before: target };
    },
  };
}

function isShown(element: HTMLElement): boolean {
  return element.isConnected && !element.closest('[hidden]');
}
