// @vitest-environment node
import { expect, onTestFinished, test } from 'vitest';
import { openApp, signedIn, validRequest } from './app.fixture.js';

const files = new Map([['index.html', { type: 'text/html; charset=utf-8', content: '' }]]);

test('opening the page begins a session, out of reach of scripts and of other sites', async () => {
  const { app } = await openApp(onTestFinished, { files });
  const page = await app.request('/settings/api');
  expect(page.headers.get('Set-Cookie')).toBe('session=begun; Path=/; HttpOnly; SameSite=Strict');
});

test.each([
  'GET /api/tokens',
  'GET /api/contacts',
  'GET /api/versions',
  'GET /api/versions/16/catalog',
  'POST /api/tokens',
  'POST /api/token-requests/k/void',
  'DELETE /api/tokens/t1',
])('%s answers 401 without a session, and tells nothing', async (request) => {
  const { app } = await openApp(onTestFinished);
  const [method = '', path = ''] = request.split(' ');
  const response = await app.request(path, { method });
  expect(response.status).toBe(401);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title: 'The session has ended',
    status: 401,
    detail: expect.stringContaining('Sign in'),
  });
});

test('the page that signing out leads to begins no session', async () => {
  const { app } = await openApp(onTestFinished, { files });
  const page = await app.request('/signed-out');
  expect(page.status).toBe(200);
  expect(page.headers.get('Set-Cookie')).toBeNull();
});

test('once the session has ended, nothing can be created or revoked until the user signs in again', async () => {
  const { app, post, countTokens } = await openApp(onTestFinished);
  const end = await app.request('/api/session', { method: 'DELETE', headers: signedIn });
  expect(end.headers.get('Set-Cookie')).toMatch(/^session=; Max-Age=0; Path=\//);

  const refused = await post(validRequest, { key: 'k', headers: { Cookie: '' } });
  expect(refused.status).toBe(401);
  expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
  expect((await app.request('/api/tokens/t1', { method: 'DELETE' })).status).toBe(401);
  expect(await countTokens()).toBe(0);

  const begin = await app.request('/api/session', { method: 'PUT' });
  const [cookie = ''] = (begin.headers.get('Set-Cookie') ?? '').split(';');
  expect((await post(validRequest, { key: 'k', headers: { Cookie: cookie } })).status).toBe(201);
});
