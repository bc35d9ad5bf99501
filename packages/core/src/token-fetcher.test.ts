// @vitest-environment node
// biome-ignore lint/style/noRestrictedImports: this is the server, not what asks it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readCreateFailure, readCreateResult } from './create-outcome.js';
import type { CreateOutcome } from './creation.js';
import { createSecretVault } from './secret-vault.js';
import { createTokenFetcher, TokenFetchError, type TokenFetcherOptions } from './token-fetcher.js';
import { request, secret } from './token-wizard.fixture.js';

const key = '11111111-2222-4333-8444-555555555555';
const token = { id: 't1', name: 'Nightly export' };

let close = () => {};
afterEach(() => close());

/** A server of our own, so that what the platform really sends and reads is tested. */
async function serve(answer: (response: ServerResponse) => void): Promise<{ url: string; asked: Promise<Asked> }> {
  let tell: (asked: Asked) => void = () => {};
  const asked = new Promise<Asked>((resolve) => {
    tell = resolve;
  });
  const server = createServer(async (message, response) => {
    let body = '';
    for await (const chunk of message) body += String(chunk);
    tell({ method: message.method, headers: message.headers, body });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}/tokens`, asked };
}

interface Asked extends Pick<IncomingMessage, 'method' | 'headers'> {
  body: string;
}

function answers(status: number, body: string, headers: Record<string, string> = {}) {
  return (response: ServerResponse) => void response.writeHead(status, headers).end(body);
}

/** An address at which nothing listens. */
const url = 'http://127.0.0.1:1';
const notSent = { type: 'rejected', issues: [{ field: null, code: 'request.notSent' }] };

/** What the wizard makes of the attempt. */
async function attempt(
  options: TokenFetcherOptions,
  signal = new AbortController().signal,
): Promise<{ outcome: CreateOutcome; error?: unknown; secret: string | undefined }> {
  const vault = createSecretVault();
  try {
    const result = await createTokenFetcher(options)(request, { signal, idempotencyKey: key, attempt: 1 });
    const outcome = readCreateResult(result, vault) ?? (await readCreateFailure(result, 'malformed'));
    return { outcome, secret: vault.read()?.reveal() };
  } catch (error) {
    return { outcome: await readCreateFailure(error), error, secret: undefined };
  }
}

describe('what is sent', () => {
  test('is the request as JSON, with the key as a quoted string', async () => {
    const { url, asked } = await serve(answers(201, JSON.stringify({ status: 'created', token, secret })));
    const { outcome, secret: held } = await attempt({ url });
    expect(outcome).toEqual({ type: 'created', token });
    expect(held).toBe(secret);
    const { method, headers, body } = await asked;
    expect(method).toBe('POST');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/json, application/problem+json',
      'idempotency-key': `"${key}"`,
      'cache-control': 'no-cache',
    });
    expect(JSON.parse(body)).toEqual(request);
  });

  test.each<[string, TokenFetcherOptions['headers']]>([
    ['an object', { 'X-Csrf': 'c', 'Idempotency-Key': 'mine', 'content-type': 'text/plain' }],
    ['a function', () => ({ 'X-Csrf': 'c', 'Idempotency-Key': 'mine' })],
    ['an async function', async () => new Headers({ 'X-Csrf': 'c', 'Content-Type': 'text/plain' })],
  ])('has the headers of a host that gives %s, which cannot replace ours', async (_, headers) => {
    const { url, asked } = await serve(answers(201, '{}'));
    await attempt({ url, headers });
    expect((await asked).headers).toMatchObject({
      'x-csrf': 'c',
      'idempotency-key': `"${key}"`,
      'content-type': 'application/json',
    });
  });

  test('is what a server of another kind expects, if the host says so', async () => {
    const { url, asked } = await serve(answers(201, '{}'));
    await attempt({ url, idempotencyKey: 'plain', mapRequest: ({ name }) => ({ token: { display_name: name } }) });
    const { headers, body } = await asked;
    expect(headers).toHaveProperty('idempotency-key', key);
    expect(JSON.parse(body)).toEqual({ token: { display_name: request.name } });
  });

  test.each<[RequestCredentials | undefined, RequestCredentials]>([
    [undefined, 'same-origin'],
    ['include', 'include'],
    ['omit', 'omit'],
  ])('has the cookies that the host asks for: %s', async (credentials, sent) => {
    const send = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    await attempt({ url: 'http://127.0.0.1:1', credentials });
    expect(send).toHaveBeenCalledWith('http://127.0.0.1:1', expect.objectContaining({ credentials: sent }));
    send.mockRestore();
  });

  const never = new Error(`not for the user ${secret}`);

  test.each<[string, TokenFetcherOptions, object]>([
    [
      'the headers are refused with the status 401',
      { url, headers: () => Promise.reject({ status: 401 }) },
      { type: 'sessionExpired' },
    ],
    [
      'the user has to sign in',
      { url, headers: () => Promise.reject({ error: 'login_required' }) },
      { type: 'sessionExpired' },
    ],
    ['the headers cannot be made', { url, headers: () => Promise.reject(never) }, notSent],
    ['a header has a character that is not Latin-1', { url, headers: { 'X-Team': 'Ω' } }, notSent],
    [
      'the request cannot be mapped',
      {
        url,
        mapRequest: () => {
          throw never;
        },
      },
      notSent,
    ],
    ['the request cannot be written as JSON', { url, mapRequest: () => 7n }, notSent],
    ['the address is wrong', { url: 'http://[' }, notSent],
  ])('is nothing, and the user reads so, when %s', async (_, options, outcome) => {
    const send = vi.spyOn(globalThis, 'fetch');
    const { outcome: read, error } = await attempt(options);
    expect(read).toMatchObject(outcome);
    expect(error).toMatchObject({ name: 'TokenNotSentError', sent: false });
    expect(send).not.toHaveBeenCalled();
    send.mockRestore();
  });

  test.each([undefined, null, '/api/tokens', {}, { url: '' }, { url: 7 }, { url: undefined }])(
    'needs an address, and a developer who gives %j reads what to pass',
    (options) => {
      // What only a host written in JavaScript passes.
      const make: (options: unknown) => unknown = Object.assign(createTokenFetcher);
      expect(() => make(options)).toThrow(TypeError);
      expect(() => make(options)).toThrow("{ url: '/api/tokens' }");
    },
  );
});

describe('what comes back', () => {
  test.each<[string, number, string, Record<string, string>, Partial<CreateOutcome>]>([
    [
      'a replay',
      200,
      JSON.stringify({ status: 'created-without-secret', token }),
      {},
      { type: 'createdWithoutSecret' },
    ],
    ['a page instead of JSON', 200, '<!doctype html><p>Sign in</p>', {}, { type: 'unknown', reason: 'malformed' }],
    ['an empty body', 201, '', {}, { type: 'unknown', reason: 'malformed' }],
    ['no content', 204, '', {}, { type: 'unknown', reason: 'malformed' }],
    ['other JSON', 201, '{"ok":true}', {}, { type: 'unknown', reason: 'malformed' }],
    ['JSON that is no object', 201, 'null', {}, { type: 'unknown', reason: 'malformed' }],
    ['an expired session', 401, '', {}, { type: 'sessionExpired' }],
    ['another attempt at work', 409, '', {}, { type: 'unknown', reason: 'in-progress' }],
    ['a fault', 500, '<h1>Oops</h1>', {}, { type: 'unknown', reason: 'server' }],
    ['a pause', 503, '', { 'Retry-After': '5' }, { type: 'unknown', reason: 'server' }],
    ['a rate limit', 429, '', { 'Retry-After': '5' }, { type: 'rateLimited' }],
    ['a refusal that is a page', 403, '<p>No</p>', {}, { type: 'rejected' }],
  ])('%s is understood', async (_, status, body, headers, outcome) => {
    const { url } = await serve(answers(status, body, headers));
    expect((await attempt({ url })).outcome).toMatchObject(outcome);
  });

  test('a problem document leads to its fields', async () => {
    const problem = { title: 'No', errors: [{ pointer: '#/name', detail: 'Taken.' }, 7, { pointer: 7, detail: '?' }] };
    const { url } = await serve(answers(422, JSON.stringify(problem), { 'Content-Type': 'application/problem+json' }));
    expect((await attempt({ url })).outcome).toMatchObject({
      type: 'rejected',
      issues: [
        { field: 'name', detail: 'Taken.' },
        { field: null, detail: '?' },
      ],
    });
  });

  test.each<[string, string, object, string | undefined]>([
    ['in data', JSON.stringify({ data: { token, secret } }), { type: 'created', token }, secret],
    ['in data of data', JSON.stringify({ data: { data: { token, secret } } }), { type: 'created', token }, secret],
    ['in a result', JSON.stringify({ result: { token, secret } }), { type: 'created', token }, secret],
    [
      'named after a mutation',
      JSON.stringify({ data: { createToken: { token, secret } } }),
      { type: 'created', token },
      secret,
    ],
    ['flat', JSON.stringify({ ...token, token: secret }), { type: 'created', token }, secret],
    ['flat, with the secret by its name', JSON.stringify({ ...token, secret }), { type: 'created', token }, secret],
  ])('a secret that arrives in another shape is shown: %s', async (_, body, outcome, held) => {
    expect(await attempt(await serve(answers(201, body)))).toMatchObject({ outcome, secret: held });
  });

  test.each([{ data: { ...token, secret } }, { id: token.id, token: secret }])(
    'a secret that arrives with 202 is shown, wherever it is',
    async (body) => {
      expect((await attempt(await serve(answers(202, JSON.stringify(body))))).secret).toBe(secret);
    },
  );

  test('a server that has only taken the request on is still working on it', async () => {
    expect((await attempt(await serve(answers(202, '{"status":"pending"}')))).outcome).toEqual({
      type: 'unknown',
      reason: 'in-progress',
    });
  });

  test.each<[string, number, string, Record<string, string>]>([
    ['another shape', 201, JSON.stringify({ api_key: { uid: 't1', value: secret } }), {}],
    ['text', 201, secret, {}],
    ['nothing but a header', 201, '', { Location: '/api/tokens/t1' }],
  ])('a host reads an answer of %s', async (_, status, body, headers) => {
    const { url } = await serve(answers(status, body, headers));
    const { outcome } = await attempt({
      url,
      readResult: (answer, response) => {
        const found = JSON.stringify(answer).includes(secret);
        if (!found) expect([answer, response.headers.get('Location')]).toEqual(['', '/api/tokens/t1']);
        const created = { id: 't1' };
        return found
          ? { status: 'created', token: created, secret }
          : { status: 'created-without-secret', token: created };
      },
    });
    expect(outcome).toMatchObject({ token: { id: 't1' } });
  });

  test('a host that cannot read the answer leaves the outcome unknown, and its error tells nothing of the answer', async () => {
    const { url } = await serve(answers(201, JSON.stringify({ secret })));
    const { outcome, error } = await attempt({
      url,
      readResult: (answer) => {
        throw new Error(JSON.stringify(answer));
      },
    });
    expect(outcome).toEqual({ type: 'unknown', reason: 'malformed' });
    expect(`${error}${error instanceof Error && error.cause}`).not.toContain(secret);
  });

  test.each<[string, number, string, object]>([
    ['a login page', 200, '<!doctype html><input type="password">', { type: 'sessionExpired', uncertain: true }],
    ['an address that is not found', 404, '{"detail":"Not found."}', { type: 'unknown', reason: 'redirected' }],
    ['an address that is forbidden', 403, '{"errors":{"name":["No."]}}', { type: 'unknown', reason: 'redirected' }],
    [
      'the token',
      200,
      JSON.stringify({ status: 'created-without-secret', token }),
      { type: 'createdWithoutSecret', token },
    ],
  ])('a redirect to %s proves nothing but what is found there', async (_, status, body, outcome) => {
    const { url } = await serve((response) => {
      if (response.req.method === 'POST') return void response.writeHead(303, { Location: '/elsewhere' }).end();
      const type = body.startsWith('<') ? 'text/html' : 'application/json';
      return void response.writeHead(status, { 'Content-Type': type }).end(body);
    });
    expect((await attempt({ url })).outcome).toEqual(outcome);
  });

  test('a refusal whose body never ends is one after a short time', async () => {
    const { url } = await serve((response) => {
      response.writeHead(429, { 'Retry-After': '5', 'Content-Type': 'application/json' });
      response.write('{"detail":');
    });
    expect((await attempt({ url })).outcome).toMatchObject({ type: 'rateLimited' });
  });

  test("a refusal that names no field is told in the server's words", async () => {
    const say = async (problem: object) => (await attempt(await serve(answers(422, JSON.stringify(problem))))).outcome;
    expect(await say({ title: 'Not today', detail: 'Ask your administrator.' })).toMatchObject({
      issues: [{ field: null, detail: 'Ask your administrator.' }],
    });
    close();
    expect(await say({ title: 'Not today' })).toMatchObject({ issues: [{ field: null, detail: 'Not today' }] });
  });

  test('a host that catches the refusal reads its status, and how long to wait', async () => {
    const { url } = await serve(answers(429, '', { 'Retry-After': '5' }));
    const { error } = await attempt({ url });
    expect(error).toBeInstanceOf(TokenFetchError);
    expect(error).toMatchObject({
      name: 'TokenFetchError',
      message: 'Tokenwright: the server answered the request for a token with 429.',
      status: 429,
      retryAfter: '5',
    });
  });

  test('an answer that breaks off leaves the outcome unknown, but a refusal is one even if its reasons are cut', async () => {
    const breaksOff = (status: number) => (response: ServerResponse) => {
      response.writeHead(status, { 'Content-Length': '1000' });
      response.write('{"status":"created","secret":"tkw_', () => response.destroy());
    };
    const created = await serve(breaksOff(201));
    expect((await attempt(created)).outcome).toEqual({ type: 'unknown', reason: 'network' });
    close();
    const refused = await serve(breaksOff(422));
    expect((await attempt(refused)).outcome).toMatchObject({ type: 'rejected' });
  });

  test('a wizard that stops waiting ends the request', async () => {
    const controller = new AbortController();
    const { url, asked } = await serve(() => controller.abort());
    const { outcome } = await attempt({ url }, controller.signal);
    await asked;
    expect(outcome).toEqual({ type: 'unknown', reason: 'network' });
  });

  test.each([200, 500])('an error tells nothing of an answer with status %i', async (status) => {
    const { url } = await serve(answers(status, `{"secret":"${secret}"`));
    const { error } = await attempt({ url });
    expect(error).toBeInstanceOf(Error);
    if (!(error instanceof Error)) return;
    expect([error.message, error.stack, JSON.stringify(error), String(error.cause)].join()).not.toContain(secret);
  });
});
