import { type AccessLevel, type Endpoint, type HttpMethod, indexCatalog, type ScopeCatalog } from './catalog.js';
import { readEndpointQuery } from './endpoint-query.js';
import { requiredScopes } from './requirements.js';

/** One way to be allowed a call. */
export interface ScopeAlternative {
  /** The ids that are needed together, in catalog order: the scopes that open the call and all they require. */
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
  const best = new Map<HttpMethod, { rank: string; endpoint: Endpoint; ways: (readonly string[])[] }>();
  for (const { scope } of indexCatalog(catalog).scopes.values()) {
    for (const { method, path, with: others = alone } of scope.endpoints ?? []) {
      if (query.method && !answers(method, query.method)) continue;
      const rank = rankOf(segmentsOf(path), asked);
      const known = best.get(method);
      if (rank === null || (known && known.rank > rank)) continue;
      const ways = others.map((set) => [scope.id, ...set]);
      if (known?.rank === rank) known.ways.push(...ways);
      else best.set(method, { rank, endpoint: { method, path }, ways });
    }
  }
  if (query.method === 'HEAD' && best.has('HEAD')) best.delete('GET');
  const holds = new Set(held);
  return [...best.values()].map(({ endpoint, ways }) => ({
    endpoint,
    alternatives: alternativesOf(catalog, ways, holds),
  }));
}

/** A scope is enough for a call unless its endpoint says otherwise. */
const alone: readonly (readonly string[])[] = [[]];

/** RFC 9110 §9.3.2: who may GET may ask for the head alone. */
function answers(method: HttpMethod, asked: HttpMethod): boolean {
  return method === asked || (asked === 'HEAD' && method === 'GET');
}

/** Least access first. A way that needs a scope which the catalog does not have is none. */
function alternativesOf(
  catalog: ScopeCatalog,
  ways: readonly (readonly string[])[],
  holds: ReadonlySet<string>,
): readonly ScopeAlternative[] {
  const { scopes: places } = indexCatalog(catalog);
  const alternatives = new Map<string, ScopeAlternative>();
  for (const way of ways) {
    if (!way.every((id) => places.has(id))) continue;
    const scopes = requiredScopes(catalog, way);
    const access = [...accessLevels]
      .reverse()
      .find((level) => scopes.some((id) => places.get(id)?.scope.access === level));
    // Each scope of a set names the whole set.
    alternatives.set(JSON.stringify(scopes), { scopes, missing: scopes.filter((id) => !holds.has(id)), access });
  }
  return [...alternatives.values()].sort(
    (a, b) => accessRank(a.access) - accessRank(b.access) || a.scopes.length - b.scopes.length,
  );
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
 * How well a documented path fits what was asked; null for not at all. A text that sorts higher fits better: a whole path
 * before one behind a base path; then the more segments stand there word by word, for `/Catalogs/ItemSearch` is no id of
 * `/Catalogs/{Id}`; then the earlier they stand.
 */
function rankOf(documented: readonly string[], asked: readonly string[]): string | null {
  const base = asked.length - documented.length;
  if (base < 0) return null;
  const words: number[] = [];
  for (const [position, segment] of documented.entries()) {
    const given = asked[base + position] ?? '';
    if (!segment.includes('{')) {
      if (plain(segment) !== plain(given)) return null;
      words.push(2);
    } else if (fitsTemplate(segment, given)) words.push(/^\{[^{}]*\}$/.test(segment) ? 0 : 1);
    else return null;
  }
  const likeness = words.reduce((sum, word) => sum + word, 0);
  // A path without any word in it would fit every path of its length.
  if (likeness === 0) return null;
  return `${base === 0 ? 1 : 0}${String(likeness).padStart(6, '0')}${words.join('')}`;
}

/** Whether a segment with parameters, such as `{id}` or `{id}:cancel`, may be the given one. */
function fitsTemplate(template: string, given: string): boolean {
  const [first = '', ...pieces] = template.split(/\{[^{}]*\}/);
  if (pieces.length === 0) return template === given;
  if (!given.startsWith(first)) return false;
  const last = pieces.pop() ?? '';
  let position = first.length;
  for (const piece of pieces) {
    // Every parameter takes at least one character.
    const found = given.indexOf(piece, position + 1);
    if (found < 0) return false;
    position = found + piece.length;
  }
  return given.endsWith(last) && given.length - last.length > position;
}

/** People type paths in any case, and browsers escape what they copy. */
function plain(segment: string): string {
  if (!segment.includes('%')) return segment.toLowerCase();
  try {
    return decodeURIComponent(segment).toLowerCase();
  } catch {
    return segment.toLowerCase();
  }
}
