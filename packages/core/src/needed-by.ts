import { indexCatalog, type ScopeCatalog, type ScopeCategory } from './catalog.js';
import { closure, inOrder } from './requirements.js';
import { type CategorySelection, grantedIn, grantedTest, type ScopeSelection } from './selection.js';

/** For scopes of one category: the scopes that go when they are unchecked. */
export type CategoryNeeds = ReadonlyMap<string, readonly string[]>;

interface KnownNeeds {
  /** The selections it was computed from. */
  readonly from: readonly (CategorySelection | undefined)[];
  readonly needs: CategoryNeeds;
}

const knownNeeds = new WeakMap<ScopeCatalog, Map<string, KnownNeeds>>();

/**
 * For each granted scope that others need: the granted scopes that go if it is unchecked, in catalog order. By category;
 * what did not change is the same object as in the last answer, and costs nothing.
 */
export function neededBy(catalog: ScopeCatalog, selection: ScopeSelection): ReadonlyMap<string, CategoryNeeds> {
  const known = knownNeeds.get(catalog) ?? new Map<string, KnownNeeds>();
  knownNeeds.set(catalog, known);
  const entries = new Map(selection.map((entry) => [entry.category, entry]));
  const isGranted = grantedTest(catalog, selection);
  const needs = new Map<string, CategoryNeeds>();
  for (const [category, dependents] of dependentCategories(catalog)) {
    const from = dependents.map((id) => entries.get(id));
    const last = known.get(category.id);
    const isSame = last?.from.every((entry, position) => entry === from[position]);
    const now =
      last && isSame ? last : { from, needs: needsIn(catalog, category, entries.get(category.id), isGranted) };
    known.set(category.id, now);
    if (now.needs.size > 0) needs.set(category.id, now.needs);
  }
  return needs;
}

function needsIn(
  catalog: ScopeCatalog,
  category: ScopeCategory,
  entry: CategorySelection | undefined,
  isGranted: (scope: string) => boolean,
): CategoryNeeds {
  const { dependents } = indexCatalog(catalog);
  const needs = new Map<string, readonly string[]>();
  for (const id of entry ? grantedIn(category, entry) : []) {
    if (!dependents.has(id)) continue;
    const reached = closure([id], (scope) => dependents.get(scope) ?? []);
    reached.delete(id);
    const others = inOrder(catalog, [...reached].filter(isGranted));
    if (others.length > 0) needs.set(id, others);
  }
  return needs;
}

const dependentCategoriesOf = new WeakMap<ScopeCatalog, ReadonlyMap<ScopeCategory, readonly string[]>>();

/** The categories in which something is needed, each with the ids of all categories that need it, itself included. */
function dependentCategories(catalog: ScopeCatalog): ReadonlyMap<ScopeCategory, readonly string[]> {
  const known = dependentCategoriesOf.get(catalog);
  if (known) return known;
  const { scopes, dependents } = indexCatalog(catalog);
  const direct = new Map<ScopeCategory, Set<ScopeCategory>>();
  for (const [id, others] of dependents) {
    const category = scopes.get(id)?.category;
    if (!category) continue;
    const needing = direct.get(category) ?? new Set<ScopeCategory>();
    direct.set(category, needing);
    for (const other of others) {
      const place = scopes.get(other);
      if (place) needing.add(place.category);
    }
  }
  const all = new Map<ScopeCategory, readonly string[]>();
  for (const category of direct.keys()) {
    const reached = closure([category], (next) => [...(direct.get(next) ?? [])]);
    all.set(
      category,
      [...reached].map(({ id }) => id),
    );
  }
  dependentCategoriesOf.set(catalog, all);
  return all;
}
