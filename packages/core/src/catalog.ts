import { claimId, type Entry, missingId } from './entries.js';
import { idText, isRecord, isText, type Warn, withEntries, withMembers } from './shape.js';
import { SourceError } from './source-error.js';

/** The methods of RFC 9110, RFC 5789 and OpenAPI 3.2 that an endpoint can have. */
export type HttpMethod = 'GET' | 'HEAD' | 'QUERY' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'TRACE';

/** One call of the host's API. */
export interface Endpoint {
  method: HttpMethod;
  /** The path as documented, with parameters in braces: `/Mediapartners/{AccountSID}/Actions`. */
  path: string;
}

/** A call that a scope opens, alone or together with others. */
export interface ScopeEndpoint extends Endpoint {
  /**
   * The other scopes that the call needs beside this one: each entry is one way, an empty one says that this scope alone is
   * enough. Without it, this scope alone is enough.
   */
  with?: readonly (readonly string[])[] | undefined;
}

/** What a scope lets its holder do: look, change, or govern. */
export type AccessLevel = 'read' | 'write' | 'admin';

/** One permission that a token can hold. */
export interface Scope {
  /** Identifies the scope in requests. Unique in the whole catalog. Any string but the empty one, `__proto__` included. */
  id: string;
  /** What the user reads, for example `"List ads"`. Shown as text; never as HTML or Markdown. */
  label: string;
  /** One or two sentences: what a holder can do. */
  description?: string | undefined;
  access?: AccessLevel | undefined;
  /** Marks a scope that deserves a second look. "Select all" leaves it out. */
  sensitive?: boolean | { reason: string } | undefined;
  /** Ids of scopes this one does not work without. They are checked together with it. */
  requires?: readonly string[] | undefined;
  /** The calls this scope opens. */
  endpoints?: readonly ScopeEndpoint[] | undefined;
  /** Still granted, but to be avoided in new tokens. */
  deprecated?: boolean | undefined;
}

