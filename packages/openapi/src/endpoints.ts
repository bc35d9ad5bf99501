import type { HttpMethod, ScopeEndpoint } from '@tokenwright/core';
import type { ImportedOperation } from './operation.js';

const catalogMethods: ReadonlySet<string> = new Set<HttpMethod>([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'QUERY',
]);

/** Whether a catalog can name the method. OpenAPI 3.2 allows any other as well. */
export function isCatalogMethod(method: string): method is HttpMethod {
  return catalogMethods.has(method);
}

/**
 * What each scope opens, with the scopes that are needed beside it.
 *
 * @param isOffered Whether the catalog has a scope: a way that needs one it does not have is no way.
 */
export function endpointsByScope(
  operations: readonly ImportedOperation[],
  isOffered: (id: string) => boolean,
): ReadonlyMap<string, readonly ScopeEndpoint[]> {
  const opened = new Map<string, ScopeEndpoint[]>();
  for (const { method, path, alternatives } of operations) {
    if (!isCatalogMethod(method)) continue;
    const others = new Map<string, string[][]>();
    for (const set of alternatives) {
      if (!set.every(isOffered)) continue;
      for (const id of set) {
        const ways = others.get(id) ?? [];
        ways.push(set.filter((other) => other !== id));
        others.set(id, ways);
      }
    }
    for (const [id, ways] of others) {
      const endpoints = opened.get(id) ?? [];
      const isEnough = ways.length === 1 && ways[0]?.length === 0;
      endpoints.push({ method, path, ...(!isEnough && { with: ways }) });
      opened.set(id, endpoints);
    }
  }
  return opened;
}
