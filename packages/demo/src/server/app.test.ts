// @vitest-environment node
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openApp, signedIn, validRequest } from './app.fixture.js';

const files = new Map([['index.html', { type: 'text/html; charset=utf-8', content: '<style nonce="__CSP_NONCE__">' }]]);

/** Everything that was printed as an error, the properties of errors included. */
function readErrorLog() {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => log.mockRestore());
  return { log, text: () => log.mock.calls.flat().map(describeError).join('\n') };
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.stack, JSON.stringify({ ...error }), error.cause === undefined ? '' : describeError(error.cause)].join(
    '\n',
  );
}

describe('an unexpected failure', () => {
  test('is a problem document that reveals nothing', async () => {
    const { database, get } = await openApp(onTestFinished);
    const { log } = readErrorLog();
    await database.run('alter table tokens rename to elsewhere');
    const response = await get('/api/tokens');
    expect(response.status).toBe(500);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.text()).not.toMatch(/tokens|sql|select|\.ts|\.js/i);
    expect(log).toHaveBeenCalledOnce();
  });

  test('while a token is written is logged with its reason and without what users sent', async () => {
    const { database, post } = await openApp(onTestFinished);
    const { text } = readErrorLog();
    await database.run(
      sql`create trigger broken before insert on tokens begin select raise(abort, 'the disk is full'); end`,
    );
    const response = await post(validRequest, { key: 'key-of-the-user' });
    expect(response.status).toBe(500);
    expect(text()).toContain('the disk is full');
    for (const sent of [validRequest.name, validRequest.description, 'dev@example.com', 'key-of-the-user']) {
      expect(text()).not.toContain(sent);
    }
  });

  test('while a token is looked up is logged without the values of the query', async () => {
    const { database, post } = await openApp(onTestFinished);
    const { log, text } = readErrorLog();
    await database.run('alter table idempotency_keys rename to elsewhere');
    expect((await post(validRequest, { key: 'key-of-the-user' })).status).toBe(500);
    expect(log).toHaveBeenCalledOnce();
    expect(text()).not.toContain('key-of-the-user');
  });
});

describe('a database that another program has locked', () => {
  async function openLocked() {
    const folder = await mkdtemp(join(tmpdir(), 'tokenwright-demo-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const url = pathToFileURL(join(folder, 'demo.db')).href;
    const demo = await openApp(onTestFinished, { url });
    const other = createClient({ url });
    onTestFinished(() => other.close());
    return { demo, url, lock: await other.transaction('write') };
  }

  test('is a 503 that asks to try again, and the same request then creates the token', async () => {
    const { demo, lock, url } = await openLocked();
    const { log } = readErrorLog();
    const refused = await demo.post(validRequest, { key: 'k' });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('Retry-After')).toBe('1');
    expect((await demo.check('k')).status).toBe(503);
    expect(log).not.toHaveBeenCalled();
    await lock.rollback();
    expect((await demo.post(validRequest, { key: 'k' })).status).toBe(201);
    // Read past the server: what it has answered must be in the file.
    const reader = createClient({ url });
    onTestFinished(() => reader.close());
    expect((await reader.execute('select name from tokens')).rows).toHaveLength(1);
  });

  test('refuses many requests at once, and loses none of those it accepts afterwards', async () => {
    const { demo, lock } = await openLocked();
    const keys = Array.from({ length: 10 }, (_, number) => `k${number}`);
    const first = keys.map((key) => demo.post(validRequest, { key }));
    await first[0];
    await lock.rollback();
    const refused = (await Promise.all(first)).filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    const again = await Promise.all(keys.map((key) => demo.post(validRequest, { key })));
    expect(again.every(({ status }) => status === 200 || status === 201)).toBe(true);
    expect(await demo.countTokens()).toBe(keys.length);
  });

  test('can still be read', async () => {
    const { demo } = await openLocked();
    expect((await demo.get('/api/tokens')).status).toBe(200);
    expect((await demo.app.request('/healthz')).status).toBe(200);
  });

  test('is not waited for longer than it takes to write a row, because the wait holds up every other request', async () => {
    const { demo } = await openLocked();
    const [timeout] = await demo.database.all<{ timeout: number }>('pragma busy_timeout');
    expect(timeout?.timeout).toBeLessThanOrEqual(50);
  });
});

describe('no answer that depends on the user or the moment may be stored by a cache', () => {
  test.each<[string, string, Readonly<Record<string, string>>, number]>([
    ['the list of tokens', '/api/tokens', signedIn, 200],
    ['a refusal of the API for the page', '/api/tokens', {}, 401],
    ['a refusal of the partner API', '/Mediapartners/IR1/Ads', {}, 401],
    ['a request to another host', 'http://rebound.example/settings/api', {}, 421],
    ['an address that does not exist', '/nothing', {}, 404],
    ['the page, whose nonce is for one answer', '/settings/api', {}, 200],
  ])('%s', async (_, path, headers, status) => {
    const { app } = await openApp(onTestFinished, { files });
    const response = await app.request(path, { headers });
    expect(response.status).toBe(status);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  test('an answer of the partner API', async () => {
    const { app, post } = await openApp(onTestFinished);
    const { secret } = await (await post(validRequest)).json();
    const headers = { Authorization: `Bearer ${secret}` };
    const response = await app.request('/Mediapartners/IR1/Ads', { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });
});

test('HEAD of a path that the token may read is answered as GET is, without a body', async () => {
  const { app, post } = await openApp(onTestFinished);
  const { secret } = await (await post(validRequest)).json();
  const headers = { Authorization: `Bearer ${secret}` };
  const response = await app.request('/Mediapartners/IR1/Ads', { method: 'HEAD', headers });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('');
});
