// @vitest-environment node
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { signedIn, validRequest } from './app.fixture.js';
import { startServer } from './main.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function start(env: Readonly<Record<string, string>>) {
  return startServer({ root, env, files: new Map() });
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
  const created = await fetch(`${first.url}/api/tokens`, {
    method: 'POST',
    headers: { ...signedIn, 'Content-Type': 'application/json', 'Idempotency-Key': '"k"', Origin: first.url },
    body: JSON.stringify(validRequest),
  });
  const { secret } = await created.json();
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
