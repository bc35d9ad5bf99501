'use client';

import type { ScopeCategory as Category, Scope } from '@tokenwright/core';
import { startTransition, useEffect, useState } from 'react';

/** How a category is to be seen. */
export interface CategoryView {
  /** The scopes that a search found in it; undefined without a search. */
  found: readonly Scope[] | undefined;
  /** Words to mark. */
  words: readonly string[];
  /** Whether its list is open. */
  isOpen: boolean;
}

/** What of a category stands on the page. */
export interface DrawnCategory extends Omit<CategoryView, 'isOpen'> {
  category: Category;
  /** How many rows of its list. */
  rows: number;
  /** Whether this is how it is to be seen now. Else it is kept, hidden, and costs nothing until it is wanted again. */
  isShown: boolean;
}

type Drawing = ReadonlyMap<Category, DrawnCategory>;

const nothing: Drawing = new Map();

/** How many rows are drawn at once: about a screen at first, and then as many as a frame can bear. */
const firstRows = 12;
const moreRows = 20;
/** What a card costs without its list, in rows. */
const cardRows = 1;

/**
 * Draws a large catalog in pieces, in the order in which it is seen, so that the page answers in between. One that is small
 * stands at once.
 *
 * @param viewOf How a category is to be seen; null hides it.
 */
export function useDrawnCategories(
  categories: readonly Category[],
  viewOf: (category: Category) => CategoryView | null,
): readonly DrawnCategory[] {
  const [drawn, setDrawn] = useState(nothing);
  const { drawing, isMore } = drawMore(drawn, categories, viewOf);
  useEffect(() => {
    if (isMore) startTransition(() => setDrawn(drawing));
  });
  return [...drawing.values()];
}

function drawMore(
  drawn: Drawing,
  categories: readonly Category[],
  viewOf: (category: Category) => CategoryView | null,
): { drawing: Drawing; isMore: boolean } {
  const drawing = new Map<Category, DrawnCategory>();
  let left = drawn === nothing ? firstRows : moreRows;
  let isMore = false;
  // From top to bottom: what is still to come must not push away what is being read.
  let isCaughtUp = true;
  for (const category of categories) {
    const known = drawn.get(category);
    const view = viewOf(category);
    const isSame = known !== undefined && view !== null && isSameView(known, view);
    if (!view || (!isSame && left <= 0)) {
      if (known) drawing.set(category, { ...known, isShown: false });
      if (view) isCaughtUp = false;
      continue;
    }
    const done = known && (isSame || isLonger(known, view)) ? known.rows : 0;
    const missing = view.isOpen ? (view.found ?? category.scopes).length - done : 0;
    const more = Math.max(0, Math.min(missing, left));
    const { found } = isSame ? known : view;
    drawing.set(category, { category, found, words: view.words, rows: done + more, isShown: isCaughtUp });
    left -= more + (isSame ? 0 : cardRows);
    isMore ||= more > 0 || !isSame;
  }
  return { drawing, isMore };
}

function isSameView(known: DrawnCategory, { found, words }: CategoryView): boolean {
  if (known.words !== words) return false;
  if (known.found === found) return true;
  return known.found?.length === found?.length && found?.every((scope, row) => scope === known.found?.[row]) === true;
}

/** Scopes that join those found leave the others standing: one of them may have the focus. */
function isLonger(known: DrawnCategory, { found, words }: CategoryView): boolean {
  return known.words === words && known.found !== undefined && (found?.length ?? 0) > known.found.length;
}
