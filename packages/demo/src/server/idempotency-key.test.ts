// @vitest-environment node
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TokenRequest } from '@tokenwright/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openApp, signedIn, type TestApp, validRequest } from './app.fixture.js';

/** Two servers on one database, as two processes would be. */
async function openTwoServers(): Promise<readonly [TestApp, TestApp]> {
  const folder = await mkdtemp(join(tmpdir(), 'tokenwright-demo-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const url = pathToFileURL(join(folder, 'demo.db')).href;
  return [await openApp(onTestFinished, { url }), await openApp(onTestFinished, { url })];
}

/** Each member of a request with another valid value. */
const changes: Readonly<Record<keyof TokenRequest, Partial<TokenRequest>>> = {
  name: { name: 'Another' },
  description: { description: 'For something else.' },
  version: { version: '15' },
  primaryContact: { primaryContact: 'user-1001' },
  developerEmails: { developerEmails: ['dev@example.com', 'ops@example.com'] },
  scopes: { scopes: ['get:/Mediapartners/{}/Ads'] },
};

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

  test.each(Object.entries(changes))(
    'sent again with another %s is refused with 422, and mints nothing',
    async (_, change) => {
      const { post, countTokens } = await openApp(onTestFinished);
      await post(validRequest, { key: 'k' });
      const response = await post({ ...validRequest, ...change }, { key: 'k' });
      expect(response.status).toBe(422);
      expect((await response.json()).type).toBe('tag:tokenwright.example,2026:idempotency-key-reused');
      expect(await countTokens()).toBe(1);
    },
  );

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
    const servers = await openTwoServers();
    for (let round = 0; round < 10; round += 1) {
      const responses = await Promise.all(servers.map(({ post }) => post(validRequest, { key: `k${round}` })));
      expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    }
    expect(await servers[0].countTokens()).toBe(10);
  });

  test('of a refused request can be used for the corrected one', async () => {
    const { post } = await openApp(onTestFinished);
    expect((await post({ ...validRequest, name: '' }, { key: 'k' })).status).toBe(422);
    expect((await post(validRequest, { key: 'k' })).status).toBe(201);
  });

  test('of a revoked token never mints again, and the answer says that the token was revoked', async () => {
    const { app, post, countTokens } = await openApp(onTestFinished);
    const { token } = await (await post(validRequest, { key: 'k' })).json();
    await app.request(`/api/tokens/${token.id}`, { method: 'DELETE', headers: signedIn });
    const replay = await post(validRequest, { key: 'k' });
    expect(replay.status).toBe(200);
    expect(await replay.json()).toEqual({
      status: 'created-without-secret',
      token: { ...token, revokedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.+Z$/) },
    });
    expect(await countTokens()).toBe(1);
  });
});

describe('checking whether a key has created a token', () => {
  test('finds the token, without its secret, and says so when it has been revoked', async () => {
    const { app, check, post } = await openApp(onTestFinished);
    const { token } = await (await post(validRequest, { key: 'a/b' })).json();
    const found = await check('a/b');
    expect(found.headers.get('Cache-Control')).toBe('no-store');
    expect(await found.json()).toEqual({ status: 'created', token });
    await app.request(`/api/tokens/${token.id}`, { method: 'DELETE', headers: signedIn });
    const revoked = await (await check('a/b')).json();
    expect(revoked).toEqual({ status: 'created', token: { ...token, revokedAt: expect.any(String) } });
  });

  test('makes the key void if there is none: a request that arrives later creates nothing, however often it is sent', async () => {
    const { check, post, countTokens } = await openApp(onTestFinished);
    expect(await (await check('k')).json()).toEqual({ status: 'not-created' });
    for (const late of [await post(validRequest, { key: 'k' }), await post(validRequest, { key: 'k' })]) {
      expect(late.status).toBe(410);
      expect((await late.json()).type).toBe('tag:tokenwright.example,2026:idempotency-key-void');
    }
    expect(await (await check('k')).json()).toEqual({ status: 'not-created' });
    expect(await countTokens()).toBe(0);
  });

  test('makes the key void while its request is still arriving at another server', async () => {
    const [first, second] = await openTwoServers();
    const { answer, arrive } = sendSlowly(first.post, JSON.stringify(validRequest));
    expect(await (await second.check('k')).json()).toEqual({ status: 'not-created' });
    await arrive();
    expect((await answer).status).toBe(410);
    expect(await first.countTokens()).toBe(0);
  });

  test('at the same moment as its request arrives gives either the token or nothing, never both', async () => {
    const servers = await openTwoServers();
    for (let round = 0; round < 20; round += 1) {
      const [sender, checker] = round % 2 === 0 ? servers : [servers[1], servers[0]];
      const key = `k${round}`;
      const before = await sender.countTokens();
      const sent = sender.post(validRequest, { key });
      // Lets the request get further each time before the check comes in between.
      for (let turn = 0; turn < round; turn += 1) await Promise.resolve();
      const [response, checked] = await Promise.all([sent, checker.check(key)]);
      const isCreated = response.status === 201;
      expect(response.status).toBe(isCreated ? 201 : 410);
      expect((await checked.json()).status).toBe(isCreated ? 'created' : 'not-created');
      expect(await sender.countTokens()).toBe(before + (isCreated ? 1 : 0));
    }
  });

  test('is refused without a session and to other sites, and then leaves the key usable', async () => {
    const { app, post } = await openApp(onTestFinished);
    const path = '/api/token-requests/k/void';
    expect((await app.request(path, { method: 'POST' })).status).toBe(401);
    const headers = { ...signedIn, Origin: 'https://evil.example' };
    expect((await app.request(path, { method: 'POST', headers })).status).toBe(403);
    expect((await post(validRequest, { key: 'k' })).status).toBe(201);
  });

  test('of a key that no request can have is refused, so that it fills no database', async () => {
    const { check } = await openApp(onTestFinished);
    expect((await check('k'.repeat(256))).status).toBe(400);
  });
});

/** Sends a request whose body has begun to arrive; `arrive` sends the rest of it. */
function sendSlowly(send: TestApp['post'], body: string) {
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
