import { indexCatalog, type ScopeCatalog } from './catalog.js';
import { grantedScopes, mark, type ScopeSelection } from './selection.js';

/** For each granted scope that others need: the granted scopes that go if it is unchecked, in catalog order. */
export function neededBy(catalog: ScopeCatalog, selection: ScopeSelection): ReadonlyMap<string, readonly string[]> {
  const { dependents } = indexCatalog(catalog);
  const granted = grantedScopes(catalog, selection);
  const order = new Map(granted.map((id, position) => [id, position]));
  const needs = new Map<string, readonly string[]>();
  for (const id of granted) {
    if (!dependents.has(id)) continue;
    const reached = closure([id], (scope) => dependents.get(scope) ?? []);
    reached.delete(id);
    const others = [...reached].filter((scope) => order.has(scope));
    if (others.length > 0)
      needs.set(
        id,
        others.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      );
  }
  return needs;
}

/** The given scopes with all they require, in catalog order. */
export function requiredScopes(catalog: ScopeCatalog, ids: readonly string[]): readonly string[] {
  const { scopes } = indexCatalog(catalog);
  const wanted = closure(ids, (id) => scopes.get(id)?.scope.requires ?? []);
  return wanted.size === 1 ? [...wanted] : [...scopes.keys()].filter((id) => wanted.has(id));
}

/** Checks scopes and all they require, switching on the categories they stand in. */
export function check(
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
export function uncheck(
  catalog: ScopeCatalog,
  selection: ScopeSelection,
  ids: readonly string[],
): { selection: ScopeSelection; removed: readonly string[] } {
  const removed = grantedDependents(catalog, selection, ids);
  return { selection: mark(catalog, selection, [...ids, ...removed], false), removed };
}

/** The granted scopes that would not work without the given ones, these left out. */
export function grantedDependents(
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
  const others = new Set(reached);
  for (const id of asked) others.delete(id);
  // The common case, a scope without requirements, must not cost a walk over the whole catalog.
  if (others.size === 0) return [];
  const granted = new Set(grantedScopes(catalog, selection));
  return [...indexCatalog(catalog).scopes.keys()].filter((id) => others.has(id) && granted.has(id) === isGranted);
}

function closure(start: readonly string[], follow: (id: string) => readonly string[]): Set<string> {
  const reached = new Set(start);
  // A Set's iteration also visits what is added on the way.
  for (const id of reached) for (const next of follow(id)) reached.add(next);
  return reached;
}
