'use client';

import type { ScopeCategory as Category, CategorySelection } from '@tokenwright/core';
import { startTransition, useEffect, useReducer, useRef } from 'react';

/** How many rows may change at once: no more than a frame can bear. */
const mostRows = 12;
/** What a card costs whose rows stay as they are, in rows. */
const cardRows = 3;

/**
 * What each card is to show of the selection. Where a change reaches very many of them, those further down follow in
 * transitions, so that the first ones answer at once.
 */
export function useSelectionsInPieces(
  categories: readonly Category[],
  selectionOf: (category: Category) => CategorySelection,
): ReadonlyMap<Category, CategorySelection> {
  const onPage = useRef<ReadonlyMap<Category, CategorySelection>>(new Map());
  const [, follow] = useReducer((count: number) => count + 1, 0);
  const selections = new Map<Category, CategorySelection>();
  let left = mostRows;
  let isBehind = false;
  for (const category of categories) {
    const next = selectionOf(category);
    const last = onPage.current.get(category) ?? next;
    const waits = last !== next && left <= 0;
    if (last !== next) left -= cardRows + (next.enabled ? countChanged(last, next) : 0);
    selections.set(category, waits ? last : next);
    isBehind ||= waits;
  }
  useEffect(() => {
    onPage.current = selections;
    if (isBehind) startTransition(follow);
  });
  return selections;
}

function countChanged(last: CategorySelection, next: CategorySelection): number {
  const before = new Set(last.checked);
  const kept = next.checked.filter((id) => before.has(id)).length;
  return last.checked.length + next.checked.length - 2 * kept;
}
