import type { Place, Report } from './diagnostics.js';
import { compare, entriesOf, isObject, type JsonObject, member, pointerTo } from './json.js';
import type { ImportedOperation } from './operation.js';
import type { FollowReference } from './references.js';

export type Needs = Pick<
  ImportedOperation,
  'alternatives' | 'kind' | 'anonymousAllowed' | 'anyToken' | 'otherCredential'
>;

export const unspecified: Needs = {
  kind: 'unspecified',
  alternatives: [],
  anonymousAllowed: false,
  anyToken: false,
  otherCredential: false,
};

/** More ways into one operation than this are no document that people use, but one that exhausts memory. */
export const mostAlternatives = 2_000;

/** The type of each security scheme by name; `undefined` for one that could not be read. */
export type Schemes = ReadonlyMap<string, string | undefined>;

/**
 * Reads a `security`: several objects are alternatives; the schemes of one object are needed together, so their lists unite.
 * What cannot be understood counts as secured, for a wrong `public` would be believed.
 */
export function readSecurity(
  value: unknown,
  { schemes, scopeList, place, report }: { schemes: Schemes; scopeList: 'all' | 'any'; place: Place; report: Report },
): Needs {
  const requirements = value === null ? [] : value;
  if (!Array.isArray(requirements)) {
    report('security-malformed', place, `"security" is no list, but ${kindOf(value)}.`);
    return { ...unspecified, kind: 'secured', otherCredential: true };
  }
  if (requirements.length === 0) return { ...unspecified, kind: 'public' };
  const needs = { anonymousAllowed: false, anyToken: false, otherCredential: false };
  const alternatives: string[][] = [];
  for (const [position, requirement] of requirements.entries()) {
    const here = { ...place, pointer: `${place.pointer}/${position}` };
    if (!isObject(requirement)) {
      report('security-malformed', here, `A security requirement is no object, but ${kindOf(requirement)}.`);
      needs.otherCredential = true;
      continue;
    }
    const lists = entriesOf(requirement).map(([scheme, list]) => {
      if (!schemes.has(scheme)) report('scheme-unknown', here, `The security scheme "${scheme}" is not declared.`);
      return readScopeList(
        list,
        { document: here.document, pointer: here.pointer + pointerTo(scheme).slice(1) },
        report,
      );
    });
    const filled = lists.filter((list) => list.length > 0);
    if (filled.length > 0) alternatives.push(...combine(filled, scopeList));
    else if (lists.length === 0) needs.anonymousAllowed = true;
    else if (Object.keys(requirement).every((scheme) => isTokenScheme(schemes.get(scheme)))) needs.anyToken = true;
    else needs.otherCredential = true;
  }
  if (alternatives.length > mostAlternatives) {
    report(
      'too-large',
      place,
      `There are ${alternatives.length} alternatives; the first ${mostAlternatives} were read.`,
    );
  }
  return { kind: 'secured', ...needs, alternatives: distinct(alternatives.slice(0, mostAlternatives)) };
}

const isTokenScheme = (type: string | undefined): boolean => type === 'oauth2' || type === 'openIdConnect';

/** The scope ids of one list. A single string is taken for a list of one: more is asked for then, never less. */
function readScopeList(value: unknown, place: Place, report: Report): string[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) {
    report('security-malformed', place, `The scopes are no list, but ${kindOf(value)}.`);
    return typeof value === 'string' && value !== '' ? [value] : [];
  }
  return value.flatMap((id) => {
    if (typeof id === 'string' && id !== '') return [id];
    if (id === '') report('scope-id-empty', place, 'A list of scopes holds an empty id.');
    else report('security-malformed', place, `A list of scopes holds ${kindOf(id)}, which is no id.`);
    return typeof id === 'number' || typeof id === 'boolean' ? [String(id)] : [];
  });
}

/** What lists that are needed together come to. */
export function combine(lists: readonly (readonly string[])[], scopeList: 'all' | 'any'): string[][] {
  if (scopeList === 'all') return [lists.flat()];
  let ways: string[][] = [[]];
  for (const list of lists) {
    ways = ways.flatMap((way) => list.map((id) => [...way, id])).slice(0, mostAlternatives);
    ways = smallest(distinct(ways));
  }
  return ways;
}

/** Sorted sets, each once. */
export function distinct(sets: readonly (readonly string[])[]): string[][] {
  const [only] = sets;
  if (only?.length === 1 && sets.length === 1) return [[...only]];
  const known = new Map<string, string[]>();
  for (const set of sets) {
    const ids = [...new Set(set)].sort(compare);
    known.set(JSON.stringify(ids), ids);
  }
  return [...known.values()].sort((a, b) => compareSets(a, b));
}

/** Without the sets that hold another one wholly: who has more than enough has enough. */
function smallest(sets: string[][]): string[][] {
  const single = new Set(sets.flatMap((set) => (set.length === 1 ? set : [])));
  return sets.filter((set) => set.length === 1 || !set.some((id) => single.has(id)));
}

function compareSets(a: readonly string[], b: readonly string[]): number {
  const length = Math.min(a.length, b.length);
  for (let place = 0; place < length; place += 1) {
    const order = compare(a[place] ?? '', b[place] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A scope that a security scheme declares. */
export interface DeclaredScope {
  readonly id: string;
  /** As written; undefined if it is no text. */
  readonly description: string | undefined;
  readonly place: Place;
}

/** The security schemes of a document, and the scopes that all their flows declare. */
export function readSchemes(
  document: JsonObject,
  { name, report, follow }: { name: string; report: Report; follow: FollowReference },
): { schemes: Schemes; declared: readonly DeclaredScope[] } {
  const names = Object.hasOwn(document, 'swagger') ? ['securityDefinitions'] : ['components', 'securitySchemes'];
  const schemes = new Map<string, string | undefined>();
  const declared: DeclaredScope[] = [];
  const container = names.reduce<unknown>((value, key) => member(value, key), document);
  for (const [scheme, given] of entriesOf(container)) {
    const place = { document: name, pointer: pointerTo(...names, scheme) };
    const value = follow(given, place);
    const type = member(value, 'type');
    schemes.set(scheme, typeof type === 'string' ? type : undefined);
    // Swagger 2.0 has one flow per scheme, and its scopes beside it.
    const holders: [string, unknown][] = [
      ['', value],
      ...entriesOf(member(value, 'flows')).map(
        ([flow, entry]) => [`/flows${pointerTo(flow).slice(1)}`, entry] as [string, unknown],
      ),
    ];
    for (const [pointer, holder] of holders) {
      const scopes = member(holder, 'scopes');
      const here = { document: name, pointer: `${place.pointer}${pointer}/scopes` };
      if (scopes === undefined || scopes === null) continue;
      if (!isObject(scopes)) {
        report('scheme-malformed', here, `The scopes of "${scheme}" are ${kindOf(scopes)}.`);
        continue;
      }
      for (const [id, description] of entriesOf(scopes)) {
        if (id === '') report('scope-id-empty', here, `The security scheme "${scheme}" declares an empty id.`);
        else
          declared.push({
            id,
            description: typeof description === 'string' ? description : undefined,
            place: { document: name, pointer: here.pointer + pointerTo(id).slice(1) },
          });
      }
    }
  }
  return { schemes, declared };
}
