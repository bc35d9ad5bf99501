// @vitest-environment node
import { expect, test } from 'vitest';
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
