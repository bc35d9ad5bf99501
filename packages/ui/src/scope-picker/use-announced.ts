'use client';

import type { ScopeNotice } from '@tokenwright/core';
import { useEffect, useRef } from 'react';
import { useTokenwright } from '../provider/tokenwright-provider.js';
import { useStableCallback } from '../stable-callback/use-stable-callback.js';

/** Long enough to be done with a word, so that not every key is answered. In milliseconds. */
const typingPause = 500;

/** Says new notices once. Those that were there from the start are read with the page. */
export function useAnnouncedNotices(
  notices: readonly ScopeNotice[],
  texts: readonly string[],
  announce: (text: string) => void,
): void {
  const said = useRef(notices);
  const say = useStableCallback(() => announce(texts.join(' ')));
  useEffect(() => {
    if (said.current === notices) return;
    said.current = notices;
    if (notices.length > 0) say();
  }, [notices, say]);
}

/** Says how many scopes a search found, once the user pauses. */
export function useAnnouncedCount(count: number | null, query: string, announce: (text: string) => void): void {
  const { messages, format } = useTokenwright();
  const { matches, noMatches } = messages.scopePicker;
  useEffect(() => {
    if (count === null) return;
    const text = count > 0 ? matches({ count }, format) : noMatches({ query: query.trim() }, format);
    const timer = setTimeout(() => announce(text), typingPause);
    return () => clearTimeout(timer);
  }, [count, query, matches, noMatches, announce, format]);
}
