import { hasText, isRecord } from './shape.js';
import { SourceError } from './source-error.js';

/** The methods of RFC 9110 and RFC 5789 that an endpoint can have. */
export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'TRACE';

/** One call of the host's API. */
export interface Endpoint {
  method: HttpMethod;
  /** The path as documented, with parameters in braces: `/Mediapartners/{AccountSID}/Actions`. */
  path: string;
}

/** What a scope lets its holder do: look, change, or govern. */
export type AccessLevel = 'read' | 'write' | 'admin';

/** One permission that a token can hold. */
export interface Scope {
  /** Identifies the scope in requests. Unique in the whole catalog. Any string, `constructor` and `__proto__` included. */
  id: string;
  /** What the user reads, for example `"List ads"`. Shown as text; never as HTML or Markdown. */
  label: string;
  /** One or two sentences: what a holder can do. */
  description?: string;
  access?: AccessLevel;
  /** Marks a scope that deserves a second look. "Select all" leaves it out. */
  sensitive?: boolean | { reason: string };
  /** Ids of scopes this one does not work without. They are checked together with it. */
  requires?: readonly string[];
  /** The calls this scope opens. */
  endpoints?: readonly Endpoint[];
  /** Still granted, but to be avoided in new tokens. */
  deprecated?: boolean;
}

/** A group of scopes with one switch. */
export interface ScopeCategory {
  /** Unique among the categories. */
  id: string;
  label: string;
  description?: string;
  scopes: readonly Scope[];
}

/** Everything a token of one API version can be allowed to do, in the order it is shown. */
export interface ScopeCatalog {
  categories: readonly ScopeCategory[];
}

/** Where a scope stands in its catalog. */
export interface ScopePlace {
  readonly scope: Scope;
  readonly category: ScopeCategory;
}

/** Look-ups over one catalog, made once. */
export interface CatalogIndex {
  /** Every scope by id, in catalog order. */
  readonly scopes: ReadonlyMap<string, ScopePlace>;
  /** For each scope id, the ids of the scopes whose `requires` name it. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<ScopeCatalog, CatalogIndex>();

/** The look-ups of a catalog; computed on first use and kept as long as the catalog object lives. */
export function indexCatalog(catalog: ScopeCatalog): CatalogIndex {
  const known = indexes.get(catalog);
  if (known) return known;
  const scopes = new Map<string, ScopePlace>();
  const dependents = new Map<string, string[]>();
  for (const category of catalog.categories) {
    for (const scope of category.scopes) {
      scopes.set(scope.id, { scope, category });
      for (const required of scope.requires ?? []) {
        const list = dependents.get(required);
        if (list) list.push(scope.id);
        else dependents.set(required, [scope.id]);
      }
    }
  }
  const index = { scopes, dependents };
  indexes.set(catalog, index);
  return index;
}

/** Whether a scope is marked as sensitive. */
export function isSensitive(scope: Scope): boolean {
  return scope.sensitive !== undefined && scope.sensitive !== false;
}

/**
 * Reads what a host's `catalog` gave. The same object comes back, so that its identity can be relied on.
 *
 * @throws {SourceError} naming the offending id: a missing or repeated id, a `requires` that points nowhere or in a circle.
 */
export function readCatalog(value: unknown): ScopeCatalog {
  if (!isCatalogShape(value)) {
    throw new SourceError('catalog', 'expected { categories: [{ id, label, scopes: [{ id, label }] }] }.');
  }
  const categoryIds = new Set<string>();
  const scopeIds = new Set<string>();
  for (const category of value.categories) {
    claimId(categoryIds, category.id, 'category');
    for (const scope of category.scopes) claimId(scopeIds, scope.id, 'scope');
  }
  for (const { scope } of indexCatalog(value).scopes.values()) {
    const missing = scope.requires?.find((required) => !scopeIds.has(required));
    if (missing !== undefined) {
      throw new SourceError(
        'catalog',
        `scope "${scope.id}" requires "${missing}", which the catalog does not have. Add it or remove the requirement.`,
      );
    }
  }
  const circle = findCircle(value);
  if (circle) {
    throw new SourceError(
      'catalog',
      `scopes require each other in a circle: ${circle.map((id) => `"${id}"`).join(' → ')}. Remove one requirement.`,
    );
  }
  return value;
}

function claimId(taken: Set<string>, id: string, kind: 'category' | 'scope'): void {
  if (taken.has(id)) throw new SourceError('catalog', `the ${kind} id "${id}" appears twice. Ids must be unique.`);
  taken.add(id);
}

function isCatalogShape(value: unknown): value is ScopeCatalog {
  return isRecord(value) && Array.isArray(value.categories) && value.categories.every(isCategoryShape);
}

function isCategoryShape(value: unknown): value is ScopeCategory {
  return isLabelled(value) && Array.isArray(value.scopes) && value.scopes.every(isScopeShape);
}

function isScopeShape(value: unknown): value is Scope {
  if (!isLabelled(value)) return false;
  const { requires, endpoints } = value;
  return isOptionalArray(requires, (id) => typeof id === 'string') && isOptionalArray(endpoints, isEndpointShape);
}

function isEndpointShape(value: unknown): boolean {
  return isRecord(value) && typeof value.method === 'string' && typeof value.path === 'string';
}

function isLabelled(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    isRecord(value) &&
    hasText(value, 'id') &&
    typeof value.label === 'string' &&
    (value.description === undefined || typeof value.description === 'string')
  );
}

function isOptionalArray(value: unknown, isMember: (member: unknown) => boolean): boolean {
  return value === undefined || (Array.isArray(value) && value.every(isMember));
}

/** The ids along one circle of `requires`, its first id repeated at the end; undefined if there is none. */
function findCircle(catalog: ScopeCatalog): readonly string[] | undefined {
  const { scopes } = indexCatalog(catalog);
  const finished = new Set<string>();
  for (const start of scopes.keys()) {
    if (finished.has(start)) continue;
    // An explicit stack: a chain of thousands of requirements must not overflow the call stack.
    const path = [{ id: start, next: 0 }];
    const onPath = new Set([start]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const required = scopes.get(top.id)?.scope.requires?.[top.next];
      top.next += 1;
      if (required === undefined) {
        finished.add(top.id);
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(required)) {
        const ids = path.map((step) => step.id);
        return [...ids.slice(ids.indexOf(required)), required];
      } else if (!finished.has(required)) {
        onPath.add(required);
        path.push({ id: required, next: 0 });
      }
    }
  }
  return undefined;
}
