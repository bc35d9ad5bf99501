import { indexCatalog, isSensitive, type ScopeCatalog, type ScopeCategory } from './catalog.js';
import { check, grantedDependents, uncheck } from './requirements.js';
import { categorySelection, countGranted, grantedScopes, mark, type ScopeSelection, withEnabled } from './selection.js';

/** What a user can ask of the scope picker. */
export type ScopeChange =
  | { type: 'category.toggle'; category: string; enabled: boolean }
  | { type: 'category.toggleAll'; category: string; checked: boolean }
  | { type: 'scope.toggle'; scope: string; checked: boolean }
  /** Check these too, wherever they stand: what a call needs, or sensitive scopes that "Select all" left out. */
  | { type: 'scopes.add'; scopes: readonly string[] }
  /** Check exactly what the preset holds. */
  | { type: 'preset.apply'; preset: ScopePreset }
  | { type: 'scopes.clearAll' }
  /** Take the last Clear All or preset back. */
  | { type: 'scopes.undo' };

/** A ready choice of scopes that a host offers, for example "Read only". */
export interface ScopePreset {
  /** Unique among the presets. */
  id: string;
  label: string;
  description?: string | undefined;
  /** Ids of the scopes. Those that the catalog lacks are left out; what they require comes along. */
  scopes: readonly string[];
}

/** What a change brought about beyond what was asked for, to be said to the user. */
export type ScopeNotice =
  | { type: 'required.added'; because: readonly string[]; scopes: readonly string[] }
  | { type: 'dependent.removed'; because: readonly string[]; scopes: readonly string[] }
  | { type: 'sensitive.leftOut'; category: string; scopes: readonly string[] }
  | { type: 'cleared'; count: number }
  | { type: 'preset.applied'; preset: string; added: readonly string[]; removed: readonly string[] }
  | { type: 'undone'; count: number }
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
  /** What Undo brings back after Clear All or a preset; null when there is nothing to undo. */
  readonly undo: Pick<ScopesState, 'selection' | 'gone'> | null;
  /** What the last change did besides what was asked; empty when it did nothing else. */
  readonly notices: readonly ScopeNotice[];
  /** Checked scopes that the current version lacks; they come back if a version that has them is chosen again. */
  readonly gone: readonly GoneScope[];
}

/** Nothing switched on, nothing checked. */
export const noScopes: ScopesState = { selection: [], undo: null, notices: [], gone: [] };

/** The state after what a user asked for. What is granted is always closed over `requires`. */
export function changeScopes(catalog: ScopeCatalog, state: ScopesState, change: ScopeChange): ScopesState {
  const { selection, gone } = state;
  switch (change.type) {
    case 'scopes.clearAll': {
      const count = countGranted(selection);
      const touched = gone.length > 0 || selection.some((entry) => entry.enabled || entry.checked.length > 0);
      if (!touched) return { ...state, notices: [] };
      return { selection: [], undo: { selection, gone }, notices: [{ type: 'cleared', count }], gone: [] };
    }
    case 'scopes.undo': {
      if (!state.undo) return state;
      const count = countGranted(state.undo.selection);
      return { ...state.undo, undo: null, notices: [{ type: 'undone', count }] };
    }
    case 'scopes.add': {
      const { scopes } = indexCatalog(catalog);
      const known = change.scopes.filter((id) => scopes.has(id));
      return known.length > 0 ? settle(state, toggleScopes(catalog, selection, known, true)) : state;
    }
    case 'preset.apply':
      return applyPreset(catalog, state, change.preset);
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

interface Outcome {
  readonly selection: ScopeSelection;
  readonly notices: readonly ScopeNotice[];
}

function settle(state: ScopesState, outcome: Outcome): ScopesState {
  return { ...state, ...outcome, undo: null };
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
  const outside = grantedDependents(catalog, selection, checked);
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

function applyPreset(catalog: ScopeCatalog, state: ScopesState, preset: ScopePreset): ScopesState {
  const { selection } = check(catalog, [], preset.scopes);
  const before = grantedScopes(catalog, state.selection);
  const after = grantedScopes(catalog, selection);
  const held = new Set(before);
  const kept = new Set(after);
  const added = after.filter((id) => !held.has(id));
  const removed = before.filter((id) => !kept.has(id));
  return {
    selection,
    undo: { selection: state.selection, gone: state.gone },
    notices: [{ type: 'preset.applied', preset: preset.label, added, removed }],
    gone: [],
  };
}

function findCategory(catalog: ScopeCatalog, id: string): ScopeCategory | undefined {
  return catalog.categories.find((category) => category.id === id);
}
