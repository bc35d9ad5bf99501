// @vitest-environment node
// biome-ignore lint/style/noRestrictedImports: this is the server, not what asks it.
import { createServer } from 'node:http';
import axios from 'axios';
import ky from 'ky';
import { ofetch } from 'ofetch';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCreateFailure } from './create-outcome.js';

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

let url = '';
let answer: Answer | 'disconnect' = 'disconnect';
let close = () => {};

beforeEach(async () => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (answer === 'disconnect') return response.destroy();
      const headers = { 'Content-Type': 'application/json', ...answer.headers };
      return response
        .writeHead(answer.status, headers)
        .end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/tokens` : '';
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});
afterEach(() => close());

const clients: [string, () => Promise<unknown>][] = [
  ['axios', () => axios.post(url, { name: 'Nightly export' })],
  ['ky', () => ky.post(url, { json: { name: 'Nightly export' }, retry: 0 }).json()],
  ['ofetch', () => ofetch(url, { method: 'POST', body: { name: 'Nightly export' }, retry: 0 })],
  [
    'fetch, throwing the response',
    async () => {
      const response = await fetch(url, { method: 'POST' });
      if (!response.ok) throw response;
    },
  ],
  [
    'fetch, throwing an error with the response as its cause',
    async () => {
      const response = await fetch(url, { method: 'POST' });
      if (!response.ok) throw new Error('The token could not be created.', { cause: response });
    },
  ],
];

async function failureOf(send: () => Promise<unknown>) {
  try {
    return await send();
  } catch (error) {
    return readCreateFailure(error);
  }
}

const rejected = (field: string | null, detail: string) => ({
  type: 'rejected',
  issues: [{ field, code: 'server.rejected', detail }],
});

describe.each(clients)('with %s', (_, send) => {
  test("a refusal is shown in the server's words, at its field", async () => {
    answer = { status: 422, body: { message: 'Invalid', errors: { name: ['This name is taken.'] } } };
    expect(await failureOf(send)).toEqual(rejected('name', 'This name is taken.'));
    answer = { status: 403, body: { message: 'You may not create tokens.' } };
    expect(await failureOf(send)).toEqual(rejected(null, 'You may not create tokens.'));
    answer = { status: 409, body: { detail: 'A token with this name exists.' } };
    expect(await failureOf(send)).toEqual(rejected(null, 'A token with this name exists.'));
  });

  test('a rate limit lasts as long as the server says', async () => {
    answer = { status: 429, headers: { 'Retry-After': '3600' } };
    const before = Date.now();
    const outcome = await failureOf(send);
    expect(outcome).toMatchObject({ type: 'rateLimited', retryAt: expect.any(Number) });
    expect(outcome).toHaveProperty('retryAt', expect.closeTo(before + 3_600_000, -5));
  });

  test('an expired session, a fault and a lost connection are what they are', async () => {
    answer = { status: 401, body: { message: 'Sign in.' } };
    expect(await failureOf(send)).toEqual({ type: 'sessionExpired' });
    answer = { status: 503, body: { message: 'Down.' } };
    expect(await failureOf(send)).toEqual({ type: 'unknown', reason: 'server' });
    answer = 'disconnect';
    expect(await failureOf(send)).toEqual({ type: 'unknown', reason: 'network' });
  });

  test("a refusal without a body is told without the client's own words", async () => {
    answer = { status: 400 };
    const outcome = await failureOf(send);
    expect(outcome).toMatchObject({ type: 'rejected', issues: [{ field: null }] });
    expect(JSON.stringify(outcome)).not.toMatch(/127\.0\.0\.1|400/);
  });
});

/** The errors of clients that are not installed here, as they make them. */
describe('the error of', () => {
  const taken = 'This name is taken.';
  const body = { errors: [{ field: 'name', message: taken }] };
  const error = (name: string, message: string, members: object) =>
    Object.assign(new Error(message), { name, ...members });
  /** A body that the client has read already. */
  async function readAlready(status: number) {
    const response = Response.json(body, { status });
    await response.text();
    return response;
  }

  test.each<[string, () => unknown]>([
    [
      'ky 2',
      async () =>
        error('HTTPError', 'Request failed with status code 422', { response: await readAlready(422), data: body }),
    ],
    [
      'tRPC 11',
      () => {
        const data = { code: 'BAD_REQUEST', httpStatus: 400, path: 'tokens.create' };
        const message = JSON.stringify([{ code: 'custom', path: ['name'], message: taken }], null, 2);
        return error('TRPCClientError', message, {
          shape: { message, code: -32600, data },
          data,
          meta: { response: new Response() },
        });
      },
    ],
    [
      'tRPC 11 with flattened errors',
      () => {
        const data = {
          code: 'BAD_REQUEST',
          httpStatus: 400,
          zodError: { formErrors: [], fieldErrors: { name: [taken] } },
        };
        return error('TRPCClientError', 'Invalid', { shape: { message: 'Invalid', code: -32600, data }, data });
      },
    ],
    [
      'graphql-request',
      () =>
        error('Error', 'GraphQL Error (Code: 422)', {
          response: {
            status: 422,
            errors: [{ message: taken, extensions: { field: 'name' } }],
            headers: new Headers(),
          },
          request: { query: '' },
        }),
    ],
    [
      'graphql-request, for an answer with the status 200',
      () =>
        error('Error', 'GraphQL Error', {
          response: {
            status: 200,
            data: null,
            errors: [{ message: taken, extensions: { code: 'BAD_USER_INPUT', field: 'name' } }],
          },
        }),
    ],
    [
      'Apollo 3',
      () =>
        error('ApolloError', 'x', {
          networkError: error('ServerError', 'x', { statusCode: 422, result: body, response: new Response() }),
        }),
    ],
    [
      'Apollo 4',
      () =>
        error('CombinedGraphQLErrors', 'x', {
          errors: [{ message: taken, extensions: { field: 'name', http: { status: 400 } } }],
        }),
    ],
    [
      'urql',
      () =>
        error('CombinedError', `[GraphQL] ${taken}`, {
          graphQLErrors: [{ message: taken, extensions: { code: 'BAD_USER_INPUT', field: 'name' } }],
          response: new Response(),
        }),
    ],
    [
      'got',
      () =>
        error('HTTPError', 'Response code 422', {
          code: 'ERR_NON_2XX_3XX_RESPONSE',
          response: { statusCode: 422, body: JSON.stringify(body), headers: {} },
        }),
    ],
    [
      'superagent',
      () =>
        error('Error', 'Unprocessable Entity', {
          status: 422,
          response: {
            status: 422,
            text: JSON.stringify(body),
            body,
            headers: {},
            error: new Error('cannot POST /tokens (422)'),
          },
        }),
    ],
    [
      'Angular',
      () => ({
        name: 'HttpErrorResponse',
        message: 'Http failure response for /tokens: 422',
        status: 422,
        ok: false,
        error: body,
      }),
    ],
    ['RTK Query', () => ({ status: 422, data: body })],
    [
      'jQuery',
      () => ({
        status: 422,
        readyState: 4,
        responseText: JSON.stringify(body),
        responseJSON: body,
        statusText: 'error',
      }),
    ],
    ['openapi-fetch, with both of its members', () => ({ error: body, response: new Response(null, { status: 422 }) })],
    [
      'a generated client that keeps the body as text',
      () => error('ApiException', 'HTTP 422', { code: 422, body: JSON.stringify(body), headers: {} }),
    ],
    [
      'a wrapper',
      () => new Error('Could not create', { cause: error('Error', 'x', { cause: { statusCode: '422', body } }) }),
    ],
    ['N3: digits as text', () => ({ status: '422', ...body })],
    ['a fetcher for SWR', () => error('Error', 'x', { info: body, status: 422 })],
    [
      'the AWS SDK',
      () =>
        error('ValidationException', 'x', {
          $metadata: { httpStatusCode: 400 },
          fieldList: [{ path: '/name', message: taken }],
        }),
    ],
    ['Supabase functions', () => error('FunctionsHttpError', 'x', { context: Response.json(body, { status: 422 }) })],
    ['Kiota', () => error('ProblemDetails', 'x', { responseStatusCode: 422, ...body })],
    ['NSwag', () => error('Error', 'x', { status: 422, response: JSON.stringify(body), headers: {} })],
    ['Eden', () => ({ status: 422, value: body })],
    [
      'Relay',
      () =>
        error('RelayNetwork', 'x', {
          source: { errors: [{ message: taken, extensions: { code: 'BAD_USER_INPUT', field: 'name' } }] },
        }),
    ],
    [
      'Stripe',
      () => error('StripeInvalidRequestError', 'x', { raw: { param: 'name', message: taken }, statusCode: 400 }),
    ],
    ['Promise.allSettled', () => ({ status: 'rejected', reason: error('Error', 'x', { status: 422, body }) })],
    [
      'gRPC',
      () =>
        error('RpcError', `"name": ${taken}`, { code: 3, metadata: {}, details: [{ field: 'name', message: taken }] }),
    ],
    ['Firebase', () => error('FirebaseError', 'x', { code: 'functions/invalid-argument', details: { name: taken } })],
  ])("%s leads to the server's words at their field", async (_, makeError) => {
    expect(await readCreateFailure(await makeError())).toEqual(rejected('name', taken));
  });

  test.each<[string, unknown]>([
    ['axios', { response: { status: 429, headers: { 'retry-after': '60' } } }],
    ['a plain object in another case', { statusCode: 429, headers: { 'RETRY-AFTER': 60 } }],
    ['a response', new Response(null, { status: 429, headers: { 'Retry-After': '60' } })],
    ['the body', { status: 429, data: { message: 'Slow down', retry_after: 60 } }],
    [
      'tRPC',
      { data: { httpStatus: 429 }, meta: { response: new Response(null, { headers: { 'Retry-After': '60' } }) } },
    ],
  ])('the rate limit in the error of %s lasts as long as the server says', async (_, failure) => {
    expect(await readCreateFailure(failure)).toHaveProperty('retryAt', expect.closeTo(Date.now() + 60_000, -4));
  });

  test.each<[string, unknown, object]>([
    ['gRPC, signed out', { code: 16, metadata: {}, message: 'x' }, { type: 'sessionExpired' }],
    ['gRPC, not reached', { code: 14, metadata: {}, message: 'x' }, { type: 'unknown', reason: 'network' }],
    ['Firebase, signed out', { code: 'functions/unauthenticated' }, { type: 'sessionExpired' }],
    [
      'RTK Query, for a page',
      { status: 'PARSING_ERROR', originalStatus: 502, data: '<html>' },
      { type: 'unknown', reason: 'server' },
    ],
    ['AWS, throttled', { $metadata: { httpStatusCode: 429 } }, { type: 'rateLimited' }],
    [
      'Django, signed out',
      { status: 403, data: { detail: 'Authentication credentials were not provided.' } },
      { type: 'sessionExpired' },
    ],
    [
      'fetch, for a redirect that was not followed',
      { type: 'opaqueredirect', status: 0 },
      { type: 'sessionExpired', uncertain: true },
    ],
  ])('the outcome in the error of %s is known', async (_, failure, outcome) => {
    expect(await readCreateFailure(failure)).toMatchObject(outcome);
  });

  test("Angular's own text about a status is not the server's", async () => {
    const failure = {
      name: 'HttpErrorResponse',
      message: 'Http failure response for /t: 403 Forbidden',
      status: 403,
      error: 'No seat.',
    };
    expect(await readCreateFailure(failure)).toEqual(rejected(null, 'No seat.'));
  });

  test.each([
    'A token called "clock" exists.',
    'Your account is blocked.',
    'duplicate key value violates a constraint',
  ])('a 409 is a refusal if it only has parts of words that are said of a request at work: %s', async (message) => {
    expect(await readCreateFailure({ status: 409, data: { message } })).toEqual(rejected(null, message));
  });

  test.each([
    'Duplicate request.',
    'The same request was already submitted.',
    'Another request is pending.',
    'Please retry later.',
    'The token is being created.',
    'This request was already received.',
  ])('a 409 that may be about the first request with its key is no refusal: %s', async (message) => {
    expect(await readCreateFailure({ status: 409, data: { message } })).toEqual({
      type: 'unknown',
      reason: 'in-progress',
    });
  });

  test('a client that was aborted, or got a status outside of HTTP, leaves the outcome unknown', async () => {
    for (const failure of [
      { status: 'FETCH_ERROR', error: 'TypeError: Failed to fetch' },
      { status: 0 },
      { code: -32000 },
      { code: 20 },
    ]) {
      expect(await readCreateFailure(failure)).toEqual({ type: 'unknown', reason: 'network' });
    }
  });

  test('the outer status counts: a gateway that repeats the refusal of another server has failed itself', async () => {
    const failure = { status: 502, data: { statusCode: 400, message: 'Upstream refused.' } };
    expect(await readCreateFailure(failure)).toEqual({ type: 'unknown', reason: 'server' });
  });

  test('the words of an own error are shown if the server has none', async () => {
    expect(await readCreateFailure(error('Error', 'Choose another name.', { status: 422 }))).toEqual(
      rejected(null, 'Choose another name.'),
    );
  });
});
