'use client';

import type { ScopeNotice } from '@tokenwright/core';
import { useEffect, useRef } from 'react';
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

/**
 * Says what a search led to, once the user pauses.
 *
 * @param asked Tells one question from the next, so that the same answer is said again; empty when nothing is asked.
 */
export function useAnnouncedAnswer(asked: string, answer: string, announce: (text: string) => void): void {
  const say = useStableCallback(() => announce(answer));
  useEffect(() => {
    if (asked === '') return;
    const timer = setTimeout(say, typingPause);
    return () => clearTimeout(timer);
  }, [asked, say]);
}
