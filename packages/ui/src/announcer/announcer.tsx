'use client';

import { createContext, type ReactElement, type ReactNode, useCallback, useContext, useMemo, useRef } from 'react';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.js';

type Announce = (text: string) => void;

export interface Announcer {
  /** Says a text once, politely. An empty text takes back what was said. */
  announce: Announce;
  /** To be rendered by the component; null where a provider above already holds the region. */
  region: ReactElement | null;
}

const AnnouncerContext = createContext<Announce | null>(null);

/**
 * One live region for all components below it, so that nothing is said twice.
 * Renders a visually hidden `<span role="status">` after its children.
 */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const { announce, region } = useOwnRegion();
  return (
    <AnnouncerContext.Provider value={announce}>
      {children}
      {region}
    </AnnouncerContext.Provider>
  );
}

/** Speaks through the nearest {@link AnnouncerProvider}, or else through a region of the component's own. */
export function useAnnouncer(): Announcer {
  const shared = useContext(AnnouncerContext);
  const own = useOwnRegion();
  return shared ? { announce: shared, region: null } : own;
}

function useOwnRegion(): { announce: Announce; region: ReactElement } {
  const ref = useRef<HTMLSpanElement>(null);
  const announce = useCallback<Announce>((text) => {
    if (ref.current) say(ref.current, text);
  }, []);
  const region = useMemo(() => <VisuallyHidden ref={ref} role="status" />, []);
  return { announce, region };
}

/** Screen readers speak when the text of a lasting region changes, so a repeated text must differ by something unheard. */
function say(region: HTMLElement, text: string): void {
  region.textContent = text !== '' && region.textContent === text ? `${text}\u00A0` : text;
}
