import { indexCatalog, type ScopeCatalog } from './catalog.js';
import { check } from './requirements.js';
import type { GoneScope, ScopeNotice, ScopesState } from './scope-changes.js';
import { categorySelection, type ScopeSelection, withChecked, withEnabled } from './selection.js';

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
  const outcome = check(catalog, selection, scopes);
  const gone = scopes.filter((id) => !places.has(id)).map((id) => ({ id, label: id }));
  return { selection: outcome.selection, undo: null, notices: versionNotices(gone, outcome.added), gone };
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
    undo: null,
    notices: versionNotices(
      gone.filter((scope) => !scope.remembered),
      outcome.added,
    ),
    gone: [...stillGone, ...gone],
  };
}

/**
 * The state after the catalog of the same version was loaded again. What did not lose anything stays: what was said about the last
 * change, and the offer of Undo.
 */
export function refreshScopes(previous: ScopeCatalog, next: ScopeCatalog, state: ScopesState): ScopesState {
  const scopes = reconcileScopes(previous, next, state);
  const undone = state.undo && reconcileScopes(previous, next, { ...state, ...state.undo });
  return {
    ...scopes,
    notices: scopes.notices.length > 0 ? scopes.notices : state.notices,
    undo: undone && undone.notices.length === 0 ? { selection: undone.selection, gone: undone.gone } : null,
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
