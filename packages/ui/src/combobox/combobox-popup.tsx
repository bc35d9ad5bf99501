'use client';

import { type ReactNode, type Ref, useEffect, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { anatomy } from '../anatomy/anatomy.js';
import { useSurroundings } from '../provider/tokenwright-provider.js';

const part = anatomy('combobox');

/** Between the box and the list, and between the list and the edge of the screen. In CSS pixels. */
const gap = 4;
/** A list lower than this is of no use, and rather stands over the edge. In CSS pixels. */
const leastHeight = 96;

interface ComboboxPopupProps {
  /** To be set and read: React 18 and 19 have no one name for the type of that. */
  popup: Ref<HTMLDivElement> & { readonly current: HTMLDivElement | null };
  /** What it opens from. */
  anchor: { readonly current: HTMLElement | null };
  children: ReactNode;
}

/** What opens at a box: below it or, where there is more room, above it. In place, or where the provider says. */
export function ComboboxPopup({ popup, anchor, children }: ComboboxPopupProps) {
  const { dir, portalContainer } = useSurroundings();
  // After every render, for its height changes with what it lists.
  useLayoutEffect(() => {
    place(popup.current, anchor.current);
  });
  useEffect(() => {
    const handleMove = ({ target }: Event) => {
      if (!(target instanceof Node && popup.current?.contains(target))) place(popup.current, anchor.current);
    };
    const { visualViewport } = window;
    // Scrolling does not bubble, and it may be any box around us that scrolls.
    document.addEventListener('scroll', handleMove, true);
    window.addEventListener('resize', handleMove);
    visualViewport?.addEventListener('resize', handleMove);
    return () => {
      document.removeEventListener('scroll', handleMove, true);
      window.removeEventListener('resize', handleMove);
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

/** Sets by script what no stylesheet can know. A policy against inline styles allows that (CSP level 3, §8.2.2). */
function place(popup: HTMLElement | null, anchor: HTMLElement | null): void {
  if (!popup || !anchor) return;
  const { style } = popup;
  const box = anchor.getBoundingClientRect();
  // An on-screen keyboard takes from the visual viewport alone.
  const { offsetTop: top, height } = window.visualViewport ?? { offsetTop: 0, height: window.innerHeight };
  style.inlineSize = `${box.width}px`;
  style.translate = 'none';
  style.removeProperty('--_room');
  // Where an ancestor with a transform puts what is fixed is only known by looking.
  const natural = popup.getBoundingClientRect();
  const below = top + height - box.bottom - 2 * gap;
  const above = box.top - top - 2 * gap;
  const isBelow = natural.height <= below || below >= above;
  const room = Math.max(isBelow ? below : above, leastHeight);
  const y = isBelow ? box.bottom + gap : box.top - gap - Math.min(natural.height, room);
  style.setProperty('--_room', `${room}px`);
  style.translate = `${box.left - natural.left}px ${y - natural.top}px`;
}
