import type { Endpoint, ScopeCatalog } from '@tokenwright/react';

/** What stands in the example for the parameters of a path: an account, and a number for anything else. */
const sampleAccount = 'IRdemo0000000000';
const sampleId = '1001';

/**
 * A `curl` line that can be pasted into a shell: it calls the first operation the token may read, else the first it may
 * call at all.
 *
 * @param origin Where the API answers: `http://localhost:3000`.
 * @param scopes Ids of the scopes the token holds.
 * @returns undefined if the token opens no operation.
 */
export function usageExample(
  secret: string,
  { origin, scopes, catalog }: { origin: string; scopes: readonly string[]; catalog: ScopeCatalog },
): string | undefined {
  const granted = new Set(scopes);
  const endpoints = catalog.categories
    .flatMap((category) => category.scopes)
    .filter(({ id }) => granted.has(id))
    .flatMap((scope) => scope.endpoints ?? []);
  const endpoint = endpoints.find(({ method }) => method === 'GET') ?? endpoints[0];
  if (!endpoint) return undefined;
  const method = endpoint.method === 'GET' ? '' : ` -X ${endpoint.method}`;
  return `curl${method} -H ${quote(`Authorization: Bearer ${secret}`)} ${quote(origin + fillIn(endpoint))}`;
}

function fillIn({ path }: Endpoint): string {
  return path.replaceAll(/\{([^}]*)\}/g, (_, name) => (name === 'AccountSID' ? sampleAccount : sampleId));
}

/** POSIX shells take everything between single quotes as it is. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
