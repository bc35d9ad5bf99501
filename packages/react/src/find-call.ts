import {
  findScopes,
  grantedScopes,
  readEndpointQuery,
  type ScopeCatalog,
  type ScopeSelection,
} from '@tokenwright/core';
import type { FoundCall } from '@tokenwright/ui';

/**
 * The scopes that a call needs, for the `findCall` of a `ScopePicker` that stands alone.
 *
 * @param text A method and path, a path with templates or real ids, a URL, or a `curl` command line.
 * @returns null when the text names no call; without matches when the catalog does not know the call.
 */
export function findCall(catalog: ScopeCatalog, selection: ScopeSelection, text: string): FoundCall | null {
  const call = readEndpointQuery(text);
  return call && { call, matches: findScopes(catalog, text, grantedScopes(catalog, selection)) };
}
