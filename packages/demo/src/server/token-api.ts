import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { catalogOf, versions } from './catalog/catalogs.js';
import type { Database } from './database.js';
import { ProblemError } from './problem.js';
import { requireSession, sessionApi } from './session.js';
import { checkTokenRequest, readTokenRequest } from './token-request.js';
import { findMinting, listContacts, listTokens, type Minting, mintToken, revokeToken, settleKey } from './tokens.js';

/** What a request for a token carries: its idempotency key. */
interface KeyHolder {
  Variables: { key: string };
}

/** 64 KiB: many times the largest request that the rules allow. */
const largestBody = 64 * 1024;

const longestKey = 255;

/** What the page *Settings → API* talks to: versions, their scopes, contacts, and the tokens. */
export function tokenApi(database: Database): Hono {
  const api = new Hono();
  /** Keys whose request is being processed. A second request with such a key is asked to wait: the first has the secret. */
  const inProgress = new Set<string>();

  const holdKey: MiddlewareHandler<KeyHolder> = async (c, next) => {
    const key = readIdempotencyKey(c.req.header('Idempotency-Key'));
    if (inProgress.has(key)) throw keyInProgress();
    inProgress.add(key);
    c.set('key', key);
    try {
      await next();
    } finally {
      inProgress.delete(key);
    }
  };

  api.use(async (c, next) => {
    refuseOtherSites(c);
    await next();
    c.header('Cache-Control', 'no-store');
  });

  api.route('/session', sessionApi());

  api.use(async (c, next) => {
    requireSession(c);
    await next();
  });

  api.get('/versions', (c) => c.json(versions));

  api.get('/versions/:version/catalog', (c) => {
    const catalog = catalogOf(c.req.param('version'));
    if (catalog) return c.json(catalog);
    throw notFound('There is no such version of the API. GET /api/versions lists those there are.');
  });

  api.get('/contacts', async (c) => c.json(await listContacts(database)));

  api.get('/tokens', async (c) => c.json(await listTokens(database)));

  api.post('/tokens', holdKey, bodyLimit({ maxSize: largestBody, onError: refuseLargeBody }), async (c) => {
    const key = c.get('key');
    const request = readTokenRequest(await readJson(c));
    const earlier = await findMinting(database, key, request);
    if (earlier) return answerMinting(c, earlier);
    checkTokenRequest(request, await listContacts(database));
    return answerMinting(c, await mintToken(database, key, request));
  });

  // Asked when an answer was lost. The request may still be on its way: once we have said that it created nothing, it must not.
  api.post('/token-requests/:key/void', async (c) => {
    const token = await settleKey(database, checkKeyLength(c.req.param('key')));
    return c.json(token ? { status: 'created', token } : { status: 'not-created' });
  });

  api.delete('/tokens/:id', async (c) => {
    if (await revokeToken(database, c.req.param('id'))) return c.body(null, 204);
    throw notFound('There is no such token; it may have been revoked already. GET /api/tokens lists those there are.');
  });

  return api;
}

function answerMinting(c: Context, minting: Minting): Response {
  switch (minting.outcome) {
    case 'minted':
      return c.json({ status: 'created', token: minting.token, secret: minting.secret }, 201);
    case 'replayed':
      return c.json({ status: 'created-without-secret', token: minting.token }, 200, {
        'Idempotency-Replayed': 'true',
      });
    case 'keyReused':
      throw new ProblemError({
        kind: 'idempotency-key-reused',
        title: 'The idempotency key belongs to another request',
        status: 422,
        detail: 'This Idempotency-Key has already been used with another body. Send a new key with a new request.',
      });
    case 'keyVoid':
      throw new ProblemError({
        kind: 'idempotency-key-void',
        title: 'The idempotency key is void',
        status: 410,
        detail:
          'Nothing was created. This request arrived after a check had found no token for it, and the check made its ' +
          'Idempotency-Key void. Send a new key with a new request.',
      });
  }
}

/**
 * Reads the value of an `Idempotency-Key` header, which is a string of RFC 8941: `"…"`
 * (draft-ietf-httpapi-idempotency-key-header-07 §2.1).
 *
 * @throws {ProblemError} 400 if it is missing, empty, not in double quotes or too long.
 */
function readIdempotencyKey(value: string | undefined): string {
  const quoted = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])+)"$/.exec(value?.trim() ?? '');
  return checkKeyLength(quoted?.[1] ?? '');
}

/** @throws {ProblemError} 400 if the key is empty or too long to be stored. */
function checkKeyLength(key: string): string {
  if (key !== '' && key.length <= longestKey) return key;
  throw new ProblemError({
    kind: 'idempotency-key-invalid',
    title: 'The idempotency key is missing or malformed',
    status: 400,
    detail:
      `Creating a token needs the header Idempotency-Key with a unique value of at most ${longestKey} characters in double ` +
      'quotes, so that a repeated request cannot create a second token.',
  });
}

async function readJson(c: Context): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? '')) {
    throw new ProblemError({
      title: 'Unsupported media type',
      status: 415,
      detail: 'The body must be JSON. Send it with the header Content-Type: application/json.',
    });
  }
  const bytes = await c.req.arrayBuffer();
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ProblemError({
      title: 'Malformed JSON',
      status: 400,
      detail: 'The body is not JSON in UTF-8, so nothing was done with it. Check it for syntax errors.',
    });
  }
}

/** Any page on the web can make a browser send requests here; only this application's own may change something. */
function refuseOtherSites(c: Context): void {
  const origin = c.req.header('Origin');
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return;
  if (origin === undefined || origin === new URL(c.req.url).origin) return;
  throw new ProblemError({
    title: 'Cross-site request refused',
    status: 403,
    detail: 'Tokens are created and revoked from this application only, and this request came from another site.',
  });
}

function refuseLargeBody(): never {
  throw new ProblemError({
    title: 'Content too large',
    status: 413,
    detail: `The body is larger than ${largestBody} bytes, so it was not read. Shorten it.`,
  });
}

function keyInProgress(): ProblemError {
  return new ProblemError(
    {
      kind: 'idempotency-key-in-progress',
      title: 'The same request is still being worked on',
      status: 409,
      detail:
        'A request with this Idempotency-Key has not been answered yet. Wait a moment and send it again unchanged.',
    },
    { 'Retry-After': '1' },
  );
}

function notFound(detail: string): ProblemError {
  return new ProblemError({ title: 'Not found', status: 404, detail });
}
