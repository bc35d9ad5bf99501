import { catalogFromOpenApi, type ImportResult } from './catalog-from-openapi.js';
import type { ImportedScope } from './imported-catalog.js';
import type { ImportOptions } from './options.js';

/** What stands under a path and a method in a test: its security, or a whole operation. */
type Operations = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A small document, written as `{ 'GET /jobs': { security: [...] } }`. */
export function documentOf(operations: Operations, rest: Readonly<Record<string, unknown>> = {}) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [call, operation] of Object.entries(operations)) {
    const [method = '', path = ''] = call.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation };
  }
  return { openapi: '3.1.0', info: { title: 'Jobs API', version: '1' }, paths, ...rest };
}

/** Security schemes of which one declares the scopes. */
export const oauth = (scopes: Readonly<Record<string, unknown>>) => ({
  components: {
    securitySchemes: {
      oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://example.com/token', scopes } } },
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      bearer: { type: 'http', scheme: 'bearer' },
      oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://example.com' },
    },
  },
});

/** A document that declares scopes with these descriptions, and uses none. */
export const declaring = (scopes: Readonly<Record<string, unknown>>) => documentOf({}, oauth(scopes));

export const needing = (...scopes: readonly string[]) => ({ security: [{ oauth: scopes }] });

export function scopesOf({ catalog }: Pick<ImportResult, 'catalog'>): readonly ImportedScope[] {
  return catalog.categories.flatMap((category) => category.scopes);
}

export function codesOf({ diagnostics }: Pick<ImportResult, 'diagnostics'>): readonly string[] {
  return diagnostics.map(({ code }) => code);
}

/** One scope of the catalog that a document gives. */
export function scopeIn(document: unknown, id: string, options: ImportOptions = {}): ImportedScope {
  const found = scopesOf(catalogFromOpenApi(document, options)).find((scope) => scope.id === id);
  if (!found) throw new Error(`There is no scope "${id}".`);
  return found;
}
