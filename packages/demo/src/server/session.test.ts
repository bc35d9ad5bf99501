// @vitest-environment node
import { expect, onTestFinished, test } from 'vitest';
import { openApp, signedIn, validRequest } from './app.fixture.js';

const files = new Map([['index.html', { type: 'text/html; charset=utf-8', content: '' }]]);

test('opening the page begins a session, out of reach of scripts and of other sites', async () => {
  const { app } = await openApp(onTestFinished, { files });
  const page = await app.request('/settings/api');
  expect(page.headers.get('Set-Cookie')).toBe('session=begun; Path=/; HttpOnly; SameSite=Strict');
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
