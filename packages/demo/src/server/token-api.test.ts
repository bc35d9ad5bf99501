// @vitest-environment node
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openApp, signedIn, type TestApp, validRequest } from './app.fixture.js';

describe('the token list', () => {
  test('shows a new token without its secret or the hash of it', async () => {
    const { app, post } = await openApp(onTestFinished);
    const { secret } = await (await post(validRequest)).json();
    const body = await (await app.request('/api/tokens')).text();
    expect(JSON.parse(body)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        name: 'Nightly export',
        description: 'Fetches ads and jobs for the warehouse.',
        hint: `tkw_…${secret.slice(-4)}`,
        version: '16',
        scopeCount: 3,
        contactName: 'Benedikt Schäfer',
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.+Z$/),
        lastUsedAt: null,
      },
    ]);
    expect(body).not.toContain(secret.slice(4, 20));
    expect(body).not.toMatch(/[0-9a-f]{64}/);
  });

  test('loses a token that was revoked, which then cannot be revoked again', async () => {
    const { app, post } = await openApp(onTestFinished);
    const { token } = await (await post(validRequest)).json();
    expect((await app.request(`/api/tokens/${token.id}`, { method: 'DELETE', headers: signedIn })).status).toBe(204);
    expect(await (await app.request('/api/tokens')).json()).toEqual([]);
    const again = await app.request(`/api/tokens/${token.id}`, { method: 'DELETE', headers: signedIn });
    expect(again.status).toBe(404);
    expect(again.headers.get('Content-Type')).toBe('application/problem+json');
  });
});

describe('what the wizard loads', () => {
  test('are the versions, the contacts and the catalog of each version', async () => {
    const { app } = await openApp(onTestFinished);
    const versions = await (await app.request('/api/versions')).json();
    expect(versions.map(({ id, status }: { id: string; status: string }) => [id, status])).toEqual([
      ['16', 'latest'],
      ['15', 'deprecated'],
    ]);
    const contacts = await (await app.request('/api/contacts')).json();
    expect(contacts).toHaveLength(6);
    expect(contacts[0]).toEqual({
      id: 'user-1001',
      name: 'Amara Okafor',
      email: 'amara.okafor@acme.example',
      role: 'Account owner',
    });
    expect((await (await app.request('/api/versions/16/catalog')).json()).categories).toHaveLength(26);
    expect((await (await app.request('/api/versions/15/catalog')).json()).categories).toHaveLength(22);
    expect((await app.request('/api/versions/14/catalog')).status).toBe(404);
  });
});

describe('creating a token', () => {
  test('answers with the secret once, not to be cached', async () => {
    const { post, countTokens } = await openApp(onTestFinished);
    const response = await post(validRequest);
    expect(response.status).toBe(201);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const result = await response.json();
    expect(result.status).toBe('created');
    expect(result.secret).toMatch(/^tkw_[0-9A-Za-z]{49}$/);
    expect(result.token.name).toBe('Nightly export');
    expect(await countTokens()).toBe(1);
  });

  test('neither writes the secret into the database file nor to the console', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tokenwright-demo-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const log = vi.spyOn(console, 'log');
    onTestFinished(() => log.mockRestore());
    const file = join(folder, 'demo.db');
    const { post, app } = await openApp(onTestFinished, { url: pathToFileURL(file).href });
    const { secret } = await (await post(validRequest)).json();
    await app.request('/Mediapartners/IR1/Ads', { headers: { Authorization: `Bearer ${secret}` } });
    const bytes = await readFile(file, 'latin1');
    expect(bytes).toContain('Nightly export');
    expect(bytes).not.toContain(secret.slice(4));
    expect(log).not.toHaveBeenCalled();
  });

  test('is refused to another site, whose visitor is signed in here', async () => {
    const { app, post, countTokens } = await openApp(onTestFinished);
    const response = await post(validRequest, { headers: { Origin: 'https://evil.example' } });
    expect(response.status).toBe(403);
    expect(await countTokens()).toBe(0);
    const own = await post(validRequest, { headers: { Origin: 'http://localhost' } });
    expect(own.status).toBe(201);
    const { token } = await own.json();
    const revoke = { method: 'DELETE', headers: { Origin: 'null' } };
    expect((await app.request(`/api/tokens/${token.id}`, revoke)).status).toBe(403);
  });
});

