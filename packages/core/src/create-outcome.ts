import type { CheckOutcomeResult, CreateOutcome, ServerIssue, TokenRecord } from './creation.js';
import type { TokenField } from './request.js';
import type { SecretVault } from './secret-vault.js';
import { hasText, isRecord } from './shape.js';
import { stepOfField } from './token-wizard.context.js';

/** Reads what `onCreate` resolved with; a secret goes straight into the vault. */
export function readCreateResult(result: unknown, vault: SecretVault): CreateOutcome {
  if (!isRecord(result)) return { type: 'unknown', reason: 'malformed' };
  const token = readToken(result.token);
  if (result.status === 'created' && hasText(result, 'secret')) {
    vault.put(result.secret);
    // The only copy of a secret is worth more than a complete record beside it.
    return { type: 'created', token: withoutSecret(token ?? { id: '' }, result.secret) };
  }
  if (!token) return { type: 'unknown', reason: 'malformed' };
  return result.status === 'created' || result.status === 'created-without-secret'
    ? { type: 'createdWithoutSecret', token }
    : { type: 'unknown', reason: 'malformed' };
}

/** Reads what `onCreate` rejected with, whatever that is. */
export async function readCreateFailure(error: unknown): Promise<CreateOutcome> {
  // What `response.json()` throws at a login page or an empty body.
  if (error instanceof SyntaxError) return { type: 'unknown', reason: 'malformed' };
  const problem = await readProblem(error);
  if (!problem) return { type: 'unknown', reason: 'network' };
  const { status } = problem;
  const retryAt = readRetryAfter(problem.retryAfter);
  if (status === 401) return { type: 'sessionExpired' };
  if (status === 429) return { type: 'rateLimited', retryAt: retryAt ?? Date.now() + defaultRetryDelay };
  if (status === 409) return { type: 'unknown', reason: 'in-progress' };
  const isRefusal = status >= 400 && status < 500 && status !== 408;
  return isRefusal ? { type: 'rejected', issues: readIssues(problem) } : { type: 'unknown', reason: 'server' };
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
const maxDetail = 300;
const maxIssues = 20;

const tokenMembers = ['name', 'createdAt', 'hint', 'revokedAt'] as const;

/** Only the members we know are taken over: what else the host put beside them may be secret. */
function readToken(value: unknown): TokenRecord | undefined {
  if (!isRecord(value)) return undefined;
  const id = typeof value.id === 'number' ? String(value.id) : value.id;
  if (typeof id !== 'string' || id.trim() === '') return undefined;
  const token: TokenRecord = { id };
  for (const member of tokenMembers) if (hasText(value, member)) token[member] = value[member];
  return token;
}

function withoutSecret(token: TokenRecord, secret: string): TokenRecord {
  const safe: TokenRecord = { id: token.id.includes(secret) ? '' : token.id };
  for (const member of tokenMembers) {
    const text = token[member];
    if (text !== undefined && !text.includes(secret)) safe[member] = text;
  }
  return safe;
}

interface Problem {
  readonly status: number;
  readonly detail: unknown;
  readonly title: unknown;
  readonly errors: unknown;
  readonly retryAfter: unknown;
}

async function readProblem(error: unknown): Promise<Problem | undefined> {
  if (typeof Response !== 'undefined' && error instanceof Response) {
    const body = await readBody(error);
    const { detail, title, errors } = isRecord(body) ? body : {};
    return { status: error.status, detail, title, errors, retryAfter: error.headers.get('Retry-After') };
  }
  if (!isRecord(error) || typeof error.status !== 'number') return undefined;
  const { status, detail, title, errors, retryAfter } = error;
  return { status, detail, title, errors, retryAfter };
}

/** The JSON of a response, which stays readable; undefined if there is none, or if the host has read it already. */
async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.clone().json();
  } catch {
    return undefined;
  }
}

/** `Retry-After`, RFC 9110 §10.2.3: seconds or an HTTP date. The result is in milliseconds since the epoch. */
function readRetryAfter(value: unknown): number | undefined {
  const now = Date.now();
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  if (typeof value === 'string' && value.trim() === '') return undefined;
  const seconds = Number(value);
  const at = Number.isNaN(seconds) ? Date.parse(String(value)) : now + seconds * 1000;
  return Number.isNaN(at) ? undefined : Math.min(Math.max(at, now), now + maxRetryDelay);
}

function isTokenField(name: string): name is TokenField {
  return Object.hasOwn(stepOfField, name);
}

/** RFC 9457 §3's example of `errors`: `[{ detail, pointer }]`, the pointer being a JSON pointer as a URI fragment. */
function readIssues(problem: Problem): readonly ServerIssue[] {
  const errors: readonly unknown[] = Array.isArray(problem.errors) ? problem.errors.slice(0, maxIssues) : [];
  const issues = errors.flatMap((entry): readonly ServerIssue[] => {
    if (!isRecord(entry) || !hasText(entry, 'detail')) return [];
    const field = typeof entry.pointer === 'string' ? (/^#?\/([^/]+)/.exec(entry.pointer)?.[1] ?? '') : '';
    return [issue(isTokenField(field) ? field : null, entry.detail)];
  });
  if (issues.length > 0) return issues;
  const detail = [problem.detail, problem.title].find((text) => typeof text === 'string' && text.trim() !== '');
  return [issue(null, typeof detail === 'string' ? detail : '')];
}

function issue(field: TokenField | null, detail: string): ServerIssue {
  return { field, code: 'server.rejected', detail: cut(detail.trim()) };
}

/** At most `maxDetail` code units, and no half of a surrogate pair at the end. */
function cut(text: string): string {
  return text.slice(0, maxDetail).replace(/\p{Cs}$/u, '');
}
