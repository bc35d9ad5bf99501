import type { AccessLevel } from '@tokenwright/core';
import type { AccessRule } from './access-level.js';
import type { ImportResult } from './catalog-from-openapi.js';
import type { ImportedScope } from './imported-catalog.js';
import type { ImportedOperation } from './operation.js';

/** What one call needs, and how that is known. */
export interface CallExplanation {
  readonly operation: ImportedOperation;
  /** Each way to be allowed the call: the scopes that are needed together. */
  readonly ways: readonly (readonly {
    readonly id: string;
    readonly label: string;
    readonly access: AccessLevel | undefined;
    readonly rule: AccessRule | undefined;
  }[])[];
  /** Sentences that say by which rules. */
  readonly rules: readonly string[];
}

/**
 * Says what a call needs.
 *
 * @param call `POST /v2/droplets`, or a path alone for all its methods; with templates or real ids, or as a whole URL.
 * @returns One explanation for each operation that fits; of several paths the one with the most words in common.
 */
export function explainCall({ catalog, operations }: ImportResult, call: string): readonly CallExplanation[] {
  const [, method, target = ''] = /^(?:([A-Za-z]+)\s+)?(\S+)$/.exec(call.trim()) ?? [];
  const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/, '');
  const asked = segmentsOf(path);
  const fitting = operations
    .filter((operation) => method === undefined || operation.method === method.toUpperCase())
    .map((operation) => ({ operation, rank: rankOf(operation.path, path, asked) }))
    .filter(({ rank }) => rank >= 0);
  const best = Math.max(...fitting.map(({ rank }) => rank));
  const scopes = new Map(catalog.categories.flatMap((category) => category.scopes).map((scope) => [scope.id, scope]));
  return fitting.filter(({ rank }) => rank === best).map(({ operation }) => explain(operation, scopes));
}

function explain(operation: ImportedOperation, scopes: ReadonlyMap<string, ImportedScope>): CallExplanation {
  const { method, path } = operation;
  const own = [...scopes.values()].filter(
    ({ origin, endpoints = [] }) =>
      origin === 'operation' && endpoints.some((endpoint) => endpoint.method === method && endpoint.path === path),
  );
  const sets = own.length > 0 ? own.map(({ id }) => [id]) : operation.alternatives;
  return {
    operation,
    ways: sets.map((set) =>
      set.map((id) => {
        const scope = scopes.get(id);
        return { id, label: scope?.label ?? id, access: scope?.access, rule: scope?.inferred.access };
      }),
    ),
    rules: rulesOf(operation, own.length > 0),
  };
}

function rulesOf(operation: ImportedOperation, isOwnScope: boolean): readonly string[] {
  const { kind, source, alternatives, anonymousAllowed, anyToken, otherCredential } = operation;
  const sources = {
    operation: 'The operation has a security of its own, which replaces that of the document.',
    root: 'The operation has no security of its own, so that of the document counts.',
    none: 'Neither the operation nor the document has a security: what the call needs is not said.',
    extension: 'The extension that was named says which scopes are needed.',
    scopesOf: 'The function that was given as scopesOf says which scopes are needed.',
  };
  return [
    sources[source],
    kind === 'public' && 'The list of security requirements is empty: the call is public.',
    isOwnScope && 'The documents name no scopes, so the operation is a scope.',
    alternatives.length > 1 && 'Each security requirement of the list is one way; any of them will do.',
    alternatives.some((set) => set.length > 1) && 'All scopes of one way are needed together.',
    anonymousAllowed && 'An empty requirement allows the call without any credential.',
    anyToken && 'A requirement without scopes is met by any token.',
    otherCredential && 'A credential that knows no scopes, such as an API key, will do as well.',
  ].filter((rule) => rule !== false);
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** -1: does not fit; else the more words are the same the better, and a whole path before one behind a base path. */
function rankOf(documented: string, path: string, asked: readonly string[]): number {
  if (documented === path) return Number.MAX_SAFE_INTEGER;
  const segments = segmentsOf(documented);
  const base = asked.length - segments.length;
  if (base < 0) return -1;
  let words = 0;
  for (const [position, segment] of segments.entries()) {
    const given = asked[base + position];
    if (segment === given && !segment.includes('{')) words += 1;
    else if (!segment.includes('{')) return -1;
  }
  if (words === 0 && base > 0) return -1;
  return words * 2 + (base === 0 ? 1000 : 0);
}
