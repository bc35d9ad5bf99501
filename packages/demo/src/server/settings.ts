/** A start that cannot work as asked; the message says what is wrong and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

export interface Settings {
  /** Where to listen. */
  port: number;
  /** Whether the port was asked for; if not, the next free one will do. */
  isPortGiven: boolean;
  /** Undefined for the embedded file of the demo. */
  databaseUrl?: string;
  databaseAuthToken?: string;
}

/**
 * Reads the environment: `PORT` (0 for any free one; default 3000), `DATABASE_URL` and `DATABASE_AUTH_TOKEN`. Empty counts
 * as not set.
 *
 * @throws {StartError} naming the variable that is not usable.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const { PORT: port, DATABASE_URL: databaseUrl, DATABASE_AUTH_TOKEN: databaseAuthToken } = env;
  if (port && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    throw new StartError(`PORT is "${port}", which is not a port. Set it to a number from 0 to 65535.`);
  }
  if (databaseUrl && !/^(file:.|(libsql|https?|wss?):\/\/.)/.test(databaseUrl)) {
    throw new StartError(
      'DATABASE_URL is not an address of a database. Set it to file:PATH, libsql://HOST or http(s)://HOST, or leave it out.',
    );
  }
  return {
    port: port ? Number(port) : 3000,
    isPortGiven: Boolean(port),
    ...(databaseUrl && { databaseUrl }),
    ...(databaseAuthToken && { databaseAuthToken }),
  };
}
