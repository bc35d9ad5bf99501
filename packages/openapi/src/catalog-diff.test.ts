// @vitest-environment node
import { expect, test } from 'vitest';
import { diffCatalogs } from './catalog-diff.js';
import { catalogFromOpenApi } from './catalog-from-openapi.js';
import { documentOf, needing, oauth } from './documents.fixture.js';

const catalogOf = (operations: Parameters<typeof documentOf>[0]) =>
  catalogFromOpenApi(documentOf(operations, oauth({}))).catalog;

test('two catalogs differ in scopes and endpoints that appeared, vanished or changed access', () => {
  const before = catalogOf({
    'GET /jobs/{id}': needing('jobs'),
    'GET /ads': needing('ads:read'),
    'GET /old': needing('old:read'),
    'GET /same': needing('same:read'),
  });
  const after = catalogOf({
    'GET /jobs/{jobId}': needing('jobs'),
    'PUT /jobs/{jobId}': needing('jobs'),
    'GET /ads': { security: [{ oauth: ['ads:read', 'same:read'] }, { oauth: ['ads:all'] }] },
    'GET /same': needing('same:read'),
  });
  expect(diffCatalogs(before, after)).toEqual({
    scopes: { added: ['ads:all'], removed: ['old:read'], changed: [{ id: 'jobs', before: 'read', after: 'write' }] },
    endpoints: {
      added: [{ method: 'PUT', path: '/jobs/{jobId}', before: [], after: [['jobs']] }],
      removed: [{ method: 'GET', path: '/old', before: [['old:read']], after: [] }],
      changed: [
        { method: 'GET', path: '/ads', before: [['ads:read']], after: [['ads:all'], ['ads:read', 'same:read']] },
      ],
    },
  });
});

test('texts, order and names of parameters are no difference', () => {
  const before = catalogOf({ 'GET /jobs/{id}': needing('jobs:read'), 'GET /ads': needing('ads:read') });
  const after = catalogOf({
    'GET /ads': { ...needing('ads:read'), tags: ['Ads'] },
    'GET /jobs/{jobId}': needing('jobs:read'),
  });
  const { scopes, endpoints } = diffCatalogs(before, after);
  expect([...Object.values(scopes), ...Object.values(endpoints)].flat()).toEqual([]);
});

test('a scope without an access level counts as one that can write', () => {
  const catalog = (access?: 'read' | 'write') => ({
    categories: [{ id: 'jobs', label: 'Jobs', scopes: [{ id: 'jobs', label: 'Jobs', ...(access && { access }) }] }],
  });
  expect(diffCatalogs(catalog('read'), catalog()).scopes.changed).toEqual([
    { id: 'jobs', before: 'read', after: 'write' },
  ]);
  expect(diffCatalogs(catalog('write'), catalog()).scopes.changed).toEqual([]);
});
