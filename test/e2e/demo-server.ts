import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as base } from 'playwright/test';

/** The demo, started for one test with a database of its own. */
export interface DemoServer {
  /** Where the page answers, such as `http://localhost:41235`. It stays the same over restarts. */
  readonly url: string;
  /** Stops the server as Ctrl+C does, and starts it again with the same database. */
  restart(): Promise<void>;
}

interface RunningDemo {
  readonly url: string;
  stop(): Promise<void>;
}

const startScript = fileURLToPath(new URL('../../packages/demo/start.mjs', import.meta.url));

/** How long the demo may take to end, in milliseconds. */
const stopTimeout = 10_000;

/** Resolves with the address that the demo prints, and rejects if it ends before. */
function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      const address = /http:\/\/localhost:\d+(?=\s)/.exec(output)?.[0];
      if (address) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`The demo ended with exit code ${code} and said:\n${output}`)));
  });
}

/** Ends the demo and everything that it started: it leads a process group of its own. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(stopTimeout) });
  process.kill(-child.pid, 'SIGINT');
  try {
    await ended;
  } catch {
    process.kill(-child.pid, 'SIGKILL');
    throw new Error(`The demo did not end within ${stopTimeout / 1000} s of Ctrl+C.`);
  }
  if (child.exitCode !== 0) throw new Error(`The demo ended with exit code ${child.exitCode} after Ctrl+C, not 0.`);
}

/** @param port 0 for any free port. */
async function start(port: string, databaseUrl: string): Promise<RunningDemo> {
  const child = spawn(process.execPath, [startScript], {
    env: { ...process.env, PORT: port, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const url = await printedAddress(child);
  const { ok, status } = await fetch(`${url}/healthz`);
  if (!ok) {
    await stop(child);
    throw new Error(`The demo printed its address, but ${url}/healthz answers ${status}.`);
  }
  return { url, stop: () => stop(child) };
}

/** Playwright's test with a `demo`, which is also where relative addresses lead. */
export const test = base.extend<{ demo: DemoServer }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed: none.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'tokenwright-demo-'));
      const databaseUrl = pathToFileURL(join(folder, 'demo.db')).href;
      let running = await start('0', databaseUrl);
      const { url } = running;
      await use({
        url,
        restart: async () => {
          await running.stop();
          running = await start(new URL(url).port, databaseUrl);
        },
      });
      await running.stop();
      await rm(folder, { recursive: true });
    },
    { timeout: 60_000 },
  ],
  baseURL: ({ demo }, use) => use(demo.url),
});
