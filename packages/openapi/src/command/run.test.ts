// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'tokenwright-openapi-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function command(...args: readonly string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = run(args, { print: (text) => printed.push(text), complain: (text) => complained.push(text) });
  return { code, printed: printed.join('\n'), complained: complained.join('\n') };
}

const jobs = file(
  'jobs.yaml',
  `openapi: 3.1.0
info: { title: Jobs, version: '1' }
components: { securitySchemes: { oauth: { type: oauth2, flows: { implicit: { scopes: { 'jobs:read': See jobs. } } } } } }
paths:
  /jobs: &jobs
    get: { security: [{ oauth: ['jobs:read'] }] }
  /v1/jobs:
    <<: *jobs
`,
);
const ads = file(
  'ads.json',
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Ads', version: '1' },
    paths: { '/ads': { post: { 'x-scopes': ['ads:one', 'ads:two'] } } },
  }),
);
const faulty = file('faulty.yaml', 'openapi: 3.1.0\npaths: { /a: { get: { $ref: other.yaml } }, /b: { get: {} } }\n');

describe('catalog', () => {
  test('prints the catalog of several files, JSON and YAML, as one API', () => {
    const { code, printed } = command('catalog', jobs, ads, '--scope-extension', 'x-scopes', '--scope-list', 'any');
    expect(code).toBe(0);
    const { categories } = JSON.parse(printed);
    expect(categories).toMatchObject([
      { label: 'Ads', scopes: [{ id: 'ads:one', endpoints: [{ method: 'POST', path: '/ads' }] }, { id: 'ads:two' }] },
      { label: 'Jobs', scopes: [{ id: 'jobs:read', endpoints: [{ path: '/jobs' }, { path: '/v1/jobs' }] }] },
    ]);
  });

  test.each(['bom.json', 'bom.yaml'])('reads %s, which begins with a byte order mark', (name) => {
    const text = JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Ads', version: '1' },
      paths: { '/ads': { get: {} } },
    });
    const { code, printed } = command('catalog', file(name, `\uFEFF${text}`), '--mode', 'operations');
    expect(code).toBe(0);
    expect(JSON.parse(printed).categories[0].scopes).toHaveLength(1);
  });

  test('writes it, and says where and how much', () => {
    const out = join(folder, 'catalog.json');
    expect(command('catalog', jobs, '--out', out)).toMatchObject({ code: 0, printed: `${out}: 1 scope in 1 category` });
    expect(JSON.parse(readFileSync(out, 'utf8')).categories[0].scopes[0].id).toBe('jobs:read');
  });

  test('makes operations scopes if it is asked to', () => {
    expect(JSON.parse(command('catalog', jobs, '--mode', 'operations').printed).categories[0].scopes[0].id).toBe(
      'get:/jobs',
    );
  });

  test('writes nothing if the documents have errors', () => {
    const out = join(folder, 'none.json');
    const { code, complained } = command('catalog', faulty, '--out', out);
    expect(code).toBe(1);
    expect(complained).toContain(`error reference-external at ${faulty}#/paths/~1a/get`);
    expect(() => readFileSync(out)).toThrow();
  });
});

describe('explain', () => {
  test('says what a call needs and by which rule', () => {
    const { code, printed } = command('explain', jobs, 'GET /jobs');
    expect(code).toBe(0);
    expect(printed).toBe(
      'GET /jobs\n  needs jobs:read (Jobs: read; read, by name)\n  The operation has a security of its own, which replaces that of the document.',
    );
    expect(JSON.parse(command('explain', jobs, 'GET /jobs', '--json').printed)).toMatchObject([
      { ways: [[{ id: 'jobs:read' }]] },
    ]);
  });

  test('fails if no call fits', () => {
    expect(command('explain', jobs, 'PUT /jobs')).toMatchObject({
      code: 1,
      printed: '',
      complained: expect.stringContaining('"PUT /jobs"'),
    });
  });
});

