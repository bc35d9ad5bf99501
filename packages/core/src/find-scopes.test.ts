// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { ScopeCatalog } from './catalog.js';
import { findScopes } from './find-scopes.js';

const catalog: ScopeCatalog = {
  categories: [
    {
      id: 'catalogs',
      label: 'Catalogs',
      scopes: [
        { id: 'get', label: 'Get', access: 'read', endpoints: [{ method: 'GET', path: '/v1/{sid}/Catalogs/{Id}' }] },
        {
          id: 'search',
          label: 'Search',
          access: 'read',
          endpoints: [{ method: 'GET', path: '/v1/{sid}/Catalogs/ItemSearch' }],
        },
        { id: 'admin', label: 'All', access: 'admin', endpoints: [{ method: 'PUT', path: '/v1/{sid}/Catalogs/{Id}' }] },
        {
          id: 'change',
          label: 'Change',
          access: 'write',
          requires: ['get'],
          endpoints: [{ method: 'PUT', path: '/v1/{sid}/Catalogs/{Id}' }],
        },
        { id: 'unknown', label: 'Unknown', endpoints: [{ method: 'PUT', path: '/v1/{sid}/Catalogs/{Id}' }] },
      ],
    },
  ],
};

const idsOf = (text: string, among = catalog) =>
  findScopes(among, text).map(({ alternatives }) => alternatives.map(({ scopes }) => scopes));

test('a template with other parameter names, and a path with real ids, find the scope that opens the call', () => {
  expect(idsOf('GET /v1/{account}/Catalogs/{catalog}')).toEqual([[['get']]]);
  expect(idsOf('GET /v1/IR1/Catalogs/42')).toEqual([[['get']]]);
});

test('a word in the path is no id: the more exact endpoint wins', () => {
  expect(idsOf('GET /v1/IR1/Catalogs/ItemSearch')).toEqual([[['search']]]);
});

test('several scopes that open a call are alternatives, least access first, each with what it requires', () => {
  expect(idsOf('PUT /v1/IR1/Catalogs/42')).toEqual([[['get', 'change'], ['admin'], ['unknown']]]);
  expect(findScopes(catalog, 'PUT /v1/IR1/Catalogs/42')[0]?.alternatives.map(({ access }) => access)).toEqual([
    'write',
    'admin',
    undefined,
  ]);
  expect(findScopes(catalog, 'GET /v1/IR1/Catalogs/42')[0]?.alternatives).toMatchObject([{ access: 'read' }]);
});

test('what is held already is not missing', () => {
  expect(findScopes(catalog, 'PUT /v1/IR1/Catalogs/42', ['get'])[0]?.alternatives[0]).toMatchObject({
    scopes: ['get', 'change'],
    missing: ['change'],
  });
});

test('a path alone finds every method', () => {
  expect(findScopes(catalog, '/v1/IR1/Catalogs/42').map(({ endpoint }) => endpoint.method)).toEqual(['GET', 'PUT']);
});

test('a URL with a host and a base path, and a curl line, find it too', () => {
  expect(idsOf('https://api.example.com/base/v1/IR1/Catalogs/42?x=1')).toEqual([
    [['get']],
    [['get', 'change'], ['admin'], ['unknown']],
  ]);
  expect(idsOf("curl -d '{}' -X PUT 'https://api.example.com/v1/IR1/Catalogs/42'")[0]?.[0]).toEqual(['get', 'change']);
});

test('an unknown call, another method and plain words find nothing', () => {
  expect(idsOf('GET /v1/IR1/Catalogs')).toEqual([]);
  expect(idsOf('DELETE /v1/IR1/Catalogs/42')).toEqual([]);
  expect(idsOf('catalogs')).toEqual([]);
});

