// @vitest-environment node
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { signedIn, validRequest } from './app.fixture.js';
import { startServer } from './main.js';
import { StartError } from './settings.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function start(env: Readonly<Record<string, string>>) {
  return startServer({ root, env, files: new Map() });
}

function post(url: string): Promise<Response> {
  return fetch(`${url}/api/tokens`, {
    method: 'POST',
    headers: { ...signedIn, 'Content-Type': 'application/json', 'Idempotency-Key': '"k"', Origin: url },
    body: JSON.stringify(validRequest),
  });
}

async function databaseUrl(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tokenwright-demo-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return pathToFileURL(join(folder, 'demo.db')).href;
}

test('the demo answers at the address it names, and its tokens outlive a restart', async () => {
  const env = { PORT: '0', DATABASE_URL: await databaseUrl() };
  const first = await start(env);
  expect(first.url).toMatch(/^http:\/\/localhost:\d+$/);
  const { secret } = await (await post(first.url)).json();
  await first.close();
  await expect(fetch(first.url)).rejects.toThrow();

  const second = await start(env);
  onTestFinished(second.close);
  const call = await fetch(`${second.url}/Mediapartners/IR1/Ads`, { headers: { Authorization: `Bearer ${secret}` } });
  expect(call.status).toBe(200);
});

test('the demo stops although a browser keeps a connection open on which it has asked nothing', async () => {
  const server = await start({ PORT: '0', DATABASE_URL: await databaseUrl() });
  const socket = connect(Number(new URL(server.url).port), 'localhost');
  await new Promise((resolve) => socket.once('connect', resolve));
  await server.close();
  await expect(fetch(server.url)).rejects.toThrow();
});

test('the demo can be reached from this computer only', async () => {
  const listen = vi.spyOn(Server.prototype, 'listen');
  onTestFinished(() => listen.mockRestore());
  const server = await start({ PORT: '0', DATABASE_URL: await databaseUrl() });
  onTestFinished(server.close);
  const addresses = listen.mock.contexts.map((listening) => (listening instanceof Server ? listening.address() : null));
  expect(addresses).toEqual([expect.objectContaining({ address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/) })]);
});

test('a browser that goes away while it sends a request leaves no error in the log, and the demo goes on', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => log.mockRestore());
  const server = await start({ PORT: '0', DATABASE_URL: await databaseUrl() });
  onTestFinished(server.close);
  const { hostname, port, host } = new URL(server.url);
  for (const framing of ['Content-Length: 1000', 'Transfer-Encoding: chunked']) {
    const socket = connect(Number(port), hostname);
    const head = [
      'POST /api/tokens HTTP/1.1',
      `Host: ${host}`,
      `Cookie: ${signedIn.Cookie}`,
      'Content-Type: application/json',
      'Idempotency-Key: "k"',
      framing,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n3\r\n{"n\r\n`);
    // Once a second request with the key is asked to wait, the first is being read.
    await expect.poll(() => post(server.url).then(({ status }) => status)).toBe(409);
    socket.resetAndDestroy();
    // Once it is answered as any other, the first has been given up.
    await expect.poll(() => post(server.url).then(({ status }) => status)).not.toBe(409);
  }
  expect(log).not.toHaveBeenCalled();
});

test('a port that was asked for and is taken is a clear message', async () => {
  const url = await databaseUrl();
  const server = await start({ PORT: '0', DATABASE_URL: url });
  onTestFinished(server.close);
  const { port } = new URL(server.url);
  await expect(start({ PORT: port, DATABASE_URL: url })).rejects.toThrow(
    `Port ${port} is taken by another program. Stop it, or set PORT to a free port.`,
  );
});

test('a database that cannot be opened is a clear message', async () => {
  const missing = pathToFileURL(join(tmpdir(), 'tokenwright-no-such-folder', 'demo.db')).href;
  await expect(start({ PORT: '0', DATABASE_URL: missing })).rejects.toThrow(
    /^The database could not be opened \(.+\)\. Check DATABASE_URL/,
  );
});

test('a folder for the database that cannot be created is a clear message', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tokenwright-demo-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'file');
  await writeFile(file, '');
  const started = startServer({ root: file, env: { PORT: '0' }, files: new Map() });
  await expect(started).rejects.toThrow(StartError);
  await expect(started).rejects.toThrow(/^The folder for the database could not be created \(.+\)\. Make .+ writable/);
});
