import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { createApp } from './app.js';
import { type Database, openDatabase } from './database.js';
import type { PageFiles } from './page.js';
import { readSettings, type Settings, StartError } from './settings.js';

export interface ServerOptions {
  /** The folder of this package. */
  root: string;
  env: Readonly<Record<string, string | undefined>>;
  files: PageFiles;
}

export interface RunningServer {
  /** Where the page answers: `http://localhost:3000`. */
  url: string;
  /** Lets requests that are being answered end, and closes the database. */
  close: () => Promise<void>;
}

/**
 * Starts the demo.
 *
 * @throws {StartError} when a setting is not usable, the port is taken, or the database cannot be opened.
 */
export async function startServer({ root, env, files }: ServerOptions): Promise<RunningServer> {
  const settings = readSettings(env);
  const { database, close } = await open(root, settings);
  try {
    const server = await listen(createApp({ database, files }).fetch, settings);
    return {
      url: `http://localhost:${portOf(server)}`,
      close: async () => {
        await stop(server);
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function open(
  root: string,
  { databaseUrl, databaseAuthToken }: Settings,
): Promise<{ database: Database; close: () => void }> {
  const url = databaseUrl ?? embeddedDatabase(root);
  try {
    return await openDatabase({
      url,
      migrations: join(root, 'drizzle'),
      ...(databaseAuthToken && { authToken: databaseAuthToken }),
    });
  } catch (error) {
    // A failed query says in its cause why it failed.
    const reason = error instanceof Error ? (error.cause ?? error) : error;
    throw new StartError(
      `The database could not be opened (${reason}). Check DATABASE_URL and DATABASE_AUTH_TOKEN, and that its folder exists.`,
    );
  }
}

function embeddedDatabase(root: string): string {
  const folder = join(root, '.data');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StartError(
      `The folder for the database could not be created (${error}). Make ${root} writable, or set DATABASE_URL to a file ` +
        'in another folder.',
    );
  }
  return pathToFileURL(join(folder, 'demo.db')).href;
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** How many ports after a taken default port are tried. */
const portsTried = 20;

async function listen(fetch: Fetch, { port, isPortGiven }: Settings): Promise<ServerType> {
  const last = isPortGiven ? port : port + portsTried;
  for (let candidate = port; candidate <= last; candidate += 1) {
    const server = createAdaptorServer({ fetch });
    if (await listenOn(server, candidate)) {
      if (candidate !== port) console.log(`Port ${port} is taken, so this uses ${candidate}.`);
      return server;
    }
  }
  throw new StartError(
    isPortGiven
      ? `Port ${port} is taken by another program. Stop it, or set PORT to a free port.`
      : `The ports ${port} to ${last} are all taken. Set PORT to a free port.`,
  );
}

/** Listens on this computer only, where browsers look for `localhost`. @returns false if the port is taken. */
function listenOn(server: ServerType, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EACCES') reject(new StartError(`Port ${port} needs more rights. Set PORT above 1023.`));
      else reject(error);
    });
    server.listen(port, 'localhost', () => resolve(true));
  });
}

function portOf(server: ServerType): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}

/** How long requests that are being answered may take to end. */
const grace = 1_000;

function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers open connections in advance and keep them; they must not keep the program running.
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), grace).unref();
  });
}
