import type { CheckOutcomeResult, CreateOutcome, ServerIssue, TokenRecord, UnknownReason } from './creation.js';
import type { SecretVault } from './secret-vault.js';
import { findAnswer, type Layer, memberOf } from './server-answer.js';
import { findIssues, serverIssue } from './server-issues.js';
import { idText, isRecord, isText } from './shape.js';

/**
 * Reads what `onCreate` resolved with; a secret goes straight into the vault. Undefined if it says of no token that it exists.
 *
 * A host's server may answer in another shape than {@link CreateTokenResult}: in `data`, without `status`, flat, or with the secret in
 * `token`. The only copy of a secret is worth more than the right shape.
 */
export function readCreateResult(result: unknown, vault: SecretVault): CreateOutcome | undefined {
  if (!isRecord(result)) return undefined;
  return readCreated(result, vault);
}

function readCreated(answer: Layer, vault: SecretVault, depth = 0): CreateOutcome | undefined {
  const { status, token } = answer;
  if (status === 'rejected' || Number(status) >= 400 || answer.ok === false) return undefined;
  const isReplay = status === 'created-without-secret';
  const secret = isReplay ? undefined : [answer.secret, isRecord(token) ? token.secret : token].find(isText);
  const record = readToken(token, secret) ?? readToken(answer, secret);
  if (secret !== undefined) {
    vault.put(secret);
    return { type: 'created', token: record ?? { id: '' } };
  }
  if (record && (isReplay || status === 'created')) return { type: 'createdWithoutSecret', token: record };
  // GraphQL names what is in `data` after the mutation.
  const inner = [answer.data, answer.body, answer.result, ...(depth > 0 ? Object.values(answer) : [])].filter(isRecord);
  for (const member of depth < 3 ? inner : []) {
    const outcome = readCreated(member, vault, depth + 1);
    if (outcome) return outcome;
  }
  return undefined;
}

/** Says which member makes a result of `onCreate` differ from {@link CreateTokenResult}; undefined if none does. */
export function faultOfResult(result: unknown): string | undefined {
  if (!isRecord(result)) return `it is ${result === null ? 'null' : typeof result}`;
  const { status, token } = result;
  const fault = (name: string, value: unknown) =>
    `"${name}" is ${value === undefined || value === null ? 'missing' : 'wrong'}`;
  switch (status) {
    case 'created':
    case 'created-without-secret':
      if (!isRecord(token)) return fault('token', token);
      if (!readToken(token)) return fault('token.id', token.id);
      return status === 'created' && !isText(result.secret) ? fault('secret', result.secret) : undefined;
    case 'rejected':
      return Array.isArray(result.issues) ? undefined : fault('issues', result.issues);
    case 'rate-limited':
    case 'session-expired':
      return undefined;
    default:
      return fault('status', status);
  }
}

/**
 * Reads what `onCreate` rejected with, whatever that is, or a result that names no token.
 *
 * @param reason Why the outcome is unknown, if there is no status.
 */
export async function readCreateFailure(error: unknown, reason: UnknownReason = 'network'): Promise<CreateOutcome> {
  try {
    return await readFailure(error, reason);
  } catch {
    // A proxy can refuse every look at it.
    return { type: 'unknown', reason };
  }
}

async function readFailure(error: unknown, reason: UnknownReason): Promise<CreateOutcome> {
  // What `response.json()` throws at a login page or an empty body.
  if (error instanceof SyntaxError) return { type: 'unknown', reason: 'malformed' };
  const answer = await findAnswer(error);
  const { layers, status = 0, retryAfter, page } = answer;
  const wasSent = layers[0]?.sent !== false;
  const redirected = wasSent && answer.redirected;
  const isSessionOver =
    [401, 419, 440].includes(status) ||
    // A redirect that was not followed has no status.
    (redirected && (status === 0 || (page !== '' && status < 300))) ||
    (status === 403 && (isLogin.test(page) || findIssues(layers).some(({ detail }) => isSignedOut.test(detail))));
  // A redirect may also follow when the token was created, as to its page: it never proves that there is none.
  if (isSessionOver) return { type: 'sessionExpired', ...(redirected && { uncertain: true }) };
  if (status === 429 && !redirected) {
    return { type: 'rateLimited', retryAt: readRetryAfter(retryAfter) ?? Date.now() + defaultRetryDelay };
  }
  const isRefusal = status >= 400 && status < 500 && status !== 408 && !redirected;
  const issues = isRefusal ? findIssues(layers) : [];
  if (!wasSent && issues.length === 0) return { type: 'rejected', issues: [{ field: null, code: 'request.notSent' }] };
  if (redirected || (status >= 300 && status < 400)) return { type: 'unknown', reason: 'redirected' };
  if (status === 202 || (status === 409 && wasSent && !isReason(issues, layers, retryAfter))) {
    return { type: 'unknown', reason: 'in-progress' };
  }
  if (isRefusal && isReusedKey.test(wordsOf(issues, layers))) return { type: 'unknown', reason: 'key-reused' };
  if (isRefusal)
    return { type: 'rejected', issues: issues.length > 0 ? issues : [serverIssue(null, messageOf(error))] };
  return { type: 'unknown', reason: status >= 500 || status === 408 ? 'server' : status ? 'malformed' : reason };
}

