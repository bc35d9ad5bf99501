import { setImmediate } from 'node:timers/promises';
import { type Client, createClient, type InArgs, type InStatement } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { contacts } from './schema.js';

export type Database = LibSQLDatabase;

export interface DatabaseOptions {
  /** `file:…` for an embedded file, `libsql://…` or `http(s)://…` for a libSQL server. */
  url: string;
  /** What a libSQL server asks for, if it does. */
  authToken?: string;
  /** The folder of migrations that drizzle-kit wrote. */
  migrations: string;
}

/** An open database with its tables at the newest version and the contacts in place. */
export async function openDatabase({
  url,
  authToken,
  migrations,
}: DatabaseOptions): Promise<{ database: Database; close: () => void }> {
  const client = createClient({ url, timeout: startTimeout, ...(authToken !== undefined && { authToken }) });
  try {
    const database = drizzle(client);
    await migrate(database, { migrationsFolder: migrations });
    await database.insert(contacts).values(seededContacts).onConflictDoNothing();
    if (client.protocol === 'file') await waitBriefly(client);
    return { database, close: () => client.close() };
  } catch (error) {
    client.close();
    throw error;
  }
}

/** How long to wait at the start for another process that is writing to the same file, in milliseconds. */
const startTimeout = 5_000;

/**
 * The same while requests are answered. An embedded database waits in the event loop and holds up every request, so this is
 * only as long as another process may take to write a row.
 */
const busyTimeout = 50;

/** Returns whether a query failed because another process was writing to the database. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === 'SQLITE_BUSY') || isBusy(error.cause);
}

/**
 * Makes the queries of an embedded database give up soon when the database is locked.
 *
 * After such a failure libsql leaves a statement open, and whatever is then written over the same connection seems to succeed
 * but is not committed. So the connection is replaced before the next query runs, and queries run one after another, which
 * costs nothing because each blocks the process.
 */
async function waitBriefly(client: Client): Promise<void> {
  const execute = client.execute.bind(client);
  const batch = client.batch.bind(client);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(query: () => Promise<T>): Promise<T> => {
    const result = last.then(query).catch(async (error: unknown) => {
      if (isBusy(error)) {
        client.reconnect();
        await shortenWait();
        // Requests that need no database are answered before the next query waits.
        await setImmediate();
      }
      throw error;
    });
    last = result.catch(() => {});
    return result;
  };
  const shortenWait = () => execute(`PRAGMA busy_timeout = ${busyTimeout}`);

  client.execute = (statement: InStatement, args?: InArgs) =>
    inTurn(() => (typeof statement === 'string' ? execute(statement, args) : execute(statement)));
  client.batch = (statements, mode) => inTurn(() => batch(statements, mode));
  await shortenWait();
}

const seededContacts = [
  { id: 'user-1001', name: 'Amara Okafor', email: 'amara.okafor@acme.example', role: 'Account owner' },
  { id: 'user-1002', name: 'Benedikt Schäfer', email: 'benedikt.schaefer@acme.example', role: 'Developer' },
  { id: 'user-1003', name: 'Chiara Conti', email: 'chiara.conti@acme.example', role: 'Partnerships' },
  { id: 'user-1004', name: 'Daniel Kim', email: 'daniel.kim@acme.example', role: 'Developer' },
  { id: 'user-1005', name: 'Elif Yılmaz', email: 'elif.yilmaz@acme.example', role: 'Finance' },
  { id: 'user-1006', name: 'نور حداد', email: 'nour.haddad@acme.example', role: 'Analyst' },
];
