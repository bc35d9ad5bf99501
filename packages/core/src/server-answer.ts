import { inTime } from './in-time.js';
import { isRecord } from './shape.js';

export type Layer = Readonly<Record<string, unknown>>;

/** The answer of a server as found in an error or a result, whichever HTTP client made it. */
export interface ServerAnswer {
  /** The error or result itself, then what it contains: the response, its body, the cause. */
  readonly layers: readonly Layer[];
  /** The HTTP status, or the status that an error code stands for; undefined when there is none. */
  readonly status: number | undefined;
  /** `Retry-After` as a header or as a member of the body, unparsed. */
  readonly retryAfter: unknown;
  /** Whether the answer comes from another address than the one that the request was sent to. */
  readonly redirected: boolean;
  /** The body, if it is a web page. */
  readonly page: string;
}

/** Reads a member. An object of the host or of a client library may throw when it is read. */
export function memberOf(value: Layer, name: string): unknown {
  try {
    return value[name];
  } catch {
    return undefined;
  }
}

/** Parses the text of a body: JSON objects and lists, or the text itself. */
export function parseBody(text: string): unknown {
  // Some servers put signs before JSON, so that it is not a script.
  const trimmed = text.trim().replace(/^\)]}',?\s*/, '');
  try {
    // A larger document has nothing that could be shown.
    if (/^[[{"]/.test(trimmed) && trimmed.length < maxBody) return JSON.parse(trimmed);
  } catch {
    // Not JSON.
  }
  // JSON that breaks off is not text; `[name] is taken` and `"name" is taken` are.
  return /^[[{]\s*["{[]/.test(trimmed) ? '' : trimmed;
}

/**
 * Reads the body of a response, which stays readable: parsed JSON, or text; `''` if there is none, if it was read before, or if it
 * takes too long. The status is known already, so a body that never ends must not delay the decision.
 */
export async function readBody(response: Response): Promise<unknown> {
  try {
    return parseBody(await inTime(response.clone().text(), bodyTimeout, ''));
  } catch {
    return '';
  }
}

const maxBody = 1_000_000;
const bodyTimeout = 2000;
const maxLayers = 40;

/** Where HTTP clients keep the response, its body, and errors that they wrap. */
const wrappers = [
  ...['response', 'data', 'body', '_data', 'responseJSON', 'text', 'responseText', 'error', 'shape', 'meta', 'result'],
  ...['networkError', 'cause', 'errors', 'graphQLErrors', 'extensions', 'http', 'context', 'info', 'raw', 'reason'],
  ...['source', 'value', '$metadata'],
] as const;

/** Finds the answer of a server in what a host's function threw or returned. */
export async function findAnswer(value: unknown): Promise<ServerAnswer> {
  const layers: Layer[] = [];
  let page = '';
  const add = (found: unknown, isMember = false) => {
    try {
      const body = typeof found === 'string' ? parseBody(found) : found;
      const list = Array.isArray(body) && (isMember ? body[0] : { errors: body });
      const layer = typeof body === 'string' ? { message: body } : list || body;
      if (typeof body === 'string' && body.startsWith('<')) page ||= body;
      else if (isRecord(layer) && !layers.includes(layer) && layers.length < maxLayers) layers.push(layer);
    } catch {
      // A proxy can refuse every look at it.
    }
  };
  if (isRecord(value)) add(value);
  // The list grows while it is read: breadth first, so that what is further out counts more.
  for (const layer of layers) {
    if (isResponse(layer)) add(await readBody(layer));
    for (const name of wrappers) {
      const member = memberOf(layer, name);
      if (isRecord(member) || /^(data|body|text|response|responseText)$/.test(name)) add(member, true);
    }
  }
  return {
    layers,
    status: findStatus(layers),
    retryAfter: findRetryAfter(layers),
    redirected: layers.some(
      (layer) => memberOf(layer, 'redirected') === true || memberOf(layer, 'type') === 'opaqueredirect',
    ),
    page,
  };
}

function isResponse(value: unknown): value is Response {
  return typeof Response !== 'undefined' && value instanceof Response;
}

/** Error codes without a status, as GraphQL servers, sign-in libraries, Firebase (`functions/not-found`) and Connect have them. */
const codes = [
  [/^(.+\/)?(unauth\w+|(login|interaction|consent)_required)$/i, 401],
  [/^(too_many_requests|rate_limited)$/i, 429],
  [
    /^(.+\/)?(forbidden|bad_(request|user_input)|validation[_-]\w+|graphql_validation_failed|(permission|access)[_-]denied|invalid[_-]argument|failed[_-]precondition|already[_-]exists)$/i,
    400,
  ],
] as const;

/** The codes of gRPC with which a server refuses. */
const grpc: Readonly<Record<number, number>> = { 3: 400, 5: 404, 6: 400, 7: 403, 8: 403, 9: 400, 11: 400, 16: 401 };

const statuses = ['status', 'statusCode', 'httpStatus', 'httpStatusCode', 'responseStatusCode', 'originalStatus'];

function findStatus(layers: readonly Layer[]): number | undefined {
  const [first = {}] = layers;
  const word = memberOf(first, 'status');
  // The words of a `CreateTokenResult`. `Promise.allSettled` says "rejected" as well.
  if (word === 'session-expired') return 401;
  if (word === 'rate-limited') return 429;
  if (word === 'rejected' && memberOf(first, 'reason') === undefined) return 422;
  let success: number | undefined;
  const all = (...names: string[]) => layers.flatMap((layer) => names.map((name) => memberOf(layer, name)));
  for (const value of all(...statuses)) {
    const status = typeof value === 'number' || (typeof value === 'string' && /^\d{3}$/.test(value)) ? +value : 0;
    if (status >= 300 && status < 600) return status;
    if (status >= 200 && status < 300) success ??= status;
  }
  for (const layer of layers) {
    const code = isRecord(memberOf(layer, 'metadata')) && grpc[Number(memberOf(layer, 'code'))];
    if (code) return code;
  }
  for (const value of all('code', 'error', 'errorCode')) {
    if (typeof value === 'number' && value >= 400 && value < 600) return value;
    const code = typeof value === 'string' && codes.find(([name]) => name.test(value));
    if (code) return code[1];
  }
  return success;
}

function findRetryAfter(layers: readonly Layer[]): unknown {
  for (const layer of layers) {
    for (const source of [memberOf(layer, 'headers'), layer]) {
      if (!isRecord(source)) continue;
      const name = Object.keys(source).find((key) => /^retry[-_]?after$/i.test(key));
      const value = name ? memberOf(source, name) : source instanceof Headers ? source.get('Retry-After') : undefined;
      if (value !== undefined && value !== null) return value;
    }
  }
  return undefined;
}
