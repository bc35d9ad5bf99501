// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.js';

describe('starting', () => {
  test('needs no setting at all', () => {
    expect(readSettings({})).toEqual({ port: 3000, isPortGiven: false });
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toEqual({ port: 3000, isPortGiven: false });
  });

  test('takes the port and the database from the environment', () => {
    expect(readSettings({ PORT: '8080', DATABASE_URL: 'libsql://db.example', DATABASE_AUTH_TOKEN: 'x' })).toEqual({
      port: 8080,
      isPortGiven: true,
      databaseUrl: 'libsql://db.example',
      databaseAuthToken: 'x',
    });
    expect(readSettings({ PORT: '0' }).port).toBe(0);
  });

  test.each(['http', '-1', '65536', '3000.5', '0x50', ' 80', '1e3'])(
    'refuses the port %j and says what a port is',
    (port) => {
      expect(() => readSettings({ PORT: port })).toThrow(`PORT is "${port}", which is not a port. Set it to a number`);
    },
  );

  test.each(['demo.db', 'file:', 'postgres://db.example', 'libsql://'])('refuses the database address %j', (url) => {
    expect(() => readSettings({ DATABASE_URL: url })).toThrow(
      /^DATABASE_URL is not an address of a database\. Set it to/,
    );
  });
});
