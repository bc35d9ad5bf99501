import { indexCatalog, type ScopeCatalog } from './catalog.js';
import { type CategorySelection, grantedTest, mark, type ScopeSelection } from './selection.js';

const requiredElsewhere = new WeakMap<CategorySelection, { catalog: ScopeCatalog; required: readonly string[] }>();

/** Whether everything granted stands with what it requires. Costs a look at each category, not at each scope. */
export function isClosed(catalog: ScopeCatalog, selection: ScopeSelection): boolean {
  const isGranted = grantedTest(catalog, selection);
  return selection.every((entry) => !entry.enabled || requiredOutside(catalog, entry).every(isGranted));
}

/** What the checked scopes of an entry require that is not checked beside them. */
function requiredOutside(catalog: ScopeCatalog, entry: CategorySelection): readonly string[] {
  const known = requiredElsewhere.get(entry);
  if (known?.catalog === catalog) return known.required;
  const { scopes } = indexCatalog(catalog);
  const held = new Set(entry.checked);
  const required = entry.checked
    .flatMap((id) => scopes.get(id)?.scope.requires ?? [])
    .filter((required) => !held.has(required));
  requiredElsewhere.set(entry, { catalog, required });
  return required;
}

/** The given scopes with all they require, in catalog order. */
export function requiredScopes(catalog: ScopeCatalog, ids: readonly string[]): readonly string[] {
  const { scopes } = indexCatalog(catalog);
  const wanted = closure(ids, (id) => scopes.get(id)?.scope.requires ?? []);
  return inOrder(catalog, [...wanted]);
}

/** Checks scopes and all they require, switching on the categories they stand in. Ids that the catalog lacks are passed over. */
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
  const granted = grantedTest(catalog, selection);
  return inOrder(
    catalog,
    [...others].filter((id) => granted(id) === isGranted),
  );
}

/** The scopes of a catalog among the given ids, in its order. */
export function inOrder(catalog: ScopeCatalog, ids: readonly string[]): readonly string[] {
  const { scopes } = indexCatalog(catalog);
  const places = ids.flatMap((id) => scopes.get(id) ?? []);
  return places.sort((a, b) => a.position - b.position).map(({ scope }) => scope.id);
}

/** Everything that is reached from the start, itself included. */
export function closure<T>(start: readonly T[], follow: (from: T) => readonly T[]): Set<T> {
  const reached = new Set(start);
  // A Set's iteration also visits what is added on the way.
  for (const from of reached) for (const next of follow(from)) reached.add(next);
  return reached;
}
