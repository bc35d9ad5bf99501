import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { test as base } from 'playwright/test';
import { type DemoServer, withDatabase } from './demo-server.js';

/** The demo as a user starts it: a program of its own. */
export interface DemoProcess extends DemoServer {
  /** Everything it has printed, over all restarts. */
  readonly output: () => string;
  /** Stops it as Ctrl+C does, and starts it again with the same database at the same address. */
  restart(): Promise<void>;
  /** Ends it at once, in the middle of whatever it is doing (SIGKILL). */
  kill(): Promise<void>;
  /** Starts it again after {@link kill}, with the same database at the same address. */
  start(): Promise<void>;
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

const hasEnded = ({ pid, exitCode, signalCode }: ChildProcess) =>
  pid === undefined || exitCode !== null || signalCode !== null;

/** Sends a signal to the demo and everything that it started: it leads a process group of its own. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid !== undefined) process.kill(-pid, name);
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(stopTimeout) });
  signal(child, 'SIGINT');
  try {
    await ended;
  } catch {
    signal(child, 'SIGKILL');
    throw new Error(`The demo did not end within ${stopTimeout / 1000} s of Ctrl+C.`);
  }
  if (child.exitCode !== 0) throw new Error(`The demo ended with exit code ${child.exitCode} after Ctrl+C, not 0.`);
}

async function kill(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  signal(child, 'SIGKILL');
  await ended;
}

/** Starts the demo with its database at a port; 0 stands for any free one. */
async function runDemo(
  port: string,
  databaseUrl: string,
  onOutput: (text: string) => void = () => {},
): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [startScript], {
    env: { ...process.env, PORT: port, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdout?.on('data', (chunk: Buffer) => onOutput(String(chunk)));
  child.stderr?.on('data', (chunk: Buffer) => onOutput(String(chunk)));
  const url = await printedAddress(child);
  const { ok, status } = await fetch(`${url}/healthz`);
  if (!ok) {
    await stop(child);
    throw new Error(`The demo printed its address, but ${url}/healthz answers ${status}.`);
  }
  return { url, child };
}

/** Playwright's test with a `demo` that is a program of its own. */
export const test = base.extend<{ demo: DemoProcess }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed: none.
    async ({}, use) =>
      withDatabase(async (databaseUrl) => {
        let output = '';
        const note = (text: string) => {
          output += text;
        };
        let { url, child } = await runDemo('0', databaseUrl, note);
        const start = async () => {
          ({ child } = await runDemo(new URL(url).port, databaseUrl, note));
        };
        await use({
          url,
          databaseUrl,
          output: () => output,
          start,
          kill: () => kill(child),
          restart: async () => {
            await stop(child);
            await start();
          },
        });
        await stop(child);
      }),
    { timeout: 60_000 },
  ],
  baseURL: ({ demo }, use) => use(demo.url),
});
