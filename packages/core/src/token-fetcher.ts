import { readCreateResult } from './create-outcome.js';
import type { CreateToken, CreateTokenResult } from './creation.js';
import type { TokenRequest } from './request.js';
import { createSecretVault } from './secret-vault.js';
import { parseBody, readBody } from './server-answer.js';
import { isRecord } from './shape.js';

export interface TokenFetcherOptions {
  /**
   * The address that creates tokens. The server should answer with `Cache-Control: no-store`, and without a redirect. A redirect to
   * another origin is never followed.
   */
  url: string | URL;
  /**
   * Further headers, for example one against cross-site request forgery, or a function that returns them for every
   * attempt. They cannot replace `Content-Type`, `Accept` and `Idempotency-Key`. If the function throws, nothing is sent: an error
   * with the status 401, or such as `login_required`, renews the session; any other is shown as "nothing was sent".
   * @default none
   */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /**
   * Which cookies are sent. `'include'` sends those of a server on another origin, which has to allow this (CORS).
   * @default 'same-origin'
   */
  credentials?: RequestCredentials | undefined;
  /**
   * How the key is written in `Idempotency-Key`: as a quoted string, as draft-ietf-httpapi-idempotency-key-header has it, or as a
   * plain UUID, for servers that accept nothing else.
   * @default 'quoted'
   */
  idempotencyKey?: 'quoted' | 'plain' | undefined;
  /**
   * Returns the body for a server that expects another one. It is sent as JSON.
   * @default the request as it is
   */
  mapRequest?: ((request: TokenRequest) => unknown) | undefined;
  /**
   * Reads the answer of a server that answers in another shape. `body` is the parsed JSON, the text, or `''` if there is none; the
   * response has the status and the headers. If this throws, the outcome is unknown.
   * @default the body, which may have the result in `data`, or the members of the token beside the secret
   */
  readResult?: ((body: unknown, response: Response) => CreateTokenResult | Promise<CreateTokenResult>) | undefined;
}

/**
 * The server refused, or failed. Its message has the status and nothing of the answer; the other members are what the server
 * said, unchecked.
 */
export class TokenFetchError extends Error {
  override readonly name = 'TokenFetchError';
  readonly status: number;
  readonly title: unknown;
  readonly detail: unknown;
  readonly errors: unknown;
  /** The parsed body of a refusal; undefined where the server failed. */
  readonly body: unknown;
  /** The `Retry-After` header (RFC 9110 §10.2.3): seconds or a date; null when there is none. */
  readonly retryAfter: string | null;
  /** Whether the answer is that of another address, to which the server had redirected the request. */
  readonly redirected: boolean;

  constructor(response: Response, body: unknown) {
    super(`Tokenwright: the server answered the request for a token with ${response.status}.`);
    const { title, detail, errors } = isRecord(body) ? body : {};
    // What a redirect to another origin looks like.
    const isOpaque = response.type === 'opaqueredirect';
    this.status = response.status;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.body = response.status < 500 ? body : undefined;
    this.retryAfter = response.headers.get('Retry-After');
    this.redirected = response.redirected || isOpaque;
  }
}

/** Nothing was sent. The `cause` is what the host's own function threw, or what the platform says of a wrong address or header. */
export class TokenNotSentError extends Error {
  override readonly name = 'TokenNotSentError';
  readonly sent = false;
}

/**
 * Makes an `onCreate` for a server that takes the request as JSON: a POST with the idempotency key in the header `Idempotency-Key`,
 * never cached. The options change what is sent and how the answer is read.
 *
 * A status beyond 2xx rejects with a {@link TokenFetchError}, which the wizard reads as {@link CreateToken} describes. An answer that
 * cannot be used leaves the outcome unknown, as does a lost connection.
 *
 * @throws TypeError if there is no `url`.
 */
export function createTokenFetcher(options: TokenFetcherOptions): CreateToken {
  if (!isRecord(options) || !(options.url instanceof URL || (typeof options.url === 'string' && options.url.trim()))) {
    throw new TypeError(
      "Tokenwright: createTokenFetcher needs the address that creates tokens: { url: '/api/tokens' }.",
    );
  }
  const { url, headers, credentials = 'same-origin', idempotencyKey: form, mapRequest, readResult } = options;
  return async (request, { signal, idempotencyKey }) => {
    const init = await beforeSending(async () => {
      const target = new URL(url, globalThis.document?.baseURI);
      const sent = new Headers(typeof headers === 'function' ? await headers() : headers);
      sent.set('Content-Type', 'application/json');
      sent.set('Accept', 'application/json, application/problem+json');
      sent.set('Idempotency-Key', form === 'plain' ? idempotencyKey : `"${idempotencyKey}"`);
      return {
        method: 'POST',
        headers: sent,
        body: JSON.stringify(mapRequest ? mapRequest(request) : request),
        signal,
        cache: 'no-store',
        credentials,
        ...sameOriginOnly(target),
      } as const;
    });
    const response = await fetch(url, init).catch(async (error: unknown) => {
      throw (await findRedirect(url, init)) ?? error;
    });
    const isPage = response.redirected && /html/.test(response.headers.get('Content-Type') ?? '');
    if (!response.ok || isPage) throw new TokenFetchError(response, await readBody(response));
    const body = parseBody(await response.text());
    // Errors of the parser and of the host would quote the answer, which may hold the secret.
    if (readResult) {
      try {
        return await readResult(body, response);
      } catch {
        throw new SyntaxError('Tokenwright: "readResult" of createTokenFetcher failed.');
      }
    }
    const hasSecret = () => readCreateResult(body, createSecretVault())?.type === 'created';
    if (response.status === 202 && !hasSecret()) throw new TokenFetchError(response, body);
    if (isResult(body)) return body;
    throw new SyntaxError('Tokenwright: the server answered that it created a token, but its answer is not JSON.');
  };
}

/** The wizard reads what JSON of a server says, so its type is only claimed here. */
function isResult(body: unknown): body is CreateTokenResult {
  return isRecord(body);
}

async function beforeSending<T>(prepare: () => Promise<T>): Promise<T> {
  try {
    return await prepare();
  } catch (cause) {
    throw new TokenNotSentError('Tokenwright: the request for a token could not be sent.', { cause });
  }
}

/** In a browser, the request and its key go to no other origin than the one that the host chose. */
function sameOriginOnly(target: URL): RequestInit {
  const origin = globalThis.origin;
  if (!origin) return {};
  return target.origin === origin ? { mode: 'same-origin' } : { redirect: 'manual' };
}

/**
 * A redirect to another origin, where sign-in pages often are, looks like a lost connection. Servers and proxies that ask for a
 * sign-in redirect every request, so one that changes nothing tells the two apart.
 */
async function findRedirect(url: string | URL, init: RequestInit): Promise<TokenFetchError | undefined> {
  if (init.mode !== 'same-origin' || init.signal?.aborted) return undefined;
  const look = { ...init, method: 'HEAD', body: null, redirect: 'manual' } as const;
  const response = await fetch(url, look).catch(() => undefined);
  return response?.type === 'opaqueredirect' ? new TokenFetchError(response, '') : undefined;
}
