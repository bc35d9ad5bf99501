import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'dotenv';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { downloadEnvFile, isPlainValue } from './env-file.js';

const createObjectURL = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:secret');
const revokeObjectURL = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue(undefined);
const followed = vi.fn();
vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function follow(this: HTMLAnchorElement) {
  followed(this.href, this.download, this.isConnected);
});

afterEach(() => {
  vi.clearAllMocks();
});

/** What the download of a secret writes into the file. */
async function download(secret: string): Promise<string> {
  downloadEnvFile('T', secret, document);
  const [file] = createObjectURL.mock.lastCall ?? [];
  return file instanceof Blob ? file.text() : '';
}

/** Reads files as `set -a; . ./token.env` does, all in one process. */
function readByShell(shell: string, texts: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tokenwright-env-'));
  try {
    const names = texts.map((text, index) => {
      writeFileSync(join(folder, `${index}.env`), text);
      return `./${index}.env`;
    });
    const script = 'for file; do (set -a; . "$file"; printf "%s\\0" "$T"); done';
    const read = execFileSync(shell, ['-c', script, shell, ...names], { cwd: folder, encoding: 'utf8' });
    return read.split('\0').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Docker and Podman take the rest of the line as it is. */
const readByDocker = (text: string) => text.slice('T='.length, -1);

/** python-dotenv 1.2: an unquoted value ends at white space before `#`, is trimmed, and `${NAME}` in it is replaced. */
const readByPython = (text: string) => {
  const [value = ''] = readByDocker(text).split(/\s+#/);
  return value.trim().replaceAll(/\$\{[^}]*\}/g, '');
};

const secrets = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abZ09_-.~+/=:@%,$`\\\'"#!&|;<>()[]{}*?^ \n\t') }),
  fc.string({ unit: fc.constantFrom(...'aZ09_-.~+/=:@%,') }),
  fc.string({ unit: 'binary' }),
);

test('a secret that is offered as a file is read unchanged by shells, Node, dotenv, python-dotenv and Docker', async () => {
  const offered = fc
    .sample(secrets, { numRuns: 2000, seed: 11 })
    .filter((secret) => secret !== '' && isPlainValue(secret));
  expect(offered.length).toBeGreaterThan(500);
  const texts = await Promise.all(offered.map(download));
  expect(readByShell('sh', texts)).toEqual(offered);
  expect(readByShell('bash', texts)).toEqual(offered);
  expect(texts.map((text) => parseEnv(text).T)).toEqual(offered);
  expect(texts.map((text) => parse(text).T)).toEqual(offered);
  expect(texts.map(readByPython)).toEqual(offered);
  expect(texts.map(readByDocker)).toEqual(offered);
});

test.each(['tkw_3xAmpl3S3cr3t', 'eyJhbGciOi.J9-_x.y', 'c2VjcmV0+/==', '8Q~abc', 'user:p%40ss@host,2'])(
  'the secret %j, of a usual form, is offered as a file',
  (secret) => {
    expect(isPlainValue(secret)).toBe(true);
  },
);

test.each([
  'a$b',
  'a`b',
  'a\\b',
  'pa\\',
  "it's",
  'pa"ss',
  'a#b',
  'a b',
  ' a',
  'a\nb',
  'a\r',
  '~root',
  'a:~/b',
  '=ls',
  'a:=ls',
  'a!b',
  'a*',
  'ключ',
])('the secret %j, which some reader of .env files would change, is not offered as a file', (secret) => {
  expect(isPlainValue(secret)).toBe(false);
});

test('the link to the file is on the page when it is followed, and the file exists until a slow browser has read it', async () => {
  vi.useFakeTimers();
  await download('tkw_1');
  expect(followed).toHaveBeenCalledExactlyOnceWith('blob:secret', 'token.env', true);
  expect(document.querySelector('a')).toBeNull();
  vi.advanceTimersByTime(30_000);
  expect(revokeObjectURL).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(revokeObjectURL).toHaveBeenCalledExactlyOnceWith('blob:secret');
  vi.useRealTimers();
});
