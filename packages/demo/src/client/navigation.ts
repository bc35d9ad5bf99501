import { type MouseEvent, useEffect, useSyncExternalStore } from 'react';

/** The path of the page's address, followed as the user moves through the page and its history. */
export function usePath(): string {
  return useSyncExternalStore(onMove, () => window.location.pathname);
}

/** Goes to another address of this page without loading it again. */
export function navigate(path: string): void {
  window.history.pushState(null, '', path);
  for (const listener of listeners) listener();
}

/** Makes a link stay within the page, unless the user asked for a new tab, a new window or a download. */
export function followLink(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const { pathname } = event.currentTarget;
  if (guard) guard.ask(() => navigate(pathname));
  else navigate(pathname);
}

/**
 * Holds up a user who leaves the view by a link, or by Back and Forward. The browser itself asks those who close or reload the page.
 *
 * @param ask Gets what takes the user to where they wanted to go. Null lets them go at once.
 */
export function useNavigationGuard(ask: Guard['ask'] | null): void {
  useEffect(() => {
    guard = ask && { ask, path: window.location.pathname };
    return () => {
      guard = null;
    };
  }, [ask]);
}

interface Guard {
  ask: (leave: () => void) => void;
  /** Of the view that is not to be left unasked. */
  path: string;
}

let guard: Guard | null = null;

const listeners = new Set<() => void>();

function onMove(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', moveThroughHistory);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', moveThroughHistory);
  };
}

function moveThroughHistory(): void {
  if (guard) {
    const { pathname } = window.location;
    // The browser cannot be kept from it: it has moved, so the address of what is still shown is put back.
    window.history.pushState(null, '', guard.path);
    guard.ask(() => navigate(pathname));
    return;
  }
  for (const listener of listeners) listener();
}
