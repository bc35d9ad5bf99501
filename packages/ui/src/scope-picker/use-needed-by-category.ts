'use client';

import { useMemo, useState } from 'react';
import type { CatalogLookUp } from './catalog-look-up.js';

type NeededBy = ReadonlyMap<string, readonly string[]>;

const noNeeds: ReadonlyMap<string, NeededBy> = new Map();

/**
 * Which scopes are needed by others, by category. A category in which nothing changed keeps its object, so that it is not
 * drawn again.
 */
export function useNeededByCategory(
  neededBy: NeededBy | undefined,
  lookUp: CatalogLookUp,
): ReadonlyMap<string, NeededBy> {
  const [known] = useState(() => new Map<string, { content: string; needs: NeededBy }>());
  return useMemo(() => {
    if (!neededBy || neededBy.size === 0) return noNeeds;
    const byCategory = new Map<string, Map<string, readonly string[]>>();
    for (const [scope, dependents] of neededBy) {
      const category = lookUp.categoryOf(scope)?.id;
      if (category === undefined) continue;
      const needs = byCategory.get(category) ?? new Map<string, readonly string[]>();
      byCategory.set(category, needs.set(scope, dependents));
    }
    const kept = new Map<string, NeededBy>();
    for (const [category, needs] of byCategory) {
      const content = JSON.stringify([...needs]);
      const last = known.get(category);
      const same = last?.content === content ? last : { content, needs };
      known.set(category, same);
      kept.set(category, same.needs);
    }
    return kept;
  }, [neededBy, lookUp, known]);
}
