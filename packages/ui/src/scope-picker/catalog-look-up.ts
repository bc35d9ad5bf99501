import type { Scope, ScopeCatalog } from '@tokenwright/core';
import { shownLabel } from '../scope-category/shown-label.js';

/** What stands behind the ids of a catalog. An id that the catalog lacks is its own name. */
export interface CatalogLookUp {
  scope(id: string): Scope | undefined;
  scopeLabel(id: string): string;
  categoryLabel(id: string): string;
}

export function lookUpIn({ categories }: ScopeCatalog): CatalogLookUp {
  const categoryLabels = new Map(categories.map((category) => [category.id, shownLabel(category)]));
  const scopes = new Map(categories.flatMap((category) => category.scopes.map((scope) => [scope.id, scope])));
  return {
    scope: (id) => scopes.get(id),
    scopeLabel: (id) => {
      const scope = scopes.get(id);
      return scope ? shownLabel(scope) : id;
    },
    categoryLabel: (id) => categoryLabels.get(id) ?? id,
  };
}
