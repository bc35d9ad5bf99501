import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { test as base } from 'playwright/test';
import { buildDemo } from '../../packages/demo/build.mjs';

/** The demo's server, started for one test with a database of its own. */
export interface DemoServer {
  /** Where the page answers, such as `http://localhost:41235`. */
  readonly url: string;
  /** The database's address: `file:///…`. */
  readonly databaseUrl: string;
}

type StartDemo = Awaited<ReturnType<typeof buildDemo>>;

/** The address of a new database in a folder of its own, which goes when the test ends. */
export async function withDatabase(use: (databaseUrl: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tokenwright-demo-'));
  await use(pathToFileURL(join(folder, 'demo.db')).href);
  await rm(folder, { recursive: true });
}

/** What the database holds, read past the server: the name of every token ever made, revoked ones included. */
export async function storedTokens(databaseUrl: string): Promise<readonly string[]> {
  const client = createClient({ url: databaseUrl, timeout: 5_000 });
  try {
    const { rows } = await client.execute('SELECT name FROM tokens ORDER BY created_at');
    return rows.map(({ name }) => String(name));
  } finally {
    client.close();
  }
}

/** Playwright's test with a `demo`, which is also where relative addresses lead. It is built once for all tests of a worker. */
export const test = base.extend<{ demo: DemoServer }, { startDemo: StartDemo }>({
  startDemo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed: none.
    async ({}, use) => use(await buildDemo()),
    { scope: 'worker', timeout: 60_000 },
  ],
  demo: async ({ startDemo }, use) =>
    withDatabase(async (databaseUrl) => {
      const { url, close } = await startDemo({ PORT: '0', DATABASE_URL: databaseUrl });
      await use({ url, databaseUrl });
      await close();
    }),
  baseURL: ({ demo }, use) => use(demo.url),
});
