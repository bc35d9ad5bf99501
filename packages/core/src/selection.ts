import { indexCatalog, isSensitive, type ScopeCatalog, type ScopeCategory } from './catalog.js';

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

/** What a user can ask of the scope picker. */
export type ScopeChange =
  | { type: 'category.toggle'; category: string; enabled: boolean }
  | { type: 'category.toggleAll'; category: string; checked: boolean }
  | { type: 'scope.toggle'; scope: string; checked: boolean }
  | { type: 'scopes.clearAll' }
  | { type: 'scopes.undoClear' };

/** What a change brought about beyond what was asked for, to be said to the user. */
export type ScopeNotice =
  | { type: 'required.added'; because: readonly string[]; scopes: readonly string[] }
  | { type: 'dependent.removed'; because: readonly string[]; scopes: readonly string[] }
  | { type: 'sensitive.leftOut'; category: string; scopes: readonly string[] }
  | { type: 'cleared'; count: number }
  | { type: 'clear.undone'; count: number }
  | { type: 'version.changed'; gone: readonly GoneScope[]; added: readonly string[] };

/** A scope that was checked and that the chosen version does not have. Its label is kept, since the catalog no longer has it. */
export interface GoneScope {
  readonly id: string;
  readonly label: string;
  /** It was not granted: its category was off and only remembered it. */
  readonly remembered?: true;
}

/** The state behind a scope picker. Plain JSON; change it with {@link changeScopes}. */
export interface ScopesState {
  readonly selection: ScopeSelection;
  /** What Undo brings back after Clear All; null when there is nothing to undo. */
  readonly cleared: Pick<ScopesState, 'selection' | 'gone'> | null;
  /** What the last change did besides what was asked; empty when it did nothing else. */
  readonly notices: readonly ScopeNotice[];
  /** Checked scopes that the current version lacks; they come back if a version that has them is chosen again. */
  readonly gone: readonly GoneScope[];
}

/** Nothing switched on, nothing checked. */
export const noScopes: ScopesState = { selection: [], cleared: null, notices: [], gone: [] };

/** The entry of one category; off and empty if it was never touched. */
export function categorySelection(selection: ScopeSelection, category: string): CategorySelection {
  return selection.find((entry) => entry.category === category) ?? { category, enabled: false, checked: [] };
}

/** The ids a request would hold: what is checked in the categories that are on, in catalog order. */
export function grantedScopes(catalog: ScopeCatalog, selection: ScopeSelection): readonly string[] {
  const entries = new Map(selection.map((entry) => [entry.category, entry]));
  return catalog.categories.flatMap(({ id, scopes }) => {
    const entry = entries.get(id);
    if (!entry?.enabled || entry.checked.length === 0) return [];
    const checked = new Set(entry.checked);
    return scopes.filter((scope) => checked.has(scope.id)).map((scope) => scope.id);
  });
}

/** How many scopes a request would hold. */
export function countGranted(selection: ScopeSelection): number {
  return selection.reduce((count, entry) => count + (entry.enabled ? entry.checked.length : 0), 0);
}

/** A state in which the given scopes are checked, with what they require. Ids that the catalog lacks are named as gone. */
export function scopesStateOf(
  catalog: ScopeCatalog,
  scopes: readonly string[] = [],
  enabledCategories: readonly string[] = [],
): ScopesState {
  const { scopes: places } = indexCatalog(catalog);
  let selection: ScopeSelection = [];
  for (const category of catalog.categories) {
    if (enabledCategories.includes(category.id)) selection = withEnabled(selection, category, true);
  }
  const outcome = check(
    catalog,
    selection,
    scopes.filter((id) => places.has(id)),
  );
  const gone = scopes.filter((id) => !places.has(id)).map((id) => ({ id, label: id }));
  return { selection: outcome.selection, cleared: null, notices: versionNotices(gone, outcome.added), gone };
}

