'use client';

import type { Contact } from '@tokenwright/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { searchWords } from '../scope-search/scope-search.js';
import { type ContactSearch, findContacts } from './contact-search.js';

/** How long the user must pause before the host is asked, so that not every key is a request. In milliseconds. */
const askingPause = 250;

export interface ContactMatches {
  /** Whether `contacts` are the answer to the query; while they are not, there are none. */
  status: 'found' | 'searching' | 'failed';
  contacts: readonly Contact[];
  retry: () => void;
}

interface Question {
  query: string;
}

const nobody: readonly Contact[] = [];

/**
 * Who matches what was typed: among the contacts, or as the host's own search finds. Only the answer to the last question
 * counts, whenever it comes.
 */
export function useContactMatches(
  contacts: readonly Contact[],
  query: string,
  onSearch: ContactSearch | undefined,
): ContactMatches {
  const typed = query.trim();
  const isHostAsked = onSearch !== undefined && typed !== '';
  const own = useMemo(
    () => (isHostAsked ? nobody : findContacts(contacts, searchWords(typed))),
    [contacts, typed, isHostAsked],
  );
  const [attempt, setAttempt] = useState(0);
  // A new object for every attempt, so that an answer can be held against the question it was given to.
  const question = useMemo(() => (isHostAsked ? { query: typed, attempt } : null), [isHostAsked, typed, attempt]);
  const [answer, setAnswer] = useState<{ question: Question; contacts: readonly Contact[] | null } | null>(null);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => {
    if (!question) return;
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(async () => {
      const found = await ask(search.current, question.query, signal);
      if (!signal.aborted) setAnswer({ question, contacts: found });
    }, askingPause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [question]);

  const retry = () => setAttempt((count) => count + 1);
  if (!question) return { status: 'found', contacts: own, retry };
  if (answer?.question !== question) return { status: 'searching', contacts: nobody, retry };
  return { status: answer.contacts ? 'found' : 'failed', contacts: answer.contacts ?? nobody, retry };
}

/** Null when the host did not find out: it may throw, reject, or answer with something else than a list. */
async function ask(
  search: ContactSearch | undefined,
  query: string,
  signal: AbortSignal,
): Promise<readonly Contact[] | null> {
  try {
    const found: unknown = await search?.(query, { signal });
    return Array.isArray(found) ? found : null;
  } catch {
    return null;
  }
}