test('a site that gave its own name the address of this computer can neither read nor change anything', async () => {
  const { app, countTokens } = await openApp(onTestFinished);
  const origin = 'http://rebound.example:3000';
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': '"k"', Origin: origin };
  const creation = { method: 'POST', headers, body: JSON.stringify(validRequest) };
  expect((await app.request(`${origin}/api/tokens`, creation)).status).toBe(421);
  expect(await countTokens()).toBe(0);
  for (const path of ['/api/tokens', '/settings/api', '/Mediapartners/IR1/Ads']) {
    expect((await app.request(origin + path)).status, path).toBe(421);
  }
  for (const name of ['localhost', '127.0.0.1', '[::1]']) {
    expect((await app.request(`http://${name}:3000/api/tokens`)).status, name).toBe(200);
  }
});

describe('the idempotency key', () => {
  test.each<[string, Record<string, string>]>([
    ['missing', {}],
    ['empty', { 'Idempotency-Key': '""' }],
    ['not in quotes', { 'Idempotency-Key': 'abc' }],
    ['followed by more', { 'Idempotency-Key': '"a", "b"' }],
    ['too long', { 'Idempotency-Key': `"${'k'.repeat(256)}"` }],
  ])('that is %s is refused with 400, and stores nothing', async (_title, key) => {
    const { app, countTokens } = await openApp(onTestFinished);
    const headers = { ...signedIn, 'Content-Type': 'application/json', ...key };
    const response = await app.request('/api/tokens', { method: 'POST', headers, body: JSON.stringify(validRequest) });
    expect(response.status).toBe(400);
    expect((await response.json()).type).toBe('tag:tokenwright.example,2026:idempotency-key-invalid');
    expect(await countTokens()).toBe(0);
  });

  test('sent again with the same request gives the same token, without its secret', async () => {
    const { post, countTokens } = await openApp(onTestFinished);
    const first = await (await post(validRequest, { key: 'k' })).json();
    const replay = await post(validRequest, { key: 'k' });
    expect(replay.status).toBe(200);
    expect(replay.headers.get('Idempotency-Replayed')).toBe('true');
    expect(replay.headers.get('Cache-Control')).toBe('no-store');
    expect(await replay.json()).toEqual({ status: 'created-without-secret', token: first.token });
    expect(await countTokens()).toBe(1);
  });

  test('sent again with the members in another order counts as the same request', async () => {
    const { post } = await openApp(onTestFinished);
    await post(validRequest, { key: 'k' });
    const { scopes, ...rest } = validRequest;
    expect((await post({ scopes: scopes.toReversed(), ...rest }, { key: 'k' })).status).toBe(200);
  });

  test('sent again with another request is refused with 422, and mints nothing', async () => {
    const { post, countTokens } = await openApp(onTestFinished);
    await post(validRequest, { key: 'k' });
    const response = await post({ ...validRequest, name: 'Another' }, { key: 'k' });
    expect(response.status).toBe(422);
    expect((await response.json()).type).toBe('tag:tokenwright.example,2026:idempotency-key-reused');
    expect(await countTokens()).toBe(1);
  });

  test('sent twice at once makes one token, and the second is told to wait', async () => {
    const { post, countTokens } = await openApp(onTestFinished);
    const responses = await Promise.all([post(validRequest, { key: 'k' }), post(validRequest, { key: 'k' })]);
    expect(responses.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const refused = responses.find(({ status }) => status === 409);
    expect(refused?.headers.get('Retry-After')).toBe('1');
    expect(await countTokens()).toBe(1);
    expect((await post(validRequest, { key: 'k' })).status).toBe(200);
  });

  test('sent at once to two servers on one database makes one token', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tokenwright-demo-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const url = pathToFileURL(join(folder, 'demo.db')).href;
    const servers = [await openApp(onTestFinished, { url }), await openApp(onTestFinished, { url })];
    for (let round = 0; round < 10; round += 1) {
      const responses = await Promise.all(servers.map(({ post }) => post(validRequest, { key: `k${round}` })));
      expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    }
    expect(await servers[0]?.countTokens()).toBe(10);
  });

  test('of a refused request may be used for the mended one', async () => {
    const { post } = await openApp(onTestFinished);
    expect((await post({ ...validRequest, name: '' }, { key: 'k' })).status).toBe(422);
    expect((await post(validRequest, { key: 'k' })).status).toBe(201);
  });

  test('of a revoked token never mints again', async () => {
    const { app, post, countTokens } = await openApp(onTestFinished);
    const { token } = await (await post(validRequest, { key: 'k' })).json();
    await app.request(`/api/tokens/${token.id}`, { method: 'DELETE', headers: signedIn });
    expect((await post(validRequest, { key: 'k' })).status).toBe(200);
    expect(await countTokens()).toBe(1);
  });
});