/** Matches a page that asks to sign in. */
const isLogin = /password|\b(sign|log)[ _-]?in\b/i;
/** Matches what Django REST framework and others say with a 403. */
const isSignedOut =
  /authentication (credentials were not provided|(is )?required)|not (authenticated|(logged|signed) in)|session (has |is )?expired/i;

/**
 * Whether a 409 is a refusal, such as "this name is taken". It is one if it names a field, or says something else than that the
 * first request with this key is still being worked on. What names the key, or when to ask again, is about the key.
 */
function isReason(issues: readonly ServerIssue[], layers: readonly Layer[], retryAfter: unknown): boolean {
  if (issues.some(({ field }) => field)) return true;
  return (
    retryAfter === undefined &&
    issues.some(({ detail }) => !/^(conflict|refused)\W*$/i.test(detail)) &&
    !isAboutKey.test(wordsOf(issues, layers))
  );
}

function wordsOf(issues: readonly ServerIssue[], layers: readonly Layer[]): string {
  const said = layers.flatMap((layer) => ['type', 'code', 'title', 'error'].map((name) => memberOf(layer, name)));
  return [...said, ...issues.map(({ detail }) => detail)].filter(isText).join(' ');
}

/** Matches the refusal of a key that was sent with another request before (draft-ietf-httpapi-idempotency-key-header-07 §2.7). */
const isReusedKey =
  /idempoten.*(re-?used?|(another|different|other|same) (body|payload|request|parameter)|already|mismatch)/is;

const isAboutKey =
  /idempoten|in.?(progress|flight)|\b(outstanding|process(ed|ing)|still|concurrent|lock|pending|retry|wait|later|being)|duplicate.?request|(same|another|previous|earlier) (request|key)|request.* (received|sent|submitted)/i;

/** The message of an Error, unless it is that of an HTTP client, which names the status. */
function messageOf(error: unknown): string {
  return error instanceof Error && isText(error.message) && !/\d{3}/.test(error.message) ? error.message : '';
}

/** Reads what `onCheckOutcome` resolved with; undefined when it says nothing usable. */
export function readCheckResult(result: unknown): CheckOutcomeResult | undefined {
  if (!isRecord(result)) return undefined;
  if (result.status === 'not-created') return { status: 'not-created' };
  const token = readToken(result.token);
  return result.status === 'created' && token ? { status: 'created', token } : undefined;
}

/** When a server that limits the rate does not say how long to wait. */
const defaultRetryDelay = 30_000;
const maxRetryDelay = 24 * 60 * 60 * 1000;

const tokenMembers = ['name', 'createdAt', 'hint', 'revokedAt'] as const;

/** Copies only the members that we know, and none that holds the secret: what else the host put beside them may be secret. */
function readToken(value: unknown, secret?: string): TokenRecord | undefined {
  if (!isRecord(value)) return undefined;
  const id = idText(value.id);
  if (!isText(id)) return undefined;
  const isSafe = (text: string) => secret === undefined || !text.includes(secret);
  const token: TokenRecord = { id: isSafe(id) ? id : '' };
  for (const member of tokenMembers) {
    const text = value[member];
    if (isText(text) && isSafe(text)) token[member] = text;
  }
  return token;
}

/** `Retry-After`, RFC 9110 §10.2.3: seconds or an HTTP date. The result is in milliseconds since the epoch. */
function readRetryAfter(value: unknown): number | undefined {
  if (typeof value !== 'number' && !isText(value)) return undefined;
  const now = Date.now();
  const seconds = Number(value);
  const at = Number.isNaN(seconds) ? Date.parse(String(value)) : now + seconds * 1000;
  return Number.isNaN(at) ? undefined : Math.min(Math.max(at, now), now + maxRetryDelay);
}
