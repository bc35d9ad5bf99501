import type { TokenField, TokenRequest } from './request.js';

/** What is kept of a token once it exists. Never its secret. */
export interface TokenRecord {
  /** The host's identifier of the token. */
  id: string;
  name?: string | undefined;
  /** When it was made: an ISO 8601 instant. */
  createdAt?: string | undefined;
  /** How lists show the token, for example `"tkw_…x7Qp"`. */
  hint?: string | undefined;
  /** When it was revoked: an ISO 8601 instant. The user is then told so. Leave it out while the token is in force. */
  revokedAt?: string | undefined;
}

/** What a host's `onCreate` resolves with. */
export type CreateTokenResult =
  | { status: 'created'; token: TokenRecord; secret: string }
  /** A replay: minted by an earlier attempt with the same key; its secret cannot be shown again. */
  | { status: 'created-without-secret'; token: TokenRecord }
  /**
   * The server refused the request, and no token was created. Server functions return this, because an error that they throw arrives
   * without its members. `field` is a member of {@link TokenRequest}; an issue without one is shown on the review.
   */
  | { status: 'rejected'; issues: readonly { field?: string | null | undefined; detail: string }[] }
  /** The same for an expired session (401), and for a rate limit (429); `retryAfter` as in the `Retry-After` header. */
  | { status: 'session-expired' }
  | { status: 'rate-limited'; retryAfter?: number | string | null | undefined };

export interface CreateTokenContext {
  /** Aborted when the wizard stops waiting. Abort does not mean that nothing was created. */
  signal: AbortSignal;
  /** A UUID, one per intent: the same for every attempt at the same request, new after any edit. Send it as `Idempotency-Key`. */
  idempotencyKey: string;
  /** 1 for the first attempt. */
  attempt: number;
}

/**
 * Creates the token. Resolve with the result, or reject with what your HTTP client rejects with: the wizard finds the status, the
 * body and `Retry-After` in a `Response`, an RFC 9457 problem, and the errors of axios, ky, ofetch, tRPC, GraphQL and other clients.
 *
 * - 401, 419, 440, a login page, or a 403 that asks to sign in: the session has expired.
 * - 429: a rate limit. Without `Retry-After` the wizard waits 30 seconds.
 * - 409 without a reason, or one about the idempotency key: the first request is still being worked on.
 * - Any other 4xx: a refusal. Its texts are shown at the fields that it names, and the next request has a new key.
 * - 408, 5xx, a redirect, or no status: nobody knows whether a token exists.
 * - An error with `sent: false`: nothing was sent.
 */
export type CreateToken = (request: TokenRequest, context: CreateTokenContext) => Promise<CreateTokenResult>;

/**
 * The result of checking a request whose answer was lost. After `not-created` the user may edit the request, and the wizard sends
 * the next one under a new key. A lost request may still be on its way, so `not-created` must stay true: before answering it,
 * store the key as void, in the same database as the tokens, and refuse every later request that has it (410). A look-up that
 * leaves the key usable can lead to a second token. Reject when the result is not known.
 */
export type CheckOutcomeResult = { status: 'created'; token: TokenRecord } | { status: 'not-created' };

export type CheckOutcome = (
  request: TokenRequest,
  context: { signal: AbortSignal; idempotencyKey: string },
) => Promise<CheckOutcomeResult>;

/** One exact request and the key under which the host may see it, however often it is sent. */
export interface CreateIntent {
  readonly key: string;
  readonly request: TokenRequest;
  readonly attempt: number;
}

/** A fault the server named; `field` is null when it belongs to no field. */
export interface ServerIssue {
  readonly field: TokenField | null;
  readonly code: 'server.rejected';
  /** The server's words: untrusted text, at most 300 characters. */
  readonly detail: string;
}

/** The request could not be sent, so that no token was created. */
export interface NotSentIssue {
  readonly field: null;
  readonly code: 'request.notSent';
}

/** Why nobody knows whether a token exists. */
export type UnknownReason =
  | 'timeout'
  | 'network'
  | 'server'
  | 'malformed'
  | 'redirected'
  | 'in-progress'
  | 'key-reused'
  | 'interrupted'
  | 'elsewhere';

/** What came of one attempt. The secret is not part of it: it went into the vault. */
export type CreateOutcome =
  | { readonly type: 'created'; readonly token: TokenRecord }
  | { readonly type: 'createdWithoutSecret'; readonly token: TokenRecord }
  | { readonly type: 'rejected'; readonly issues: readonly (ServerIssue | NotSentIssue)[] }
  | { readonly type: 'rateLimited'; readonly retryAt: number }
  /** `uncertain` if a token may exist all the same. */
  | { readonly type: 'sessionExpired'; readonly uncertain?: true }
  | { readonly type: 'unknown'; readonly reason: UnknownReason }
  /** A lost attempt was checked, and created nothing. */
  | { readonly type: 'notCreated' };
