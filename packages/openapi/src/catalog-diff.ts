import type { AccessLevel, ScopeCatalog } from '@tokenwright/core';
import { compare } from './json.js';
import { distinct } from './security.js';

/** A call whose ways to be allowed it are not what they were. */
export interface EndpointChange {
  readonly method: string;
  readonly path: string;
  /** Sets of scopes that were enough. */
  readonly before: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
}

/** What two catalogs of one API differ in: for release notes, and for tokens that hold scopes of the old one. */
export interface CatalogDiff {
  readonly scopes: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    /** Scopes that let their holder do more or less than before, by their access level. */
    readonly changed: readonly { readonly id: string; readonly before: AccessLevel; readonly after: AccessLevel }[];
  };
  readonly endpoints: {
    readonly added: readonly EndpointChange[];
    readonly removed: readonly EndpointChange[];
    readonly changed: readonly EndpointChange[];
  };
}

/** Compares what scopes there are, what access they give, and which calls they open. Texts and order do not count. */
export function diffCatalogs(before: ScopeCatalog, after: ScopeCatalog): CatalogDiff {
  const [old, now] = [accessOf(before), accessOf(after)];
  const changed = [...old].flatMap(([id, access]) => {
    const current = now.get(id);
    return current !== undefined && current !== access ? [{ id, before: access, after: current }] : [];
  });
  return {
    scopes: {
      added: [...now.keys()].filter((id) => !old.has(id)).sort(compare),
      removed: [...old.keys()].filter((id) => !now.has(id)).sort(compare),
      changed: changed.sort((a, b) => compare(a.id, b.id)),
    },
    endpoints: diffEndpoints(waysOf(before), waysOf(after)),
  };
}

function diffEndpoints(old: ReadonlyMap<string, Ways>, now: ReadonlyMap<string, Ways>): CatalogDiff['endpoints'] {
  const changes = [...new Set([...old.keys(), ...now.keys()])].sort(compare).map((key): EndpointChange => {
    const [before, after] = [old.get(key), now.get(key)];
    const { method = '', path = '' } = before ?? after ?? {};
    return { method, path, before: distinct(before?.sets ?? []), after: distinct(after?.sets ?? []) };
  });
  return {
    added: changes.filter(({ before }) => before.length === 0),
    removed: changes.filter(({ after }) => after.length === 0),
    changed: changes.filter(
      ({ before, after }) => before.length > 0 && after.length > 0 && JSON.stringify(before) !== JSON.stringify(after),
    ),
  };
}

function accessOf({ categories }: ScopeCatalog): ReadonlyMap<string, AccessLevel> {
  return new Map(categories.flatMap(({ scopes }) => scopes.map(({ id, access }) => [id, access ?? 'write'] as const)));
}

interface Ways {
  readonly method: string;
  readonly path: string;
  readonly sets: (readonly string[])[];
}

function waysOf({ categories }: ScopeCatalog): ReadonlyMap<string, Ways> {
  const ways = new Map<string, Ways>();
  for (const { id, endpoints = [] } of categories.flatMap(({ scopes }) => scopes)) {
    for (const { method, path, with: others = [[]] } of endpoints) {
      // Parameters that are only called another name are the same call.
      const key = `${path.replaceAll(/\{[^{}]*\}/g, '{}')} ${method}`;
      const known = ways.get(key) ?? { method, path, sets: [] };
      for (const set of others) known.sets.push([id, ...set]);
      ways.set(key, known);
    }
  }
  return ways;
}
