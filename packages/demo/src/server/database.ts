import { createClient } from '@libsql/client';
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
  // Another process may be writing to the same file: wait for it a little before giving up.
  const client = createClient({ url, timeout: 5_000, ...(authToken !== undefined && { authToken }) });
  try {
    const database = drizzle(client);
    await migrate(database, { migrationsFolder: migrations });
    await database.insert(contacts).values(seededContacts).onConflictDoNothing();
    return { database, close: () => client.close() };
  } catch (error) {
    client.close();
    throw error;
  }
}

const seededContacts = [
  { id: 'user-1001', name: 'Amara Okafor', email: 'amara.okafor@acme.example', role: 'Account owner' },
  { id: 'user-1002', name: 'Benedikt Schäfer', email: 'benedikt.schaefer@acme.example', role: 'Developer' },
  { id: 'user-1003', name: 'Chiara Conti', email: 'chiara.conti@acme.example', role: 'Partnerships' },
  { id: 'user-1004', name: 'Daniel Kim', email: 'daniel.kim@acme.example', role: 'Developer' },
  { id: 'user-1005', name: 'Elif Yılmaz', email: 'elif.yilmaz@acme.example', role: 'Finance' },
  { id: 'user-1006', name: 'نور حداد', email: 'nour.haddad@acme.example', role: 'Analyst' },
];
