import type { Scope, ScopeCatalog, ScopeCategory } from '@tokenwright/core';
import type { AccessRule } from './access-level.js';

/** How the category of a scope is known. */
export type CategoryRule = 'groupBy' | 'name' | 'tag' | 'document' | 'rest';

/**
 * Where a scope comes from. `documented`: declared and used; `undeclared`: used only; `unused`: declared only; `operation`:
 * made of an operation, because the documents know no scopes.
 */
export type ScopeOrigin = 'documented' | 'undeclared' | 'unused' | 'operation';

/** A scope that says which rule each of its values follows, so that a host can judge and override it. */
export interface ImportedScope extends Scope {
  readonly origin: ScopeOrigin;
  readonly inferred: {
    readonly label: 'option' | 'id' | 'summary' | 'path';
    readonly access: AccessRule;
    readonly category: CategoryRule;
  };
}

export interface ImportedCategory extends ScopeCategory {
  scopes: readonly ImportedScope[];
}

/** A catalog for the picker, with what the importer knows of each scope. */
export interface ImportedCatalog extends ScopeCatalog {
  categories: readonly ImportedCategory[];
}