/** The state after what a user asked for. What is granted is always closed over `requires`. */
export function changeScopes(catalog: ScopeCatalog, state: ScopesState, change: ScopeChange): ScopesState {
  const { selection, gone } = state;
  switch (change.type) {
    case 'scopes.clearAll': {
      const count = countGranted(selection);
      const touched = gone.length > 0 || selection.some((entry) => entry.enabled || entry.checked.length > 0);
      if (!touched) return { ...state, notices: [] };
      return { selection: [], cleared: { selection, gone }, notices: [{ type: 'cleared', count }], gone: [] };
    }
    case 'scopes.undoClear': {
      if (!state.cleared) return state;
      const count = countGranted(state.cleared.selection);
      return { ...state.cleared, cleared: null, notices: [{ type: 'clear.undone', count }] };
    }
    case 'scope.toggle':
      return indexCatalog(catalog).scopes.has(change.scope)
        ? settle(state, toggleScopes(catalog, selection, [change.scope], change.checked))
        : state;
    case 'category.toggle': {
      const category = findCategory(catalog, change.category);
      return category ? settle(state, toggleCategory(catalog, selection, category, change.enabled)) : state;
    }
    case 'category.toggleAll': {
      const category = findCategory(catalog, change.category);
      return category ? settle(state, toggleAll(catalog, selection, category, change.checked)) : state;
    }
  }
}

/**
 * The state in another version's catalog. Scopes keep their check mark by id, also where they moved to another category;
 * those that are gone are named in the notice and remembered.
 */
export function reconcileScopes(previous: ScopeCatalog, next: ScopeCatalog, state: ScopesState): ScopesState {
  const before = indexCatalog(previous).scopes;
  const after = indexCatalog(next).scopes;
  let selection: ScopeSelection = [];
  for (const category of next.categories) {
    const entry = categorySelection(state.selection, category.id);
    if (entry.enabled) selection = withEnabled(selection, category, true);
  }
  const wanted: string[] = [];
  const remembered: string[] = [];
  const stillGone: GoneScope[] = [];
  for (const scope of state.gone) {
    if (!after.has(scope.id)) stillGone.push(scope);
    else (scope.remembered ? remembered : wanted).push(scope.id);
  }
  const gone: GoneScope[] = [];
  for (const { enabled, checked } of state.selection) {
    for (const id of checked) {
      const label = before.get(id)?.scope.label ?? id;
      if (!after.has(id)) gone.push({ id, label, ...(!enabled && { remembered: true }) });
      else (enabled ? wanted : remembered).push(id);
    }
  }
  const outcome = check(next, selection, wanted);
  return {
    selection: remember(next, outcome.selection, remembered),
    cleared: null,
    notices: versionNotices(
      gone.filter((scope) => !scope.remembered),
      outcome.added,
    ),
    gone: [...stillGone, ...gone],
  };
}

/** Puts scopes into the memory of their categories. One that is on would grant them, so there they are left out. */
function remember(catalog: ScopeCatalog, selection: ScopeSelection, ids: readonly string[]): ScopeSelection {
  const { scopes } = indexCatalog(catalog);
  return ids.reduce((next, id) => {
    const category = scopes.get(id)?.category;
    return category && !categorySelection(next, category.id).enabled ? withChecked(next, category, [id], true) : next;
  }, selection);
}

function versionNotices(gone: readonly GoneScope[], added: readonly string[]): readonly ScopeNotice[] {
  return gone.length > 0 || added.length > 0 ? [{ type: 'version.changed', gone, added }] : [];
}

interface Outcome {
  readonly selection: ScopeSelection;
  readonly notices: readonly ScopeNotice[];
}

function settle(state: ScopesState, outcome: Outcome): ScopesState {
  return { ...state, ...outcome, cleared: null };
}

function toggleScopes(
  catalog: ScopeCatalog,
  selection: ScopeSelection,
  ids: readonly string[],
  checked: boolean,
): Outcome {
  if (checked) {
    const { selection: next, added } = check(catalog, selection, ids);
    return {
      selection: next,
      notices: added.length > 0 ? [{ type: 'required.added', because: ids, scopes: added }] : [],
    };
  }
  const { selection: next, removed } = uncheck(catalog, selection, ids);
  return {
    selection: next,
    notices: removed.length > 0 ? [{ type: 'dependent.removed', because: ids, scopes: removed }] : [],
  };
}

function toggleCategory(
  catalog: ScopeCatalog,
  selection: ScopeSelection,
  category: ScopeCategory,
  enabled: boolean,
): Outcome {
  const { checked } = categorySelection(selection, category.id);
  if (enabled) return toggleScopes(catalog, withEnabled(selection, category, true), checked, true);
  const inside = new Set(category.scopes.map((scope) => scope.id));
  const outside = grantedDependents(catalog, selection, checked).filter((id) => !inside.has(id));
  // Only these are unchecked: what depends on them inside the category is remembered with the rest of it.
  return {
    selection: withEnabled(mark(catalog, selection, outside, false), category, false),
    notices: outside.length > 0 ? [{ type: 'dependent.removed', because: checked, scopes: outside }] : [],
  };
}

