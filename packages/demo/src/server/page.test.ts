// @vitest-environment node
import { describe, expect, onTestFinished, test } from 'vitest';
import { openApp } from './app.fixture.js';
import type { PageFiles } from './page.js';

const files: PageFiles = new Map([
  ['index.html', { type: 'text/html; charset=utf-8', content: '<meta name="csp-nonce" content="__CSP_NONCE__">' }],
  ['assets/index-abc.js', { type: 'text/javascript; charset=utf-8', content: 'void 0' }],
]);

const open = async () => (await openApp(onTestFinished, { files })).app;

describe('the settings page', () => {
  test('is where the root leads', async () => {
    const response = await (await open()).request('/');
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe('/settings/api');
  });

  test('answers at each of its addresses, with a nonce that its policy names and that is new each time', async () => {
    const app = await open();
    const nonces = new Set<string | undefined>();
    for (const path of ['/settings/api', '/settings/api/new', '/settings/api']) {
      const response = await app.request(path);
      expect(response.status).toBe(200);
      const nonce = /content="([^"]{20,})"/.exec(await response.text())?.[1];
      expect(response.headers.get('Content-Security-Policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test('may not be framed, runs no script but its own, and tells no other site where its visitor came from', async () => {
    const { headers } = await (await open()).request('/settings/api');
    const policy = headers.get('Content-Security-Policy')?.split('; ');
    expect(policy).toEqual(expect.arrayContaining(["default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]));
    expect(headers.get('Content-Security-Policy')).not.toMatch(/script-src|unsafe/);
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Strict-Transport-Security')).toBeNull();
  });

  test('gets its scripts, which stay in the cache, and nothing that was not built', async () => {
    const app = await open();
    const script = await app.request('/assets/index-abc.js');
    expect(await script.text()).toBe('void 0');
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('Cache-Control')).toContain('immutable');
    for (const path of ['/assets/other.js', '/assets/../index.html', '/package.json', '/.data/demo.db']) {
      const response = await app.request(path);
      expect(response.status, path).toBe(404);
      expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    }
  });
});

test('a program can ask whether the server is up', async () => {
  expect((await (await open()).request('/healthz')).status).toBe(200);
});
