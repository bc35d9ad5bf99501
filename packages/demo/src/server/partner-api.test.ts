// @vitest-environment node
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openApp, signedIn, type TestApp, validRequest } from './app.fixture.js';
import { catalogOf, versions } from './catalog/catalogs.js';
import { mintSecret } from './secret.js';

async function createToken({ post }: TestApp, scopes: readonly string[], version = '16'): Promise<string> {
  const response = await post({ ...validRequest, version, scopes });
  expect(response.status).toBe(201);
  return (await response.json()).secret;
}

async function call({ app }: TestApp, secret: string, operation: string): Promise<Response> {
  const [method = '', path = ''] = operation.split(' ');
  return app.request(path, { method, headers: { Authorization: `Bearer ${secret}` } });
}

describe('a guarded endpoint', () => {
  test('answers a token that holds its scope', async () => {
    const demo = await openApp(onTestFinished);
    const response = await call(
      demo,
      await createToken(demo, ['get:/Mediapartners/{}/Ads']),
      'GET /Mediapartners/IR1/Ads?PageSize=2',
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      '@page': '1',
      '@total': '2',
      '@uri': '/Mediapartners/IR1/Ads',
      Ads: [
        { Id: '1001', Uri: '/Mediapartners/IR1/Ads/1001' },
        { Id: '1002', Uri: '/Mediapartners/IR1/Ads/1002' },
      ],
    });
  });

  test('refuses a token without its scope, naming the scope to people and to programs', async () => {
    const demo = await openApp(onTestFinished);
    const response = await call(
      demo,
      await createToken(demo, ['get:/Mediapartners/{}/Ads']),
      'GET /Mediapartners/IR1/Jobs',
    );
    expect(response.status).toBe(403);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(response.headers.get('WWW-Authenticate')).toBe(
      'Bearer realm="partner-api", error="insufficient_scope", scope="get:/Mediapartners/{}/Jobs"',
    );
    expect(await response.json()).toEqual({
      type: 'tag:tokenwright.example,2026:insufficient-scope',
      title: 'The token lacks a scope',
      status: 403,
      detail: 'This operation needs the scope "get:/Mediapartners/{}/Jobs" (List jobs). Create a token that holds it.',
      missingScope: 'get:/Mediapartners/{}/Jobs',
    });
  });

  test('asks who brings no token for one', async () => {
    const { app } = await openApp(onTestFinished);
    const response = await app.request('/Mediapartners/IR1/Ads');
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="partner-api"');
    expect((await response.json()).detail).toContain('Authorization: Bearer');
  });

  test('refuses a made-up token, and one with another scheme', async () => {
    const demo = await openApp(onTestFinished);
    const secret = await createToken(demo, ['get:/Mediapartners/{}/Ads']);
    for (const wrong of [mintSecret(), `${secret.slice(0, -1)}!`, 'tkw_', secret.toLowerCase()]) {
      const response = await call(demo, wrong, 'GET /Mediapartners/IR1/Ads');
      expect(response.status).toBe(401);
    }
    const basic = { Authorization: `Basic ${Buffer.from(`IR1:${secret}`).toString('base64')}` };
    expect((await demo.app.request('/Mediapartners/IR1/Ads', { headers: basic })).status).toBe(401);
  });

  test('refuses a token as soon as it is revoked', async () => {
    const demo = await openApp(onTestFinished);
    const secret = await createToken(demo, ['get:/Mediapartners/{}/Ads']);
    const [token] = await (await demo.get('/api/tokens')).json();
    await demo.app.request(`/api/tokens/${token.id}`, { method: 'DELETE', headers: signedIn });
    const response = await call(demo, secret, 'GET /Mediapartners/IR1/Ads');
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toContain('error="invalid_token"');
  });

  test('does not ask the database about a token whose checksum is wrong', async () => {
    const demo = await openApp(onTestFinished);
    const select = vi.spyOn(demo.database, 'select');
    const secret = mintSecret();
    await call(demo, `${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`, 'GET /Mediapartners/IR1/Ads');
    expect(select).not.toHaveBeenCalled();
    await call(demo, secret, 'GET /Mediapartners/IR1/Ads');
    expect(select).toHaveBeenCalledOnce();
  });

  test('says 404 for a path and 405 for a method that the API does not have', async () => {
    const demo = await openApp(onTestFinished);
    const secret = await createToken(demo, ['get:/Mediapartners/{}/Ads']);
    for (const path of [
      '/Mediapartners/IR1/Nothing',
      '/Mediapartners/IR1/Ads/',
      '/Mediapartners//Ads',
      '/Mediapartners/',
    ]) {
      const response = await call(demo, secret, `GET ${path}`);
      expect(response.status, path).toBe(404);
      expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    }
    const response = await call(demo, secret, 'DELETE /Mediapartners/IR1/Ads');
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET');
  });

  test('takes a fixed path for itself, not for the id of a neighbour', async () => {
    const demo = await openApp(onTestFinished);
    const search = 'GET /Mediapartners/IR1/Catalogs/ItemSearch';
    const denied = await call(demo, await createToken(demo, ['get:/Mediapartners/{}/Catalogs/{}']), search);
    expect((await denied.json()).missingScope).toBe('get:/Mediapartners/{}/Catalogs/ItemSearch');
    expect(
      (await call(demo, await createToken(demo, ['get:/Mediapartners/{}/Catalogs/ItemSearch']), search)).status,
    ).toBe(200);
  });

  test('notes when a token was last used', async () => {
    const demo = await openApp(onTestFinished);
    const secret = await createToken(demo, ['get:/Mediapartners/{}/Ads']);
    const before = Date.now();
    await call(demo, secret, 'GET /Mediapartners/IR1/Ads');
    const [token] = await (await demo.get('/api/tokens')).json();
    expect(Date.parse(token.lastUsedAt)).toBeGreaterThanOrEqual(before);
  });

  test('does not fail on a path that cannot be decoded', async () => {
    const demo = await openApp(onTestFinished);
    const secret = await createToken(demo, ['get:/Mediapartners/{}/Ads/{}']);
    expect((await call(demo, secret, 'GET /Mediapartners/IR1/Ads/%E0%A4%A')).status).toBe(200);
  });
});

