import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What is wrong with one member of a request (RFC 9457, the extension its §3 shows). */
export interface FieldProblem {
  detail: string;
  /** JSON Pointer to the member as a URI fragment: `#/name`. */
  pointer: string;
}

/** A refusal as an `application/problem+json` document (RFC 9457). */
export interface Problem {
  /** Tells problems of one status apart; `about:blank` where the status says it all. */
  type: string;
  title: string;
  status: ContentfulStatusCode;
  /** What happened, why, and what to do. */
  detail: string;
  errors?: readonly FieldProblem[];
  /** The scope a token would have needed. */
  missingScope?: string;
}

/** Thrown by a handler to refuse a request; the application answers with its document. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Omit<Problem, 'type'> & { kind?: ProblemKind }, headers: Readonly<Record<string, string>> = {}) {
    const { kind, ...rest } = problem;
    super(problem.detail);
    this.problem = { type: kind ? `tag:tokenwright.example,2026:${kind}` : 'about:blank', ...rest };
    this.headers = headers;
  }
}

/** Problems that a client may want to tell apart. */
export type ProblemKind =
  | 'invalid-token-request'
  | 'idempotency-key-invalid'
  | 'idempotency-key-reused'
  | 'idempotency-key-in-progress'
  | 'idempotency-key-void'
  | 'invalid-token'
  | 'insufficient-scope';

/** The document of a refusal as a response. */
export function problemResponse({ problem, headers }: ProblemError): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  });
}