describe('a call that several scopes open only together', () => {
  const transfer = { method: 'POST' as const, path: '/transfers' };
  const together: ScopeCatalog = {
    categories: [
      {
        id: 'money',
        label: 'Money',
        scopes: [
          { id: 'accounts', label: 'Accounts', access: 'read', endpoints: [{ ...transfer, with: [['pay']] }] },
          { id: 'pay', label: 'Pay', access: 'write', endpoints: [{ ...transfer, with: [['accounts'], ['gone']] }] },
          { id: 'all', label: 'All', access: 'admin', endpoints: [{ ...transfer, with: [[], ['accounts']] }] },
        ],
      },
    ],
  };

  test('is one alternative that names them all, and no scope that the catalog lacks', () => {
    const [match] = findScopes(together, 'POST /transfers', ['pay']);
    expect(match?.endpoint).toEqual(transfer);
    expect(match?.alternatives).toEqual([
      { scopes: ['accounts', 'pay'], missing: ['accounts'], access: 'write' },
      { scopes: ['all'], missing: ['all'], access: 'admin' },
      { scopes: ['accounts', 'all'], missing: ['accounts', 'all'], access: 'admin' },
    ]);
  });
});

describe('among paths that all fit', () => {
  const scopeFor = (path: string, method: 'GET' | 'HEAD' = 'GET') => ({
    id: `${method} ${path}`,
    label: path,
    endpoints: [{ method, path }],
  });
  const found = (paths: readonly string[], text: string) =>
    findScopes({ categories: [{ id: 'c', label: 'C', scopes: paths.map((path) => scopeFor(path)) }] }, text).flatMap(
      ({ alternatives }) => alternatives.flatMap(({ scopes }) => scopes),
    );

  test('the one whose words stand earlier wins, whatever their order', () => {
    const paths = ['/a/{x}/c', '/a/b/{y}'];
    expect(found(paths, 'GET /a/b/c')).toEqual(['GET /a/b/{y}']);
    expect(found(paths.toReversed(), 'GET /a/b/c')).toEqual(['GET /a/b/{y}']);
  });

  test('a parameter that is a part of a segment takes what fits around it', () => {
    const paths = ['/jobs/{id}', '/jobs/{id}:cancel', '/reports/{year}-{month}.json'];
    expect(found(paths, 'GET /jobs/42:cancel')).toEqual(['GET /jobs/{id}:cancel']);
    expect(found(paths, 'GET /reports/2026-11.json')).toEqual(['GET /reports/{year}-{month}.json']);
    expect(found(paths, 'GET /reports/2026.json')).toEqual([]);
  });

  test('escaped letters are the letters they stand for', () => {
    expect(found(['/caf\u00E9/{id}'], 'GET /caf%C3%A9/1')).toEqual(['GET /caf\u00E9/{id}']);
  });

  test('the one with more words wins, also where the words are many', () => {
    const paths = ['/a/b/c/d/{x}', '/a/b/c/d/e'];
    expect(found(paths, 'GET /a/b/c/d/e')).toEqual(['GET /a/b/c/d/e']);
    expect(found(paths.toReversed(), 'GET /a/b/c/d/e')).toEqual(['GET /a/b/c/d/e']);
  });

  test('a HEAD request needs what its GET needs, unless it is documented itself', () => {
    expect(found(['/jobs'], 'curl -I https://api.example.com/jobs')).toEqual(['GET /jobs']);
    const both = { categories: [{ id: 'c', label: 'C', scopes: [scopeFor('/jobs'), scopeFor('/jobs', 'HEAD')] }] };
    expect(findScopes(both, 'HEAD /jobs').map(({ endpoint }) => endpoint.method)).toEqual(['HEAD']);
    expect(findScopes(both, '/jobs').map(({ endpoint }) => endpoint.method)).toEqual(['GET', 'HEAD']);
  });

  test('a HEAD request needs nothing that other methods of its path need', () => {
    const endpoints = [{ method: 'POST' as const, path: '/jobs' }];
    const scopes = [{ id: 'add', label: 'Add', endpoints }, scopeFor('/jobs')];
    expect(findScopes({ categories: [{ id: 'c', label: 'C', scopes }] }, 'HEAD /jobs')).toMatchObject([
      { endpoint: { method: 'GET' } },
    ]);
  });
});

