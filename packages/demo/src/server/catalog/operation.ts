import type { HttpMethod, Scope } from '@tokenwright/core';

/**
 * The scope that opens exactly one operation of the API. Looking needs `read`, anything else `write`, unless said otherwise.
 *
 * @param path As documented, with its parameters in braces.
 */
export function operation(method: HttpMethod, path: string, scope: Scope): Scope {
  return { access: method === 'GET' ? 'read' : 'write', ...scope, endpoints: [{ method, path }] };
}
