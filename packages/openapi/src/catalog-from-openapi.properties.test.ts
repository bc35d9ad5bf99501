// @vitest-environment node
import { readCatalog } from '@tokenwright/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogFromOpenApi } from './catalog-from-openapi.js';
import { scopesOf } from './documents.fixture.js';
import type { ImportOptions } from './options.js';

/** A busy machine may take its time over hundreds of documents. */
const timeout = 60_000;

const id = fc.oneof(
  fc.constantFrom(
    'jobs:read',
    'jobs:write',
    'ads.read',
    'ads',
    'admin',
    '__proto__',
    'constructor',
    ' ',
    'A b',
    'https://x.example/y',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const list = fc.array(id, { maxLength: 4 });
const security = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.dictionary(fc.constantFrom('oauth', 'key', 'gone'), list, { maxKeys: 2 }), { maxLength: 3 }),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);
const tags = fc.array(fc.constantFrom('Jobs', 'ads', 'Öffentlich', '__proto__', ' '), { maxLength: 2 });
const operation = fc.record({ security, tags, summary: fc.string(), deprecated: fc.boolean() }, { requiredKeys: [] });
const path = fc.oneof(
  fc.constantFrom('/jobs', '/jobs/{id}', '/jobs/{jobId}', '/', '/ads/{id}:run', '/__proto__'),
  fc.webPath(),
);
const document = fc.record(
  {
    openapi: fc.constantFrom('3.0.0', '3.1.0', '3.2.0'),
    info: fc.record({ title: fc.string(), version: fc.string() }, { requiredKeys: [] }),
    paths: fc.dictionary(path, fc.dictionary(fc.constantFrom('get', 'put', 'post', 'query', 'delete'), operation), {
      maxKeys: 6,
    }),
    security,
    components: fc.record({
      securitySchemes: fc.record({
        oauth: fc.record({
          type: fc.constant('oauth2'),
          flows: fc.record({ a: fc.record({ scopes: fc.dictionary(id, fc.string()) }) }),
        }),
        key: fc.constant({ type: 'apiKey' }),
      }),
    }),
  },
  { requiredKeys: ['openapi', 'paths'] },
);
const documents = fc.array(document, { minLength: 1, maxLength: 3 });
const options: fc.Arbitrary<ImportOptions> = fc.record(
  {
    mode: fc.constantFrom('auto', 'scopes', 'operations'),
    scopeList: fc.constantFrom('all', 'any'),
    groupBy: fc.constantFrom('auto', 'name', 'tag', 'document'),
    implies: fc.constantFrom({ 'jobs:write': ['jobs:read'] }, { ads: ['ads.read', 'ads'] }),
  },
  { requiredKeys: [] },
);

describe('whatever the documents', () => {
  test('each scope stands in one category, no category is empty, and the wizard accepts the catalog', {
    timeout,
  }, () => {
    fc.assert(
      fc.property(documents, options, (given, chosen) => {
        const result = catalogFromOpenApi(given, chosen);
        const ids = scopesOf(result).map((scope) => scope.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(result.catalog.categories.filter(({ scopes }) => scopes.length === 0)).toEqual([]);
        expect(() => readCatalog(result.catalog)).not.toThrow();
      }),
    );
  });

  test('every scope that an operation needs is in the catalog', { timeout }, () => {
    fc.assert(
      fc.property(documents, (given) => {
        const result = catalogFromOpenApi(given, { mode: 'scopes' });
        const ids = new Set(scopesOf(result).map((scope) => scope.id));
        const needed = result.operations.flatMap(({ alternatives }) => alternatives.flat());
        expect(needed.filter((scope) => !ids.has(scope))).toEqual([]);
      }),
    );
  });

  test('the same documents give the same bytes', { timeout }, () => {
    fc.assert(
      fc.property(documents, options, (given, chosen) => {
        const bytes = () => JSON.stringify(catalogFromOpenApi(structuredClone(given), chosen));
        expect(bytes()).toBe(bytes());
      }),
    );
  });

  test('the order of what stands in a document changes nothing', { timeout }, () => {
    fc.assert(
      fc.property(document, options, (given, chosen) => {
        const catalog = JSON.stringify(catalogFromOpenApi(given, chosen).catalog);
        expect(JSON.stringify(catalogFromOpenApi(reversed(given), chosen).catalog)).toBe(catalog);
      }),
    );
  });

  test('nothing crashes, and an empty catalog is never silent', { timeout }, () => {
    const keys =
      'openapi swagger paths /a get post security tags components securitySchemes flows scopes $ref info'.split(' ');
    const key = fc.oneof(fc.constantFrom(...keys), fc.string());
    const value = fc.oneof(
      fc.anything({
        key,
        withNullPrototype: true,
        withSparseArray: true,
        withMap: true,
        withBigInt: true,
        maxDepth: 6,
      }),
      fc.record({
        openapi: fc.constant('3.1.0'),
        paths: fc.anything({ key, maxDepth: 6 }),
        security: fc.anything(),
        components: fc.anything({ key }),
      }),
      document
        .chain((whole) => fc.tuple(fc.constant(whole), fc.nat(), fc.anything()))
        .map(([whole, at, junk]) => replaced(whole, at, junk)),
    );
    fc.assert(
      fc.property(value, options, (given, chosen) => {
        const { catalog, diagnostics } = catalogFromOpenApi(given, { ...chosen, scopeExtension: 'tags' });
        if (catalog.categories.length === 0) expect(diagnostics.map(({ severity }) => severity)).toContain('error');
        expect(() => readCatalog(catalog)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

/** The members of all objects the other way round; lists stay as they are. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}

/** The document with something else in one place. */
function replaced(value: unknown, at: number, junk: unknown): unknown {
  if (typeof value !== 'object' || value === null || at % 5 === 0) return junk;
  const names = Object.keys(value);
  const chosen = names[at % Math.max(1, names.length)];
  const next = Object.entries(value).map(([name, member]) => [
    name,
    name === chosen ? replaced(member, Math.floor(at / 7), junk) : member,
  ]);
  return Array.isArray(value) ? next.map(([, member]) => member) : Object.fromEntries(next);
}
