import type { Scope, ScopeCatalog } from '@tokenwright/core';
import { shownLabel } from '../scope-category/shown-label.js';

/** What stands behind the ids of a catalog. An id that the catalog lacks is its own name. */
export interface CatalogLookUp {
  scope(id: string): Scope | undefined;
  scopeLabel(id: string): string;
  categoryLabel(id: string): string;
}

export function lookUpIn({ categories }: ScopeCatalog): CatalogLookUp {
  // Made when first asked: most catalogs are drawn without a question.
  let scopes: ReadonlyMap<string, Scope> | undefined;
  const scopeOf = (id: string) => {
    scopes ??= new Map(categories.flatMap((category) => category.scopes.map((scope) => [scope.id, scope])));
    return scopes.get(id);
  };
  const labelOf = (entry: { id: string; label: string } | undefined, id: string) => (entry ? shownLabel(entry) : id);
  return {
    scope: scopeOf,
    scopeLabel: (id) => labelOf(scopeOf(id), id),
    categoryLabel: (id) =>
      labelOf(
        categories.find((category) => category.id === id),
        id,
      ),
  };
}
