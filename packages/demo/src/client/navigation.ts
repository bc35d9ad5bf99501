import { type MouseEvent, useSyncExternalStore } from 'react';

/** The path of the page's address, followed as the user moves through the page and its history. */
export function usePath(): string {
  return useSyncExternalStore(onMove, () => window.location.pathname);
}

/** Goes to another address of this page without loading it anew. */
export function navigate(path: string): void {
  window.history.pushState(null, '', path);
  for (const listener of listeners) listener();
}

/** Makes a link stay within the page, unless the user asked for a new tab, a new window or a download. */
export function followLink(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  navigate(event.currentTarget.pathname);
}

const listeners = new Set<() => void>();

function onMove(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