describe('asking what came of an idempotency key', () => {
  const ask = (app: TestApp['app'], key: string) => app.request(`/api/token-requests/${encodeURIComponent(key)}`);

  test('finds its token, without the secret, also once it is revoked', async () => {
    const { app, post } = await openApp(onTestFinished);
    const { token } = await (await post(validRequest, { key: 'a/b' })).json();
    const found = await ask(app, 'a/b');
    expect(found.headers.get('Cache-Control')).toBe('no-store');
    expect(await found.json()).toEqual({ status: 'created', token });
    await app.request(`/api/tokens/${token.id}`, { method: 'DELETE', headers: signedIn });
    expect(await (await ask(app, 'a/b')).json()).toEqual({ status: 'created', token });
  });

  /** A request whose body has begun to arrive, and when the rest of it does. */
  function slowly(send: TestApp['post'], body: string) {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    void writer.write(new TextEncoder().encode(body.slice(0, 10)));
    const answer = send(readable, { key: 'k' });
    const arrive = async () => {
      await writer.write(new TextEncoder().encode(body.slice(10)));
      await writer.close();
    };
    return { answer, arrive };
  }

  test.each([
    ['that makes a token', JSON.stringify(validRequest), 201, 'created'],
    ['that is refused', '{ "name": ""', 400, 'not-created'],
  ])('says that there is none, and nothing of a request %s while it arrives', async (_, body, status, outcome) => {
    const { app, post } = await openApp(onTestFinished);
    expect(await (await ask(app, 'k')).json()).toEqual({ status: 'not-created' });
    const { answer, arrive } = slowly(post, body);
    expect((await ask(app, 'k')).status).toBe(409);
    await arrive();
    expect((await answer).status).toBe(status);
    expect((await (await ask(app, 'k')).json()).status).toBe(outcome);
  });
});

describe('a restart', () => {
  test('keeps the tokens, and a token works on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tokenwright-demo-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const url = pathToFileURL(join(folder, 'demo.db')).href;
    const before = await openApp(onTestFinished, { url });
    const { secret, token } = await (await before.post(validRequest, { key: 'k' })).json();
    const after = await openApp(onTestFinished, { url });
    expect(await (await after.app.request('/api/tokens')).json()).toEqual([token]);
    expect(await (await after.app.request('/api/contacts')).json()).toHaveLength(6);
    expect((await after.post(validRequest, { key: 'k' })).status).toBe(200);
    const call = await after.app.request('/Mediapartners/IR1/Ads', { headers: { Authorization: `Bearer ${secret}` } });
    expect(call.status).toBe(200);
  });
});
