import { type AccessLevel, type Endpoint, indexCatalog, type ScopeCatalog } from './catalog.js';
import { readEndpointQuery } from './endpoint-query.js';
import { requiredScopes } from './requirements.js';

/** One way to be allowed a call. */
export interface ScopeAlternative {
  /** The ids that are needed together, in catalog order: the scope that opens the call and all it requires. */
  readonly scopes: readonly string[];
  /** Those of them that are not held yet. */
  readonly missing: readonly string[];
  /** The highest access among them; undefined when the catalog does not say. */
  readonly access: AccessLevel | undefined;
}

/** A call of the catalog that fits what was asked, and the ways to be allowed it, least access first. */
export interface EndpointMatch {
  readonly endpoint: Endpoint;
  readonly alternatives: readonly ScopeAlternative[];
}

/**
 * The scopes that a call needs.
 *
 * @param text A method and path, a path with templates or real ids, a URL, or a `curl` command line.
 * @param held Ids of the scopes that are held already.
 * @returns One match for each method of the endpoint that fits best; empty when the text names no call, or none is known.
 */
export function findScopes(
  catalog: ScopeCatalog,
  text: string,
  held: readonly string[] = [],
): readonly EndpointMatch[] {
  const query = readEndpointQuery(text);
  if (!query) return [];
  const asked = segmentsOf(query.path);
  const holds = new Set(held);
  const best = new Map<string, { rank: number; endpoint: Endpoint; scopes: string[] }>();
  for (const { scope } of indexCatalog(catalog).scopes.values()) {
    for (const endpoint of scope.endpoints ?? []) {
      if (query.method && query.method !== endpoint.method) continue;
      const rank = rankOf(segmentsOf(endpoint.path), asked);
      const known = best.get(endpoint.method);
      if (rank < 0 || (known && known.rank > rank)) continue;
      if (known?.rank === rank) known.scopes.push(scope.id);
      else best.set(endpoint.method, { rank, endpoint, scopes: [scope.id] });
    }
  }
  return [...best.values()].map(({ endpoint, scopes }) => ({
    endpoint,
    alternatives: scopes
      .map((id) => alternativeOf(catalog, id, holds))
      .sort((a, b) => accessRank(a.access) - accessRank(b.access) || a.scopes.length - b.scopes.length),
  }));
}

function alternativeOf(catalog: ScopeCatalog, id: string, holds: ReadonlySet<string>): ScopeAlternative {
  const scopes = requiredScopes(catalog, [id]);
  const { scopes: places } = indexCatalog(catalog);
  const access = accessLevels.findLast((level) => scopes.some((scope) => places.get(scope)?.scope.access === level));
  return { scopes, missing: scopes.filter((scope) => !holds.has(scope)), access };
}

const accessLevels: readonly AccessLevel[] = ['read', 'write', 'admin'];

/** An access that the catalog does not tell may be any: it comes last. */
function accessRank(access: AccessLevel | undefined): number {
  return access === undefined ? accessLevels.length : accessLevels.indexOf(access);
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/**
 * How well a documented path fits what was asked: -1 not at all; else the more segments stand there word by word the
 * better, for `/Catalogs/ItemSearch` is no id of `/Catalogs/{Id}`. What was asked may start with a base path.
 */
function rankOf(documented: readonly string[], asked: readonly string[]): number {
  const base = asked.length - documented.length;
  if (base < 0 || documented.length === 0) return -1;
  let literal = 0;
  for (const [position, segment] of documented.entries()) {
    const given = asked[base + position] ?? '';
    const isParameter = segment.startsWith('{') && segment.endsWith('}');
    if (!isParameter && segment.toLowerCase() === given.toLowerCase()) literal += 1;
    else if (!isParameter) return -1;
  }
  // A path without any word in it would fit every path of its length.
  if (literal === 0) return -1;
  return base === 0 ? literal + exactBonus : literal;
}

/** A path that fits as a whole beats any that fits only behind a base path. */
const exactBonus = 1000;
