'use client';

import type { AccessLevel, EndpointMatch, EndpointQuery, ScopeCatalog, ScopeSelection } from '@tokenwright/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { narrowScopes, type SearchResult, searchScopes, searchWords } from '../scope-search/scope-search.js';
import { useStableCallback } from '../stable-callback/use-stable-callback.js';

/** A call that somebody asks about, and what the catalog knows of it. */
export interface FoundCall {
  readonly call: EndpointQuery;
  /** The endpoints that fit, each with the scopes that open it; empty when none is known. */
  readonly matches: readonly EndpointMatch[];
}

/** Reads a text as a call; null when it names none. */
export type FindCall = (text: string) => FoundCall | null;

/** What a user wants to see of a catalog, and what that leads to. */
export interface ScopeView {
  /** What stands in the search box. */
  query: string;
  /** What was searched last: while a large catalog is searched, the box is ahead of it. */
  searched: string;
  access: readonly AccessLevel[];
  /** The kinds of access that the catalog has. */
  levels: readonly AccessLevel[];
  selectedOnly: boolean;
  /** The call that was searched for, if the catalog knows it or nothing else was found. */
  call: FoundCall | null;
  /** Words to mark in what was found. */
  words: readonly string[];
  /** What is shown; null means everything. */
  found: SearchResult | null;
  search: (query: string) => void;
  toggleAccess: (level: AccessLevel) => void;
  toggleSelectedOnly: () => void;
  /** The whole selection is about to change: what was selected before counts no more. */
  forgetSelected: () => void;
  showAll: () => void;
}

/** More scopes than this are searched once the key that was pressed can be seen. */
const mostSearchedAtOnce = 2000;

const accessLevels: readonly AccessLevel[] = ['read', 'write', 'admin'];
const noAccess: readonly AccessLevel[] = [];
const noWords: readonly string[] = [];

export function useScopeView(catalog: ScopeCatalog, value: ScopeSelection, findCall: FindCall | undefined): ScopeView {
  const [query, search] = useState('');
  const [pressed, setPressed] = useState(noAccess);
  // A scope that is unchecked while only selected ones are shown stays, or the focus on it would be lost, and a slip with it.
  const [kept, setKept] = useState<ReadonlySet<string> | null>(null);
  const newlyHeld = kept ? heldScopes(value).filter((id) => !kept.has(id)) : [];
  if (kept && newlyHeld.length > 0) setKept(new Set([...kept, ...newlyHeld]));

  const levels = useMemo(() => levelsOf(catalog), [catalog]);
  const access = useMemo(() => pressed.filter((level) => levels.includes(level)), [pressed, levels]);

  const isLarge = useMemo(
    () => catalog.categories.flatMap(({ scopes }) => scopes).length > mostSearchedAtOnce,
    [catalog],
  );
  const deferred = useDeferredValue(isLarge ? query : '');
  const searched = (isLarge ? deferred : query).trim();
  const call = useMemo(() => (searched === '' ? null : (findCall?.(searched) ?? null)), [findCall, searched]);
  const isKnownCall = call !== null && call.matches.length > 0;
  const words = useMemo(
    () => (isKnownCall || searched === '' ? noWords : searchWords(searched)),
    [isKnownCall, searched],
  );
  const matching = useMemo(() => {
    if (call && isKnownCall) return scopesOpening(catalog, call);
    return words.length > 0 ? searchScopes(catalog, words) : null;
  }, [catalog, call, isKnownCall, words]);
  const found = useMemo(() => {
    if (access.length === 0 && !kept) return matching;
    return narrowScopes(
      catalog,
      matching,
      (scope) =>
        (access.length === 0 || (scope.access !== undefined && access.includes(scope.access))) &&
        (!kept || kept.has(scope.id)),
    );
  }, [catalog, matching, access, kept]);

  // Stable, so that what draws the filters need not be drawn again with every check mark.
  const toggleAccess = useStableCallback((level: AccessLevel) =>
    setPressed(access.includes(level) ? access.filter((other) => other !== level) : [...access, level]),
  );
  const toggleSelectedOnly = useStableCallback(() => setKept(kept ? null : new Set(heldScopes(value))));

  return {
    query,
    searched,
    access,
    levels,
    selectedOnly: kept !== null,
    // A path that is still being typed is no call yet, but words of paths that are there.
    call: isKnownCall || matching?.size === 0 ? call : null,
    words,
    found,
    search,
    toggleAccess,
    toggleSelectedOnly,
    forgetSelected: () => setKept((current) => current && new Set()),
    showAll: () => {
      search('');
      setPressed(noAccess);
      setKept(null);
    },
  };
}

/** The ids of the scopes that the token would hold. */
function heldScopes(value: ScopeSelection): readonly string[] {
  return value.flatMap(({ enabled, checked }) => (enabled ? checked : []));
}

function levelsOf({ categories }: ScopeCatalog): readonly AccessLevel[] {
  const present = new Set(categories.flatMap(({ scopes }) => scopes.map(({ access }) => access)));
  return accessLevels.filter((level) => present.has(level));
}

function scopesOpening(catalog: ScopeCatalog, { matches }: FoundCall): SearchResult {
  const ids = new Set(matches.flatMap(({ alternatives }) => alternatives.flatMap(({ scopes }) => scopes)));
  return narrowScopes(catalog, null, ({ id }) => ids.has(id));
}
