'use client';

import { type RefObject, useLayoutEffect } from 'react';

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
