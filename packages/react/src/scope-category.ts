import type { ScopeCategory as ScopeCategoryData } from '@tokenwright/core';
import { ScopeCategory as ScopeCategoryComponent } from '@tokenwright/ui';

// One name for both, as the design gives it: the component where a value is meant, the data where a type is.

/** The card of one category of scopes. */
export const ScopeCategory = ScopeCategoryComponent;

/** A group of scopes with one switch. */
export type ScopeCategory = ScopeCategoryData;
