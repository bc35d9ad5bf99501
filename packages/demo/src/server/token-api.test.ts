// @vitest-environment node
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openApp, signedIn, validRequest } from './app.fixture.js';

describe('the token list', () => {
  test('shows a new token without its secret or the hash of it', async () => {
    const { get, post } = await openApp(onTestFinished);
    const { secret } = await (await post(validRequest)).json();
    const body = await (await get('/api/tokens')).text();
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

  test('shows the newest token first', async () => {
    const { get, post } = await openApp(onTestFinished);
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    for (const [day, name] of ['Second', 'First', 'Third'].entries()) {
      vi.setSystemTime(new Date(Date.UTC(2026, 0, [2, 1, 3][day])));
      await post({ ...validRequest, name });
    }
    const tokens: { name: string }[] = await (await get('/api/tokens')).json();
    expect(tokens.map(({ name }) => name)).toEqual(['Third', 'Second', 'First']);
  });

  test('loses a token that was revoked, which then cannot be revoked again', async () => {
    const { app, get, post } = await openApp(onTestFinished);
    const { token } = await (await post(validRequest)).json();
    expect((await app.request(`/api/tokens/${token.id}`, { method: 'DELETE', headers: signedIn })).status).toBe(204);
    expect(await (await get('/api/tokens')).json()).toEqual([]);
    const again = await app.request(`/api/tokens/${token.id}`, { method: 'DELETE', headers: signedIn });
    expect(again.status).toBe(404);
    expect(again.headers.get('Content-Type')).toBe('application/problem+json');
  });
});

describe('what the wizard loads', () => {
  test('is the versions, the contacts and the catalog of each version', async () => {
    const { get } = await openApp(onTestFinished);
    const versions = await (await get('/api/versions')).json();
    expect(versions.map(({ id, status }: { id: string; status: string }) => [id, status])).toEqual([
      ['16', 'latest'],
      ['15', 'deprecated'],
    ]);
    const contacts = await (await get('/api/contacts')).json();
    expect(contacts).toHaveLength(6);
    expect(contacts[0]).toEqual({
      id: 'user-1001',
      name: 'Amara Okafor',
      email: 'amara.okafor@acme.example',
      role: 'Account owner',
    });
    expect((await (await get('/api/versions/16/catalog')).json()).categories).toHaveLength(26);
    expect((await (await get('/api/versions/15/catalog')).json()).categories).toHaveLength(22);
    expect((await get('/api/versions/14/catalog')).status).toBe(404);
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
    expect((await app.request(`http://${name}:3000/api/tokens`, { headers: signedIn })).status, name).toBe(200);
  }
});

describe('a restart', () => {
  test('keeps the tokens, and a token works on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tokenwright-demo-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const url = pathToFileURL(join(folder, 'demo.db')).href;
    const before = await openApp(onTestFinished, { url });
    const { secret, token } = await (await before.post(validRequest, { key: 'k' })).json();
    const after = await openApp(onTestFinished, { url });
    expect(await (await after.get('/api/tokens')).json()).toEqual([token]);
    expect(await (await after.get('/api/contacts')).json()).toHaveLength(6);
    expect((await after.post(validRequest, { key: 'k' })).status).toBe(200);
    const call = await after.app.request('/Mediapartners/IR1/Ads', { headers: { Authorization: `Bearer ${secret}` } });
    expect(call.status).toBe(200);
  });
});
