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

const idsOf = (text: string) =>
  findScopes(catalog, text).map(({ alternatives }) => alternatives.map(({ scopes }) => scopes));

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

  test('a HEAD request needs what its GET needs, unless it is documented itself', () => {
    expect(found(['/jobs'], 'curl -I https://api.example.com/jobs')).toEqual(['GET /jobs']);
    const both = { categories: [{ id: 'c', label: 'C', scopes: [scopeFor('/jobs'), scopeFor('/jobs', 'HEAD')] }] };
    expect(findScopes(both, 'HEAD /jobs').map(({ endpoint }) => endpoint.method)).toEqual(['HEAD']);
  });
});
