import { indexCatalog, type ScopeCatalog, type ScopeCategory } from './catalog.js';

/** What is checked in one category. Plain JSON. */
export interface CategorySelection {
  readonly category: string;
  /** A category that is off grants nothing, but remembers what was checked. */
  readonly enabled: boolean;
  /** Ids of the checked scopes, in catalog order. */
  readonly checked: readonly string[];
}

/** What is checked, category by category. A category without an entry is off with nothing checked. */
export type ScopeSelection = readonly CategorySelection[];

/** The entry of one category; off and empty if it was never touched. */
export function categorySelection(selection: ScopeSelection, category: string): CategorySelection {
  return selection.find((entry) => entry.category === category) ?? { category, enabled: false, checked: [] };
}

/** The ids a request would hold: what is checked in the categories that are on, in catalog order. */
export function grantedScopes(catalog: ScopeCatalog, selection: ScopeSelection): readonly string[] {
  const entries = new Map(selection.map((entry) => [entry.category, entry]));
  return catalog.categories.flatMap((category) => {
    const entry = entries.get(category.id);
    return entry ? grantedIn(category, entry) : [];
  });
}

const checkedOf = new WeakMap<CategorySelection, ReadonlySet<string>>();

/** The ids checked in an entry. Kept, because all entries but one outlive a change. */
function checkedIn(entry: CategorySelection): ReadonlySet<string> {
  const known = checkedOf.get(entry);
  if (known) return known;
  const checked = new Set(entry.checked);
  checkedOf.set(entry, checked);
  return checked;
}

const grantedOf = new WeakMap<CategorySelection, { category: ScopeCategory; ids: readonly string[] }>();

/** What one entry grants, in catalog order. */
export function grantedIn(category: ScopeCategory, entry: CategorySelection): readonly string[] {
  if (!entry.enabled || entry.checked.length === 0) return [];
  const known = grantedOf.get(entry);
  if (known?.category === category) return known.ids;
  const checked = checkedIn(entry);
  const ids = category.scopes.filter((scope) => checked.has(scope.id)).map((scope) => scope.id);
  grantedOf.set(entry, { category, ids });
  return ids;
}

/** Answers whether a request would hold a scope. */
export function grantedTest(catalog: ScopeCatalog, selection: ScopeSelection): (scope: string) => boolean {
  const { scopes } = indexCatalog(catalog);
  let entries: ReadonlyMap<string, CategorySelection> | undefined;
  return (id) => {
    // Made when first asked: most changes have nothing to ask.
    entries ??= new Map(selection.map((entry) => [entry.category, entry]));
    const place = scopes.get(id);
    const entry = place && entries.get(place.category.id);
    return entry?.enabled === true && checkedIn(entry).has(id);
  };
}

/** How many scopes a request would hold. */
export function countGranted(selection: ScopeSelection): number {
  return selection.reduce((count, entry) => count + (entry.enabled ? entry.checked.length : 0), 0);
}

/** Checks or unchecks scopes, and switches on the categories of those that are checked. */
export function mark(
  catalog: ScopeCatalog,
  selection: ScopeSelection,
  ids: readonly string[],
  checked: boolean,
): ScopeSelection {
  const { scopes } = indexCatalog(catalog);
  const byCategory = new Map<ScopeCategory, string[]>();
  for (const id of ids) {
    const category = scopes.get(id)?.category;
    if (!category) continue;
    const list = byCategory.get(category);
    if (list) list.push(id);
    else byCategory.set(category, [id]);
  }
  let next = selection;
  for (const [category, own] of byCategory) {
    // A category that a scope switches on brings nothing else along: what it remembers was not asked for.
    if (checked && !categorySelection(next, category.id).enabled) {
      next = withEntry(next, { category: category.id, enabled: true, checked: [] });
    }
    next = withChecked(next, category, own, checked);
  }
  return next;
}

export function withEnabled(selection: ScopeSelection, category: ScopeCategory, enabled: boolean): ScopeSelection {
  const entry = categorySelection(selection, category.id);
  return entry.enabled === enabled ? selection : withEntry(selection, { ...entry, enabled });
}

export function withChecked(
  selection: ScopeSelection,
  category: ScopeCategory,
  ids: readonly string[],
  checked: boolean,
): ScopeSelection {
  const entry = categorySelection(selection, category.id);
  const held = new Set(entry.checked);
  for (const id of ids) {
    if (checked) held.add(id);
    else held.delete(id);
  }
  if (held.size === entry.checked.length && entry.checked.every((id) => held.has(id))) return selection;
  const ordered = category.scopes.filter((scope) => held.has(scope.id)).map((scope) => scope.id);
  return withEntry(selection, { ...entry, checked: ordered });
}

/** Replaces one entry and shares all others, so that a change costs one category. */
function withEntry(selection: ScopeSelection, entry: CategorySelection): ScopeSelection {
  const position = selection.findIndex(({ category }) => category === entry.category);
  return position === -1 ? [...selection, entry] : selection.map((other, at) => (at === position ? entry : other));
}