/** A catalog in which each scope opens one path with GET. */
const catalogOf = (paths: Readonly<Record<string, string>>): ScopeCatalog => ({
  categories: [
    {
      id: 'all',
      label: 'All',
      scopes: Object.entries(paths).map(([id, path]) => ({ id, label: id, endpoints: [{ method: 'GET', path }] })),
    },
  ],
});

test.each<[string, Readonly<Record<string, string>>, string, readonly (readonly string[])[]]>([
  [
    'a call that fits as a whole wins over one behind a base path',
    { whole: '/{v}/jobs/{id}', end: '/jobs/7' },
    '/v1/jobs/7',
    [['whole']],
  ],
  [
    'a call behind a base path is found, the more exact one',
    { any: '/jobs/{id}', exact: '/jobs/mine' },
    '/v1/jobs/mine',
    [['exact']],
  ],
  [
    'the more exact one is found wherever it stands',
    { exact: '/jobs/mine', any: '/jobs/{id}' },
    '/jobs/mine',
    [['exact']],
  ],
  ['words are the same whatever their case', { jobs: '/Jobs/{id}' }, '/jOBS/7', [['jobs']]],
  ['slashes at the end or twice do not matter', { jobs: '/jobs/' }, '//jobs', [['jobs']]],
  ['a path that goes on is another call', { job: '/jobs/{id}/runs' }, '/jobs/7', []],
  ['a path of parameters alone fits nothing', { any: '/{id}' }, '/jobs', []],
  ['a parameter stands for at least one letter', { cancel: '/jobs/{id}:cancel' }, '/jobs/:cancel', []],
  ['what stands before a parameter must be there', { job: '/jobs/job-{id}' }, '/jobs/run-7', []],
  ['what stands after a parameter must be there', { job: '/jobs/{id}.json' }, '/jobs/7.xml', []],
  ['what stands between parameters must be there', { report: '/reports/{year}-{month}' }, '/reports/2026', []],
  ['each parameter takes its own letters', { report: '/reports/{year}-{month}.json' }, '/reports/2026-.json', []],
  ['three parameters fit', { day: '/days/d{y}-{m}-{d}z' }, '/days/d2026-11-27z', [['day']]],
  ['three parameters do not fit two', { day: '/days/{y}-{m}-{d}' }, '/days/2026-11', []],
  ['an escape that stands for nothing is text', { odd: '/odd/%zz' }, '/ODD/%ZZ', [['odd']]],
  ['a brace that is not closed is text', { odd: '/odd/{id' }, '/odd/{id', [['odd']]],
  ['a brace that is not closed is no parameter', { odd: '/odd/{id' }, '/odd/7', []],
  ['a catalog that documents the root fits nothing', { root: '/' }, '/jobs', []],
])('%s', (_, paths, path, alternatives) => {
  expect(idsOf(`GET ${path}`, catalogOf(paths))).toEqual(alternatives.length > 0 ? [alternatives] : []);
});

test('of two scopes with the same access, the one that needs fewer others comes first', () => {
  const endpoints = [{ method: 'GET', path: '/jobs' } as const];
  const needy: ScopeCatalog = {
    categories: [
      {
        id: 'jobs',
        label: 'Jobs',
        scopes: [
          { id: 'base', label: 'Base', access: 'read' },
          { id: 'needy', label: 'Needy', access: 'read', requires: ['base'], endpoints },
          { id: 'plain', label: 'Plain', access: 'read', endpoints },
        ],
      },
    ],
  };
  expect(idsOf('GET /jobs', needy)).toEqual([[['plain'], ['base', 'needy']]]);
});

test('a scope is as strong as the strongest that it brings along', () => {
  const endpoints = [{ method: 'GET', path: '/jobs' } as const];
  const strong: ScopeCatalog = {
    categories: [
      {
        id: 'jobs',
        label: 'Jobs',
        scopes: [
          { id: 'all', label: 'All', access: 'admin' },
          { id: 'list', label: 'List', access: 'read', requires: ['all'], endpoints },
        ],
      },
    ],
  };
  expect(findScopes(strong, 'GET /jobs')[0]?.alternatives[0]).toEqual({
    scopes: ['all', 'list'],
    missing: ['all', 'list'],
    access: 'admin',
  });
});