/** A group of scopes with one switch. */
export interface ScopeCategory {
  /** Unique among the categories. */
  id: string;
  label: string;
  description?: string | undefined;
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
  /** How many scopes stand before it in the catalog. */
  readonly position: number;
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
      scopes.set(scope.id, { scope, category, position: scopes.size });
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
 * Reads what a host's `catalog` gave. Members that are null count as absent, ids that are numbers become text, methods capitals, and
 * `:id` and `<id>` in paths `{id}`. Where none of this changes anything, the same object comes back, so that its identity can be relied on.
 *
 * @param warn Called for an access that is not understood.
 * @throws {SourceError} naming the offending entry: a missing or repeated id, a member of the wrong type, a `requires` that
 * points nowhere or in a circle.
 */
export function readCatalog(given: unknown, warn: Warn = () => {}): ScopeCatalog {
  const value = plainCatalog(given, warn);
  assertCatalogShape(value);
  assertUniqueIds(value);
  const { scopes, dependents } = indexCatalog(value);
  for (const [required, [dependent]] of dependents) {
    if (!scopes.has(required)) {
      throw new SourceError(
        'catalog',
        `scope "${dependent}" requires "${required}", which the catalog does not have. Add it or remove the requirement.`,
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

function plainCatalog(value: unknown, warn: Warn): unknown {
  return changeRecord(value, (catalog) => ({
    categories: withEntries(orEmpty(catalog.categories), (entry) =>
      changeRecord(entry, (category) => ({
        id: idText(category.id),
        scopes: withEntries(orEmpty(category.scopes), (scope) => changeRecord(scope, (own) => scopeMembers(own, warn))),
      })),
    ),
  }));
}

type Members = Readonly<Record<string, unknown>>;

function scopeMembers({ id, access, sensitive, requires, endpoints }: Members, warn: Warn): Members {
  return {
    id: idText(id),
    access: readAccess(access, id, warn),
    sensitive: isRecord(sensitive) && sensitive.reason === null ? true : sensitive,
    requires: withEntries(requires, idText),
    endpoints: withEntries(endpoints, (endpoint) => changeRecord(endpoint, endpointMembers)),
  };
}

function endpointMembers({ method, path, with: others }: Members): Members {
  return {
    method: typeof method === 'string' ? method.trim().toUpperCase() : method,
    path: typeof path === 'string' ? path.replaceAll(foreignParameter, '/{$1$2}') : path,
    with: withEntries(others, (ids) => withEntries(ids, idText)),
  };
}

/** `/:id` of Express, with a pattern or optional, and `/<int:id>` of Flask. */
const foreignParameter = /\/(?::(\w+)(?:\([^()/]*\))?\??|<(?:\w+:)?(\w+)>)(?=[/:.]|$)/g;

function readAccess(access: unknown, id: unknown, warn: Warn): unknown {
  if (typeof access !== 'string') return access;
  const level = access.trim().toLowerCase();
  if (level === 'read' || level === 'write' || level === 'admin') return level;
  warn(
    `scope "${id}" has the "access" "${access.slice(0, 40)}", so it counts as unknown. Pass "read", "write" or "admin".`,
  );
  return undefined;
}

function orEmpty(list: unknown): unknown {
  return list === null ? [] : list;
}

function changeRecord(value: unknown, members: (record: Members) => Members): unknown {
  return isRecord(value) && !Array.isArray(value) ? withMembers(value, members(value)) : value;
}

function assertUniqueIds({ categories }: ScopeCatalog): void {
  const categoryIds = new Set<string>();
  const scopeIds = new Set<string>();
  for (const category of categories) {
    claimId(categoryIds, category.id, 'catalog', 'category id');
    for (const scope of category.scopes) claimId(scopeIds, scope.id, 'catalog', 'scope id');
  }
}

function assertCatalogShape(value: unknown): asserts value is ScopeCatalog {
  const fault =
    isRecord(value) && Array.isArray(value.categories)
      ? firstFault(value.categories, categoryFault, (position) => `category ${position}`)
      : 'expected { categories: [{ id, label, scopes: [{ id, label }] }] }.';
  if (fault !== undefined) throw new SourceError('catalog', fault);
}

// Names are made for what is wrong only: a catalog has thousands of entries, and they are read before the first paint.
function firstFault(
  entries: readonly unknown[],
  faultOf: (entry: Entry) => string | undefined,
  placeOf: (position: number) => string,
): string | undefined {
  for (let position = 0; position < entries.length; position += 1) {
    const entry = entries[position];
    if (!isRecord(entry) || !hasId(entry)) return missingId(placeOf(position));
    const fault = faultOf(entry);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** White space alone is an odd id, but documents have it. */
function hasId(value: Readonly<Record<string, unknown>>): value is Entry {
  return typeof value.id === 'string' && value.id !== '';
}

function categoryFault(entry: Entry): string | undefined {
  if (!Array.isArray(entry.scopes)) return wrongMember('category', entry, 'scopes', 'an array of scopes');
  return (
    textFault('category', entry) ??
    firstFault(entry.scopes, scopeFault, (position) => `scope ${position} of category "${entry.id}"`)
  );
}

function scopeFault(entry: Entry): string | undefined {
  const { requires, endpoints, access, sensitive } = entry;
  if (!isOptionalArray(requires, isString)) return wrongMember('scope', entry, 'requires', 'an array of scope ids');
  if (!isOptionalArray(endpoints, isEndpointShape)) {
    const expected = 'an array of { method, path, with }, where "with" holds lists of scope ids';
    return wrongMember('scope', entry, 'endpoints', expected);
  }
  if (access !== undefined && access !== 'read' && access !== 'write' && access !== 'admin') {
    return wrongMember('scope', entry, 'access', '"read", "write" or "admin"');
  }
  if (sensitive !== undefined && typeof sensitive !== 'boolean' && !(isRecord(sensitive) && isText(sensitive.reason))) {
    return wrongMember('scope', entry, 'sensitive', 'true, false or { reason }');
  }
  return textFault('scope', entry);
}

function textFault(kind: 'category' | 'scope', entry: Entry): string | undefined {
  if (typeof entry.label !== 'string') return wrongMember(kind, entry, 'label', 'a string');
  if (entry.description === undefined || typeof entry.description === 'string') return undefined;
  return wrongMember(kind, entry, 'description', 'a string');
}

function wrongMember(kind: 'category' | 'scope', { id }: Entry, member: string, expected: string): string {
  return `${kind} "${id}" has a wrong "${member}". Expected ${expected}.`;
}

function isEndpointShape(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.method === 'string' &&
    typeof value.path === 'string' &&
    isOptionalArray(value.with, (ids) => Array.isArray(ids) && ids.every(isString))
  );
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isOptionalArray(value: unknown, isMember: (member: unknown) => boolean): boolean {
  return value === undefined || (Array.isArray(value) && value.every(isMember));
}

/** The ids along one circle of `requires`, its first id repeated at the end; undefined if there is none. */
function findCircle(catalog: ScopeCatalog): readonly string[] | undefined {
  const { scopes, dependents } = indexCatalog(catalog);
  const finished = new Set<string>();
  for (const start of scopes.keys()) {
    // Every scope in a cycle is required by another scope.
    if (!dependents.has(start)) continue;
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
