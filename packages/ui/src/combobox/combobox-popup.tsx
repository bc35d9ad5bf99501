'use client';

import { type ReactNode, type Ref, useEffect, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { anatomy } from '../anatomy/anatomy.js';
import { useTopLayer } from '../overlay/overlay.js';
import { useSurroundings } from '../provider/tokenwright-provider.js';

const part = anatomy('combobox');

/** Between the box and the list, and between the list and the edge of the screen. In CSS pixels. */
const gap = 4;
/** A list lower than this is of no use, and is rather shown over the edge. In CSS pixels. */
const leastHeight = 96;

interface ComboboxPopupProps {
  /** To be set and read: React 18 and 19 have no one name for the type of that. */
  popup: Ref<HTMLDivElement> & { readonly current: HTMLDivElement | null };
  /** What it opens from. */
  anchor: { readonly current: HTMLElement | null };
  /** What its height depends on: it is placed again when that changes. */
  size: string;
  children: ReactNode;
}

/** What opens at a box: below it or, where there is more room, above it. In place, or where the provider says. */
export function ComboboxPopup({ popup, anchor, size, children }: ComboboxPopupProps) {
  const { dir, portalContainer } = useSurroundings();
  useTopLayer(popup);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the size is measured.
  useLayoutEffect(() => {
    place(popup.current, anchor.current);
  }, [popup, anchor, size]);
  useEffect(() => {
    const element = popup.current;
    const view = element?.ownerDocument.defaultView;
    if (!element || !view) return;
    const { document, visualViewport } = view;
    const handleMove = (event: Event) => {
      // Not when it is the list itself that scrolls.
      if (!event.composedPath().includes(element)) place(element, anchor.current);
    };
    // Scrolling does not bubble, and it may be any box around us that scrolls.
    document.addEventListener('scroll', handleMove, true);
    view.addEventListener('resize', handleMove);
    visualViewport?.addEventListener('resize', handleMove);
    // The scroll lock of a dialog would stop what it does not find inside the dialog.
    element.addEventListener('wheel', stopPropagation);
    element.addEventListener('touchmove', stopPropagation);
    return () => {
      document.removeEventListener('scroll', handleMove, true);
      view.removeEventListener('resize', handleMove);
      visualViewport?.removeEventListener('resize', handleMove);
    };
  }, [popup, anchor]);
  const content = (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press anywhere on it is to do nothing, which is all it hears of.
    <div
      {...part('content')}
      data-tokenwright=""
      // In a container of the host's it would take the direction of that.
      dir={dir}
      ref={popup}
      // The focus stays in the box, also when it is the scroll bar that is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
  return portalContainer ? createPortal(content, portalContainer) : content;
}

function stopPropagation(event: Event): void {
  event.stopPropagation();
}

/** Sets by script what no stylesheet can know. A policy against inline styles allows that (CSP level 3, §8.2.2). */
function place(popup: HTMLElement | null, anchor: HTMLElement | null): void {
  if (!popup || !anchor) return;
  const { style } = popup;
  const view = popup.ownerDocument.defaultView ?? window;
  const box = anchor.getBoundingClientRect();
  // An on-screen keyboard takes from the visual viewport alone.
  const { offsetTop: top, height } = view.visualViewport ?? { offsetTop: 0, height: view.innerHeight };
  style.inlineSize = `${box.width}px`;
  style.translate = 'none';
  style.removeProperty('--_room');
  // Where an ancestor puts what is fixed, and how CSS zoom or a transform scales what is written here, is only known by looking.
  const natural = popup.getBoundingClientRect();
  const scale = natural.width / box.width || 1;
  const below = top + height - box.bottom - 2 * gap;
  const above = box.top - top - 2 * gap;
  const isBelow = natural.height <= below || below >= above;
  const room = Math.max(isBelow ? below : above, leastHeight);
  style.inlineSize = `${box.width / scale}px`;
  style.setProperty('--_room', `${room / scale}px`);
  const y = isBelow ? box.bottom + gap : box.top - gap - popup.getBoundingClientRect().height;
  style.translate = `${(box.left - natural.left) / scale}px ${(y - natural.top) / scale}px`;
}
