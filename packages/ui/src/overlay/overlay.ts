'use client';

import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { useStableCallback } from '../stable-callback/use-stable-callback.js';

// One module for both, so that the lists that are loaded when they are needed share no chunk of a few bytes.

/**
 * Escape closes what is open in an element, and nothing around it, while the focus is in that element.
 * Dialogs listen on the document in the capture phase, before React: only the window comes before them.
 */
export function useEscapeKey(element: RefObject<HTMLElement | null>, isOpen: boolean, onEscape: () => void): void {
  const close = useStableCallback(onEscape);
  useEffect(() => {
    const view = element.current?.ownerDocument.defaultView;
    if (!isOpen || !view) return;
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !hasFocus(element.current)) return;
      event.stopPropagation();
      // The Escape that ends a composition is the input method's. Safari marks it by the key code alone.
      if (event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      close();
    };
    view.addEventListener('keydown', handleKeyDown, true);
    return () => view.removeEventListener('keydown', handleKeyDown, true);
  }, [element, isOpen, close]);
}

/** Seen from the element's own tree, which may be a closed shadow tree. */
function hasFocus(element: HTMLElement | null): boolean {
  const tree: (Node & Partial<DocumentOrShadowRoot>) | undefined = element?.getRootNode();
  return element?.contains(tree?.activeElement ?? null) ?? false;
}

/**
 * Shows an element as a manual popover above everything else in its document, for as long as it is rendered. There, no box cuts
 * it, no transform moves it, and it lies above a dialog although it is inside that.
 * Browsers before 2024 have no top layer and leave it where it is.
 */
export function useTopLayer(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const layer = element.current;
    if (!layer?.isConnected || !('showPopover' in layer)) return;
    // Not an attribute in JSX: the types of React 18 do not know it.
    layer.popover = 'manual';
    layer.showPopover();
    return () => layer.hidePopover();
  }, [element]);
}
