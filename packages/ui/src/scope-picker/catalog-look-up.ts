import type { Scope, ScopeCatalog, ScopeCategory } from '@tokenwright/core';
import { shownLabel } from '../scope-category/shown-label.js';

/** What stands behind the ids of a catalog. An id that the catalog lacks is its own name. */
export interface CatalogLookUp {
  scope(id: string): Scope | undefined;
  scopeLabel(id: string): string;
  categoryLabel(id: string): string;
  /** The category that a scope stands in. */
  categoryOf(scope: string): ScopeCategory | undefined;
}

export function lookUpIn({ categories }: ScopeCatalog): CatalogLookUp {
  const categoryLabels = new Map(categories.map((category) => [category.id, shownLabel(category)]));
  const places = new Map(
    categories.flatMap((category) => category.scopes.map((scope) => [scope.id, { scope, category }] as const)),
  );
  return {
    scope: (id) => places.get(id)?.scope,
    scopeLabel: (id) => {
      const scope = places.get(id)?.scope;
      return scope ? shownLabel(scope) : id;
    },
    categoryLabel: (id) => categoryLabels.get(id) ?? id,
    categoryOf: (scope) => places.get(scope)?.category,
  };
}