describe('check', () => {
  test('prints what is wrong with its place and what to do, and fails on errors only', () => {
    const { code, printed } = command('check', faulty);
    expect(code).toBe(1);
    expect(printed).toMatch(
      /1 scope in 1 category[\s\S]+leads to another file\.\n {2}Bundle[\s\S]+1 error, 0 warnings, 1 note \(1 operation-mode; --json lists them\)$/,
    );
    expect(command('check', jobs)).toMatchObject({
      code: 0,
      printed: '1 scope in 1 category\n0 errors, 0 warnings, 0 notes',
    });
  });

  test('prints data for programs', () => {
    const { code, printed } = command('check', faulty, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(printed)[0]).toMatchObject({
      code: 'reference-external',
      severity: 'error',
      place: { document: faulty },
    });
  });

  test.each(['\u202e', '\u2066', '\u200b', '\u2028'])(
    'writes the invisible character %j of a document as its number',
    (character) => {
      const path = file(
        'invisible.json',
        JSON.stringify({
          openapi: '3.1.0',
          paths: { [`/a${character}b`]: { get: 'x' }, '/c': { get: { security: [{ oauth: [`jobs${character}`] }] } } },
        }),
      );
      const number = `\\u{${character.codePointAt(0)?.toString(16)}}`;
      const checked = command('check', path).printed;
      const explained = command('explain', path, 'GET /c').printed;
      for (const printed of [checked, explained]) {
        expect(printed).toContain(number);
        expect(printed).not.toContain(character);
      }
    },
  );

  test('lets no document steer the terminal', () => {
    const path = file(
      'escape.json',
      JSON.stringify({ openapi: '3.1.0', paths: { '/\u001b[31m': { get: 'x' }, '/b': { get: {} } } }),
    );
    expect(command('check', path).printed).not.toContain('\u001b');
  });
});

describe('diff', () => {
  const later = file(
    'later.yaml',
    readFileSync(jobs, 'utf8').replace('/v1/jobs:', '/v2/jobs:').replaceAll('jobs:read', 'jobs:list'),
  );

  test('says what appeared, vanished or changed, of documents or of catalogs', () => {
    const old = join(folder, 'old.json');
    command('catalog', jobs, '--out', old);
    const { code, printed } = command('diff', old, later);
    expect(code).toBe(0);
    expect(printed).toContain('Scopes that appeared:\n  jobs:list\n\nScopes that vanished:\n  jobs:read');
    expect(printed).toContain('Endpoints that changed access:\n  GET /jobs: jobs:read → jobs:list');
    expect(JSON.parse(command('diff', old, later, '--json').printed).scopes.added).toEqual(['jobs:list']);
    expect(command('diff', old, jobs).printed).toBe('The same scopes open the same endpoints.');
  });

  test('compares nothing if one of them has errors', () => {
    expect(command('diff', jobs, faulty)).toMatchObject({ code: 1, printed: '' });
  });
});

describe('what cannot be done', () => {
  test.each([
    [[], 'Say what to do'],
    [['import', 'x'], '"import" is no command'],
    [['catalog'], 'needs at least one file'],
    [['explain', 'x'], 'needs a file and a call'],
    [['diff', 'x'], 'got 1'],
    [['check', 'x', '--out', 'y'], '--out is for catalog'],
    [['check', 'x', '--mode', 'both'], '--mode is "both". Use auto, scopes or operations.'],
    [['check', 'x', '--verbose'], '--verbose'],
    [['check', join(folder, 'missing.yaml')], 'missing.yaml cannot be read'],
    [['check', folder], 'cannot be read'],
  ])('%j is said to be so, with exit code 2', (args, message) => {
    const { code, printed, complained } = command(...args);
    expect(code).toBe(2);
    expect(printed).toBe('');
    expect(complained).toContain(message);
    expect(JSON.parse(command(...args, '--json').printed).error).toContain(message);
  });

  test.each([
    ['broken.json', '{\n  "openapi": }', 'broken.json is no JSON'],
    ['broken.yaml', 'openapi: 3.1.0\npaths: [', 'broken.yaml:2:'],
    ['twice.yaml', 'openapi: 3.1.0\nopenapi: 3.0.0\n', 'twice.yaml:2:1'],
    ['unknown-alias.yaml', 'openapi: *nowhere\n', 'unknown-alias.yaml cannot be read as YAML: Unresolved alias'],
    ['deep.yaml', `a: ${'['.repeat(100_000)}`, 'deep.yaml'],
    [
      'bomb.yaml',
      `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}]`).join('\n')}`,
      'bomb.yaml cannot be read as YAML: Excessive alias count',
    ],
  ])('%s is named, with the place', (name, text, message) => {
    const { code, complained } = command('check', file(name, text));
    expect(code).toBe(2);
    expect(complained).toContain(message);
  });

  test('a document whose aliases lead in a circle is read as far as it makes sense', () => {
    const path = file(
      'circle.yaml',
      'openapi: 3.1.0\npaths: &paths\n  /a: &a { get: { tags: &t [*t], x: *a } }\n  /b: *paths\n',
    );
    expect(command('check', path)).toMatchObject({
      code: 0,
      printed: expect.stringContaining('1 scope in 1 category'),
    });
  });

  test('--help says what there is', () => {
    expect(command('--help')).toMatchObject({ code: 0, printed: expect.stringContaining('diff <old> <new>') });
  });
});
