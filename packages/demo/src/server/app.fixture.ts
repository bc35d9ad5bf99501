import { fileURLToPath } from 'node:url';
import type { TokenRequest } from '@tokenwright/core';
import type { Hono } from 'hono';
import { createApp } from './app.js';
import { type Database, openDatabase } from './database.js';
import type { PageFiles } from './page.js';
import { tokens } from './schema.js';

const migrations = fileURLToPath(new URL('../../drizzle', import.meta.url));

export interface TestApp {
  app: Hono;
  database: Database;
  /** Asks the page's API, signed in. */
  get: (path: string) => Promise<Response>;
  /** Asks, signed in, whether a key has created a token. If not, the key is void from then on. */
  check: (key: string) => Promise<Response>;
  /** Sends a request for a token; the idempotency key is a new one unless given. */
  post: (body: unknown, options?: { key?: string; headers?: Readonly<Record<string, string>> }) => Promise<Response>;
  /** How many tokens are stored, revoked ones included. */
  countTokens: () => Promise<number>;
}

/** What a browser sends once the page has been opened. */
export const signedIn = { Cookie: 'session=begun' };

/**
 * The application on a database of its own.
 *
 * @param atEnd Registers what closes the database: a test's `onTestFinished`.
 */
export async function openApp(
  atEnd: (close: () => void) => void,
  { url = ':memory:', files = new Map() }: { url?: string; files?: PageFiles } = {},
): Promise<TestApp> {
  const { database, close } = await openDatabase({ url, migrations });
  atEnd(close);
  const app = createApp({ database, files });
  return {
    app,
    database,
    get: async (path) => app.request(path, { headers: signedIn }),
    check: async (key) =>
      app.request(`/api/token-requests/${encodeURIComponent(key)}/void`, { method: 'POST', headers: signedIn }),
    post: async (body, { key = crypto.randomUUID(), headers = {} } = {}) =>
      app.request('/api/tokens', {
        method: 'POST',
        headers: { ...signedIn, 'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"`, ...headers },
        body: typeof body === 'string' || body instanceof ReadableStream ? body : JSON.stringify(body),
        // What Fetch asks of a body that comes in pieces.
        ...(body instanceof ReadableStream && { duplex: 'half' }),
      }),
    countTokens: () => database.$count(tokens),
  };
}

/** A request that the wizard would send. */
export const validRequest: TokenRequest = {
  name: 'Nightly export',
  description: 'Fetches ads and jobs for the warehouse.',
  version: '16',
  primaryContact: 'user-1002',
  developerEmails: ['dev@example.com'],
  scopes: ['get:/Mediapartners/{}/Ads', 'get:/Mediapartners/{}/Jobs', 'get:/Mediapartners/{}/Jobs/{}'],
};
