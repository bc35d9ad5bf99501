import { indexCatalog, type Scope } from '@tokenwright/core';
import { type Context, Hono } from 'hono';
import { catalogOf } from './catalog/catalogs.js';
import type { Database } from './database.js';
import { ProblemError } from './problem.js';
import { acceptSecret, type TokenGrant } from './tokens.js';

/** The API that the tokens are for: every operation of the catalog, guarded by the scope that opens it. */
export function partnerApi(database: Database): Hono {
  const api = new Hono();
  api.all('/Mediapartners/*', async (c) => {
    const token = await authenticate(c, database);
    // A HEAD request is answered as its GET without the body (RFC 9110 §9.3.2).
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    const scope = findScope(token.version, method, c.req.path);
    if (!token.scopes.includes(scope.id)) throw insufficientScope(scope);
    return c.json(sampleBody(method, c.req.path, scope), 200, { 'Cache-Control': 'no-store' });
  });
  return api;
}

/** RFC 6750 §2.1: the token comes in the Authorization header. */
async function authenticate(c: Context, database: Database): Promise<TokenGrant> {
  const secret = /^Bearer +([\w.~+/-]+=*)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (secret === undefined) {
    throw unauthorized('This endpoint needs a token. Send it in the header Authorization: Bearer tkw_….', '');
  }
  const token = await acceptSecret(database, secret);
  if (token) return token;
  throw unauthorized('The token is not valid: it was mistyped, or it has been revoked.', ', error="invalid_token"');
}

/** The scope that opens an operation. A path without parameters wins: `/Catalogs/ItemSearch` is not a catalog's id. */
function findScope(version: string, method: string, path: string): Scope {
  const catalog = catalogOf(version);
  const matches = [...(catalog ? indexCatalog(catalog).scopes.values() : [])]
    .flatMap(({ scope }) => (scope.endpoints ?? []).map((endpoint) => ({ scope, ...endpoint })))
    .filter((candidate) => matchesPath(candidate.path, path))
    .toSorted((a, b) => parametersIn(a.path) - parametersIn(b.path));
  const match = matches.find((candidate) => candidate.method === method);
  if (match) return match.scope;
  if (matches.length > 0) {
    const allowed = matches.map((candidate) => candidate.method).join(', ');
    throw new ProblemError(
      {
        title: 'Method not allowed',
        status: 405,
        detail: `This path does not answer ${method}. It answers ${allowed}.`,
      },
      { Allow: allowed },
    );
  }
  throw new ProblemError({
    title: 'Not found',
    status: 404,
    detail: `Version ${version} of the API, which this token is for, has no such path.`,
  });
}

function matchesPath(template: string, path: string): boolean {
  const expected = template.split('/');
  const actual = path.split('/');
  return (
    expected.length === actual.length &&
    expected.every((segment, place) => (segment.startsWith('{') ? actual[place] !== '' : actual[place] === segment))
  );
}

function parametersIn(path: string): number {
  return path.split('{').length - 1;
}

/** A small answer of the kind the real API gives. */
function sampleBody(method: string, path: string, scope: Scope): Record<string, unknown> {
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (method !== 'GET') return { Status: 'OK', Uri: path };
  if (scope.endpoints?.[0]?.path.endsWith('}')) return { Id: decode(last), Uri: path };
  return {
    '@page': '1',
    '@total': '2',
    '@uri': path,
    [last]: ['1001', '1002'].map((id) => ({ Id: id, Uri: `${path}/${id}` })),
  };
}

/** A stray percent sign in a path is no reason to fail. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** RFC 6750 §3: who sent no token is told only that one is needed; who sent a wrong one is told that too. */
function unauthorized(detail: string, error: string): ProblemError {
  return new ProblemError(
    { ...(error && { kind: 'invalid-token' as const }), title: 'Not authorised', status: 401, detail },
    { 'WWW-Authenticate': `Bearer realm="partner-api"${error}` },
  );
}

function insufficientScope(scope: Scope): ProblemError {
  return new ProblemError(
    {
      kind: 'insufficient-scope',
      title: 'The token lacks a scope',
      status: 403,
      detail: `This operation needs the scope "${scope.id}" (${scope.label}). Create a token that holds it.`,
      missingScope: scope.id,
    },
    { 'WWW-Authenticate': `Bearer realm="partner-api", error="insufficient_scope", scope="${scope.id}"` },
  );
}
