'use client';

import type { ScopeCategory as Category, CategoryNeeds, CategorySelection } from '@tokenwright/core';
import { startTransition, useEffect, useReducer, useRef } from 'react';
import type { DrawnCategory } from './use-drawn-categories.js';

/** What a card shows of the selection. */
interface CardSelection {
  value: CategorySelection;
  neededBy: CategoryNeeds | undefined;
}

/** How many rows may change at once: no more than a frame can bear. */
const mostRows = 12;
/** What a card costs whose rows stay as they are, in rows. */
const cardRows = 3;

/**
 * What each card is to show of the selection. Where a change reaches very many of them, the later ones follow in
 * transitions, so that the first ones answer at once. Those that cannot be seen come last.
 */
export function useSelectionsInPieces(
  cards: readonly DrawnCategory[],
  selectionOf: (category: Category) => CardSelection,
): ReadonlyMap<Category, CardSelection> {
  const onPage = useRef<ReadonlyMap<Category, CardSelection>>(new Map());
  const [, follow] = useReducer((count: number) => count + 1, 0);
  const selections = new Map<Category, CardSelection>();
  let left = mostRows;
  let isBehind = false;
  for (const { category } of [...cards].sort((a, b) => Number(b.isShown) - Number(a.isShown))) {
    const next = selectionOf(category);
    const last = onPage.current.get(category) ?? next;
    const isSame = last.value === next.value && last.neededBy === next.neededBy;
    const waits = !isSame && left <= 0;
    if (!isSame) left -= cardRows + (next.value.enabled ? countChanged(last.value, next.value) : 0);
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
