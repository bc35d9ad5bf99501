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
  | { status: 'created-without-secret'; token: TokenRecord };

export interface CreateTokenContext {
  /** Aborted when the wizard stops waiting. Abort does not mean that nothing was created. */
  signal: AbortSignal;
  /** A UUID, one per intent: the same for every attempt at the same request, new after any edit. Send it as `Idempotency-Key`. */
  idempotencyKey: string;
  /** 1 for the first attempt. */
  attempt: number;
}

/**
 * Creates the token. Resolve with the result; reject with anything that has a `status` (a `Response`, an RFC 9457 problem
 * object, an `Error` with these members): 401 is an expired session, 429 a rate limit (`retryAfter` or the `Retry-After`
 * header), 409 and 5xx an unknown outcome, any other 4xx a rejection whose `errors[].pointer` lead to fields. A rejection
 * without a `status` is an unknown outcome.
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

/** Why nobody knows whether a token exists. */
export type UnknownReason =
  | 'timeout'
  | 'network'
  | 'server'
  | 'malformed'
  | 'in-progress'
  | 'interrupted'
  | 'elsewhere';

/** What came of one attempt. The secret is not part of it: it went into the vault. */
export type CreateOutcome =
  | { readonly type: 'created'; readonly token: TokenRecord }
  | { readonly type: 'createdWithoutSecret'; readonly token: TokenRecord }
  | { readonly type: 'rejected'; readonly issues: readonly ServerIssue[] }
  | { readonly type: 'rateLimited'; readonly retryAt: number }
  | { readonly type: 'sessionExpired' }
  | { readonly type: 'unknown'; readonly reason: UnknownReason }
  /** A lost attempt was checked, and created nothing. */
  | { readonly type: 'notCreated' };