describe('every operation of a version', () => {
  test.each(versions.map(({ id }) => id))('%s answers a token with all its scopes', async (version) => {
    const demo = await openApp(onTestFinished);
    const scopes = (catalogOf(version)?.categories ?? []).flatMap((category) => category.scopes);
    const secret = await createToken(
      demo,
      scopes.map(({ id }) => id),
      version,
    );
    for (const { method, path } of scopes.flatMap(({ endpoints }) => endpoints ?? [])) {
      const response = await call(demo, secret, `${method} ${path.replaceAll(/\{\w+\}/g, '42')}`);
      expect(response.status, `${method} ${path}`).toBe(200);
    }
  });

  test('16 is closed to a token with one scope, but for that one', async () => {
    const demo = await openApp(onTestFinished);
    const secret = await createToken(demo, ['get:/Mediapartners/{}/Users']);
    const scopes = (catalogOf('16')?.categories ?? []).flatMap((category) => category.scopes);
    for (const scope of scopes) {
      for (const { method, path } of scope.endpoints ?? []) {
        const response = await call(demo, secret, `${method} ${path.replaceAll(/\{\w+\}/g, '42')}`);
        expect(response.status, `${method} ${path}`).toBe(scope.id === 'get:/Mediapartners/{}/Users' ? 200 : 403);
        if (response.status === 403) expect((await response.json()).missingScope).toBe(scope.id);
      }
    }
  });

  test('that is new in 16 does not exist for a token of 15', async () => {
    const demo = await openApp(onTestFinished);
    const secret = await createToken(demo, ['get:/Mediapartners/{}/Ads'], '15');
    expect((await call(demo, secret, 'GET /Mediapartners/IR1/Ads')).status).toBe(200);
    const response = await call(demo, secret, 'GET /Mediapartners/IR1/Stores');
    expect(response.status).toBe(404);
    expect((await response.json()).detail).toContain('Version 15');
  });
});
