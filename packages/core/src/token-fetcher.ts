import type { CreateToken } from './creation.js';
import { isRecord } from './shape.js';

export interface TokenFetcherOptions {
  /** Where tokens are created. The server should answer with `Cache-Control: no-store`. */
  url: string | URL;
  /**
   * Further headers, for example one against cross-site request forgery, or a function that makes them anew for every
   * attempt. They cannot replace `Content-Type`, `Accept` and `Idempotency-Key`. What the function throws counts as what
   * `onCreate` rejects with.
   * @default none
   */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
}

/**
 * The server refused, or failed. Its message tells the status and nothing of the answer; the members are what an RFC 9457
 * problem document said, as it said it, for the wizard to look at.
 */
export class TokenFetchError extends Error {
  override readonly name = 'TokenFetchError';
  readonly status: number;
  readonly title: unknown;
  readonly detail: unknown;
  readonly errors: unknown;
  /** The `Retry-After` header (RFC 9110 §10.2.3): seconds or a date; null when there is none. */
  readonly retryAfter: string | null;

  constructor(response: Response, problem: unknown) {
    super(`Tokenwright: the server answered the request for a token with ${response.status}.`);
    const { title, detail, errors } = isRecord(problem) ? problem : {};
    this.status = response.status;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.retryAfter = response.headers.get('Retry-After');
  }
}

/**
 * An `onCreate` for a server that takes the request as JSON and answers with a `CreateTokenResult` as JSON: a POST with the
 * idempotency key in the header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07: a quoted string), never
 * cached, with the cookies of the same origin.
 *
 * A status beyond 2xx rejects with a {@link TokenFetchError}: 401 renews the session, 429 waits, 409 (another attempt under
 * this key is still at work) and 5xx leave the outcome unknown, any other 4xx leads to the fields that `errors[].pointer`
 * names. An answer that is no JSON, or not the expected one, leaves the outcome unknown, as does a lost connection.
 */
export function createTokenFetcher({ url, headers }: TokenFetcherOptions): CreateToken {
  return async (request, { signal, idempotencyKey }) => {
    const sent = new Headers(typeof headers === 'function' ? await headers() : headers);
    sent.set('Content-Type', 'application/json');
    sent.set('Accept', 'application/json, application/problem+json');
    sent.set('Idempotency-Key', `"${idempotencyKey}"`);
    const response = await fetch(url, {
      method: 'POST',
      headers: sent,
      body: JSON.stringify(request),
      signal,
      cache: 'no-store',
      credentials: 'same-origin',
    });
    if (!response.ok) throw new TokenFetchError(response, await readProblem(response));
    const body = await response.text();
    try {
      return JSON.parse(body);
    } catch {
      // Not the parser's own error: its message quotes the answer, which may hold the secret.
      throw new SyntaxError('Tokenwright: the server created a token, it says, but its answer is no JSON.');
    }
  };
}

/** The problem document of a refusal. The status says enough if there is none, or if it does not arrive in full. */
async function readProblem(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
