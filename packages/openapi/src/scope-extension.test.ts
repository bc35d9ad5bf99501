// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { catalogFromOpenApi } from './catalog-from-openapi.js';
import { codesOf, documentOf, needing, oauth, scopesOf } from './documents.fixture.js';
import type { ImportOptions } from './options.js';

const extended = (value: unknown, options: ImportOptions = {}) =>
  catalogFromOpenApi(
    documentOf({ 'GET /jobs': { security: [{ key: [] }], 'x-scopes': value } }, oauth({ other: 'Not used.' })),
    { scopeExtension: 'x-scopes', ...options },
  );

describe('a vendor extension that the host names', () => {
  test.each([
    ['a string', 'a', [['a']]],
    ['an array', ['b', 'a'], [['a', 'b']]],
    ['permissions that are all needed', { operator: 'AND', permissions: ['a', 'b'] }, [['a', 'b']]],
    ['permissions without an operator', { permissions: ['a', 'b'] }, [['a', 'b']]],
    ['permissions of which one will do', { operator: 'OR', permissions: ['a', 'b'] }, [['a'], ['b']]],
    ['alternatives', [{ scopes: ['a', 'b'] }, { scopes: ['c'] }], [['a', 'b'], ['c']]],
  ])('may be %s', (_, value, alternatives) => {
    expect(extended(value).operations[0]).toMatchObject({
      kind: 'secured',
      otherCredential: false,
      alternatives,
      source: 'extension',
    });
  });

  test('follows scopeList where it is an array', () => {
    expect(extended(['a', 'b'], { scopeList: 'any' }).operations[0]?.alternatives).toEqual([['a'], ['b']]);
  });

  test.each([[[]], [null], ['']])('that is empty leaves the credentials of the document: %j', (value) => {
    expect(extended(value).operations[0]).toMatchObject({ kind: 'secured', otherCredential: true, alternatives: [] });
  });

  test.each([[7], [{ any: ['a'] }], [{ operator: 'NOT', permissions: ['a'] }], [['a', 7]], [[{ roles: ['a'] }]]])(
    'that has another form is pointed at, and the security is read: %j',
    (value) => {
      const result = extended(value);
      expect(codesOf(result)).toContain('extension-unreadable');
      expect(result.operations[0]).toMatchObject({ otherCredential: true, source: 'operation' });
    },
  );

  test('is not looked at unless it is named', () => {
    const document = documentOf({ 'GET /jobs': { 'x-scopes': ['a'], ...needing('b') } });
    expect(catalogFromOpenApi(document).operations[0]?.alternatives).toEqual([['b']]);
  });
});

describe('scopesOf', () => {
  const document = documentOf(
    {
      'GET /jobs': { ...needing('b'), 'x-scopes': ['c'], 'x-roles': 'admin', tags: ['Jobs'] },
      'PUT /jobs': needing('b'),
    },
    oauth({}),
  );

  test('goes before everything else where it says something, and sees the operation as documented', () => {
    const seen: unknown[] = [];
    const { operations } = catalogFromOpenApi(document, {
      scopeExtension: 'x-scopes',
      scopesOf: (operation) => {
        seen.push([operation.method, operation.path, operation['x-roles']]);
        return operation['x-roles'] === 'admin' ? [['z', 'y'], ['x']] : undefined;
      },
    });
    expect(seen).toEqual([
      ['GET', '/jobs', 'admin'],
      ['PUT', '/jobs', undefined],
    ]);
    expect(operations.map(({ alternatives, source }) => [alternatives, source])).toEqual([
      [[['x'], ['y', 'z']], 'scopesOf'],
      [[['b']], 'operation'],
    ]);
  });

  test('that fails is an error with its place, and the document is read without it', () => {
    const result = catalogFromOpenApi(document, {
      scopesOf: () => {
        throw new Error('roles are missing');
      },
    });
    expect(result.diagnostics[0]).toMatchObject({
      code: 'hook-failed',
      place: { pointer: '#/paths/~1jobs/get' },
      message: 'scopesOf failed for GET /jobs: roles are missing',
    });
    expect(scopesOf(result).map(({ id }) => id)).toEqual(['b']);
  });
});
