// @vitest-environment node
// biome-ignore lint/style/noRestrictedImports: this is the server, not what asks it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
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

/** What the wizard makes of the attempt. */
async function attempt(
  options: TokenFetcherOptions,
  signal = new AbortController().signal,
): Promise<{ outcome: CreateOutcome; error?: unknown; secret: string | undefined }> {
  const vault = createSecretVault();
  try {
    const result = await createTokenFetcher(options)(request, { signal, idempotencyKey: key, attempt: 1 });
    return { outcome: readCreateResult(result, vault), secret: vault.read()?.reveal() };
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

  test('is nothing when the headers cannot be made, and what was thrown decides', async () => {
    const { outcome } = await attempt({ url: 'http://127.0.0.1:1', headers: () => Promise.reject({ status: 401 }) });
    expect(outcome).toEqual({ type: 'sessionExpired' });
  });
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