function toggleAll(
  catalog: ScopeCatalog,
  selection: ScopeSelection,
  category: ScopeCategory,
  checked: boolean,
): Outcome {
  if (!checked) {
    return toggleScopes(catalog, selection, categorySelection(selection, category.id).checked, false);
  }
  const plain = category.scopes.filter((scope) => !isSensitive(scope)).map((scope) => scope.id);
  const outcome = toggleScopes(catalog, selection, plain, true);
  const held = new Set(categorySelection(outcome.selection, category.id).checked);
  const leftOut = category.scopes.filter((scope) => !held.has(scope.id)).map((scope) => scope.id);
  return leftOut.length > 0
    ? {
        ...outcome,
        notices: [...outcome.notices, { type: 'sensitive.leftOut', category: category.id, scopes: leftOut }],
      }
    : outcome;
}

/** The given scopes with all they require, in catalog order. */
export function requiredScopes(catalog: ScopeCatalog, ids: readonly string[]): readonly string[] {
  const { scopes } = indexCatalog(catalog);
  const wanted = closure(ids, (id) => scopes.get(id)?.scope.requires ?? []);
  return wanted.size === 1 ? [...wanted] : [...scopes.keys()].filter((id) => wanted.has(id));
}

/** Checks scopes and all they require, switching on the categories they stand in. */
function check(
  catalog: ScopeCatalog,
  selection: ScopeSelection,
  ids: readonly string[],
): { selection: ScopeSelection; added: readonly string[] } {
  const { scopes } = indexCatalog(catalog);
  const wanted = closure(ids, (id) => scopes.get(id)?.scope.requires ?? []);
  return {
    selection: mark(catalog, selection, [...wanted], true),
    added: beyond(ids, wanted, catalog, selection, false),
  };
}

/** Unchecks scopes and every granted scope that does not work without them. */
function uncheck(
  catalog: ScopeCatalog,
  selection: ScopeSelection,
  ids: readonly string[],
): { selection: ScopeSelection; removed: readonly string[] } {
  const removed = grantedDependents(catalog, selection, ids);
  return { selection: mark(catalog, selection, [...ids, ...removed], false), removed };
}

/** The granted scopes that would not work without the given ones, these left out. */
function grantedDependents(
  catalog: ScopeCatalog,
  selection: ScopeSelection,
  ids: readonly string[],
): readonly string[] {
  const { dependents } = indexCatalog(catalog);
  const reached = closure(ids, (id) => dependents.get(id) ?? []);
  return beyond(ids, reached, catalog, selection, true);
}

/** What was reached beyond what was asked for and is granted (or is not), in catalog order. */
function beyond(
  asked: readonly string[],
  reached: ReadonlySet<string>,
  catalog: ScopeCatalog,
  selection: ScopeSelection,
  isGranted: boolean,
): readonly string[] {
  // The common case, a scope without requirements, must not cost a walk over the whole catalog.
  if (reached.size <= asked.length) return [];
  const others = new Set(reached);
  for (const id of asked) others.delete(id);
  const granted = new Set(grantedScopes(catalog, selection));
  return [...indexCatalog(catalog).scopes.keys()].filter((id) => others.has(id) && granted.has(id) === isGranted);
}

function closure(start: readonly string[], follow: (id: string) => readonly string[]): Set<string> {
  const reached = new Set(start);
  // A Set's iteration also visits what is added on the way.
  for (const id of reached) for (const next of follow(id)) reached.add(next);
  return reached;
}

function mark(
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

function withEnabled(selection: ScopeSelection, category: ScopeCategory, enabled: boolean): ScopeSelection {
  const entry = categorySelection(selection, category.id);
  return entry.enabled === enabled ? selection : withEntry(selection, { ...entry, enabled });
}

function withChecked(
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
  return position === -1 ? [...selection, entry] : selection.with(position, entry);
}

function findCategory(catalog: ScopeCatalog, id: string): ScopeCategory | undefined {
  return catalog.categories.find((category) => category.id === id);
}
