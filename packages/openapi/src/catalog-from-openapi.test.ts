// @vitest-environment node
import { findScopes, readCatalog } from '@tokenwright/core';
import { describe, expect, test } from 'vitest';
import { catalogFromOpenApi } from './catalog-from-openapi.js';
import { codesOf, declaring, documentOf, needing, oauth, scopeIn, scopesOf } from './documents.fixture.js';

describe('documents that must not break anything', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'openapi: 3.1.0'],
    ['a number', 7],
    ['an empty object', {}],
    ['another format', { asyncapi: '3.0.0' }],
    ['Swagger 1.2', { swagger: '1.2', apis: [] }],
    ['a version that is no text', { openapi: Object.create(null), paths: {} }],
    ['OpenAPI 4', { openapi: '4.0.0', paths: {} }],
    ['no documents', []],
  ])('%s is an error that says so, and no silently empty catalog', (_, document) => {
    const result = catalogFromOpenApi(document, { documentNames: ['api.yaml'] });
    expect(result.catalog.categories).toEqual([]);
    const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toContain('catalog-empty');
    for (const { message, help, place } of errors) {
      expect(message).not.toBe('');
      expect(help).not.toBe('');
      expect(place.pointer).toMatch(/^#/);
    }
  });

  test('one that cannot be read is named, and the others are read', () => {
    const result = catalogFromOpenApi([documentOf({ 'GET /jobs': {} }), null], { documentNames: ['a.yaml', 'b.yaml'] });
    expect(result.diagnostics[0]).toMatchObject({
      code: 'document-unreadable',
      severity: 'error',
      place: { document: 'b.yaml', pointer: '#' },
    });
    expect(scopesOf(result)).toHaveLength(1);
  });

  test.each([['3.0.3'], ['3.1.1'], ['3.2.0'], [3.1], ['3.7.0']])('version %s is read', (openapi) => {
    const result = catalogFromOpenApi({ ...documentOf({ 'GET /jobs': {} }), openapi });
    expect(scopesOf(result)).toHaveLength(1);
    expect(codesOf(result).includes('version-unknown')).toBe(openapi === '3.7.0');
  });

  test('odd ids come through whole: spaces, white space, capitals, URLs, names of built-in members', () => {
    const ids = [
      'with space',
      ' ',
      'JOBS:READ',
      'https://example.com/auth/x',
      'constructor',
      '__proto__',
      'toString',
      'a"b',
      '💥',
    ];
    const scopes = JSON.parse(`{${ids.map((id) => `${JSON.stringify(id)}:"See."`).join()}}`);
    const result = catalogFromOpenApi(documentOf({ 'GET /jobs': needing(...ids) }, oauth(scopes)));
    expect(
      scopesOf(result)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.toSorted());
    expect(result.operations[0]?.alternatives).toEqual([ids.toSorted()]);
    expect(() => readCatalog(result.catalog)).not.toThrow();
    const unsendable = result.diagnostics.filter(({ code }) => code === 'scope-id-unsendable');
    expect(unsendable.map(({ message }) => /"(.*)" holds/.exec(message)?.[1])).toEqual([
      ' ',
      'a\\"b',
      'with space',
      '💥',
    ]);
  });

  test('odd names of tags, paths, schemes and documents come through as well', () => {
    const names = ['__proto__', 'constructor', ' '];
    for (const name of names) {
      const document = JSON.parse(
        JSON.stringify({
          openapi: '3.1.0',
          info: { title: name },
          paths: { '/NAME': { get: { tags: ['NAME'], security: [{ NAME: ['a'] }] } } },
          components: { securitySchemes: { NAME: { type: 'oauth2' } } },
        }).replaceAll('NAME', name),
      );
      const result = catalogFromOpenApi(document, { documentNames: [name] });
      expect(codesOf(result)).toEqual(['scope-possible-typo']);
      expect(() => readCatalog(result.catalog)).not.toThrow();
    }
  });

  test('an empty id is no scope', () => {
    const result = catalogFromOpenApi(documentOf({ 'GET /jobs': needing('', 'a') }, oauth({ '': 'x', a: '' })));
    expect(scopesOf(result).map(({ id }) => id)).toEqual(['a']);
    expect(codesOf(result).filter((code) => code === 'scope-id-empty')).toHaveLength(2);
  });

  test('an operation that stands in another file is an error with its place', () => {
    const result = catalogFromOpenApi(documentOf({ 'GET /jobs': { $ref: 'operations/jobs.yaml' }, 'GET /ads': {} }));
    expect(result.diagnostics[0]).toMatchObject({
      code: 'reference-external',
      place: { pointer: '#/paths/~1jobs/get' },
    });
    expect(result.operations).toHaveLength(1);
  });

  test('references inside of the document are followed, for paths, operations and schemes', () => {
    const document = {
      openapi: '3.1.0',
      info: {},
      paths: { '/a': { $ref: '#/components/pathItems/a~1b' }, '/c': { get: { $ref: '#/paths/~1a/get', tags: ['C'] } } },
      components: {
        pathItems: { 'a/b': { get: { security: [{ o: ['x'] }] } } },
        securitySchemes: {
          o: { $ref: '#/components/securitySchemes/p' },
          p: { type: 'oauth2', flows: { i: { scopes: { x: 'See x.' } } } },
        },
      },
    };
    const result = catalogFromOpenApi(document);
    expect(codesOf(result).filter((code) => code.startsWith('reference'))).toEqual(['reference-unresolved']);
    expect(result.operations).toMatchObject([{ path: '/a', alternatives: [['x']] }]);
  });

  test.each(['#/paths/~1a', '#/nowhere', '#', 'x'])(
    'a reference that leads nowhere useful is no end: %s',
    (reference) => {
      const result = catalogFromOpenApi({ openapi: '3.1.0', paths: { '/a': { $ref: reference }, '/b': { get: {} } } });
      expect(result.operations.map(({ path }) => path)).toContain('/b');
    },
  );

  test('cycles of objects, such as YAML aliases make, are no end either', () => {
    const security: unknown[] = [];
    security.push(security, { o: security });
    const item: Record<string, unknown> = { get: { security, tags: ['a'] } };
    item.post = item;
    const paths: Record<string, unknown> = { '/a': item };
    paths['/b'] = paths;
    const document: Record<string, unknown> = { openapi: '3.1.0', paths, security };
    document.components = document;
    document.securitySchemes = document;
    document.flows = document;
    const result = catalogFromOpenApi(document);
    expect(codesOf(result)).toContain('security-malformed');
    expect(() => JSON.stringify(result)).not.toThrow();
  });

  test('aliases that repeat long lists everywhere are a bounded error', () => {
    const list = Array.from({ length: 2_000 }, (_, position) => `s${position}`);
    const security = [{ o: list }];
    const paths = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, position) => [`/p${position}`, { get: { security } }]),
    );
    const result = catalogFromOpenApi({ openapi: '3.1.0', paths });
    expect(codesOf(result)).toContain('too-large');
    expect(result.operations).toHaveLength(2_000);
  });

  test('null and text where objects belong are pointed at or passed over', () => {
    const document = {
      openapi: '3.1.0',
      info: null,
      tags: [null, 'x', { name: 7 }],
      servers: 'x',
      paths: {
        '/a': null,
        '/b': 'x',
        '/c': { get: null, put: 'x', post: { tags: 'x', security: null } },
        'x-extra': { get: {} },
      },
    };
    const result = catalogFromOpenApi(document);
    expect(result.operations.map(({ method, path, kind }) => [method, path, kind])).toEqual([['POST', '/c', 'public']]);
    expect(codesOf(result).filter((code) => code === 'operation-malformed')).toHaveLength(2);
  });

  test('methods that OpenAPI 3.2 brought are read; those a catalog cannot name are reported', () => {
    const document = {
      openapi: '3.2.0',
      paths: {
        '/jobs': {
          query: { security: [{ o: ['a:find'] }] },
          additionalOperations: { COPY: { security: [{ o: ['a:copy'] }] } },
        },
      },
    };
    const result = catalogFromOpenApi(document);
    expect(result.operations.map(({ method }) => method)).toEqual(['QUERY', 'COPY']);
    expect(codesOf(result)).toContain('method-unlisted');
    expect(() => readCatalog(result.catalog)).not.toThrow();
    expect(findScopes(result.catalog, 'QUERY /jobs')[0]?.alternatives[0]?.scopes).toEqual(['a:find']);
  });

  test('an operation that two documents have is read once', () => {
    const result = catalogFromOpenApi([
      documentOf({ 'GET /jobs': needing('a') }),
      documentOf({ 'GET /jobs': needing('b') }),
    ]);
    expect(result.operations).toMatchObject([{ alternatives: [['a']], document: 'document 1' }]);
    expect(codesOf(result)).toContain('operation-duplicate');
  });
});

describe('the finder', () => {
  const { catalog } = catalogFromOpenApi(
    documentOf(
      {
        'GET /jobs/{id}': { security: [{ oauth: ['jobs:write'] }, { oauth: ['jobs:read'] }] },
        'PUT /jobs/{id}': { security: [{ oauth: ['jobs:write', 'billing:read'] }] },
      },
      oauth({}),
    ),
  );
  const found = (text: string, held: readonly string[] = []) =>
    findScopes(catalog, text, held).flatMap(({ alternatives }) =>
      alternatives.map(({ scopes, missing }) => [scopes, missing]),
    );

  test('offers what the documents say: alternatives least access first, and scopes that are needed together', () => {
    expect(found('curl https://api.example.com/base/jobs/42')).toEqual([
      [['jobs:read'], ['jobs:read']],
      [['jobs:write'], ['jobs:write']],
    ]);
    expect(found('PUT /jobs/42', ['jobs:write'])).toEqual([[['billing:read', 'jobs:write'], ['billing:read']]]);
  });
});

describe('the host', () => {
  const document = documentOf(
    {
      'GET /jobs': needing('jobs:read'),
      'PUT /jobs': needing('jobs:write'),
      'GET /internal/x': needing('internal:read'),
      'GET /both': needing('jobs:read', 'internal:read'),
    },
    oauth({ openid: '' }),
  );

  test('leaves out scopes and operations, and no call is said to need what is left out', () => {
    const { catalog, operations } = catalogFromOpenApi(document, { exclude: ['openid', 'internal:*', '/internal/*'] });
    expect(scopesOf({ catalog }).map(({ id }) => id)).toEqual(['jobs:read', 'jobs:write']);
    expect(operations.map(({ path }) => path)).toEqual(['/both', '/jobs', '/jobs']);
    expect(scopesOf({ catalog }).map(({ endpoints }) => endpoints?.map(({ path }) => path))).toEqual([
      ['/jobs'],
      ['/jobs'],
    ]);
    expect(findScopes(catalog, 'GET /both')).toEqual([]);
  });

  test('takes only some of them', () => {
    const result = catalogFromOpenApi(document, { include: ['GET /jobs', 'jobs:*'] });
    expect(scopesOf(result).map(({ id }) => id)).toEqual(['jobs:read']);
    expect(result.operations).toHaveLength(1);
  });

  test('says which scopes include others, and then those open the same calls', () => {
    const options = { implies: { 'jobs:write': ['jobs:read'], 'internal:read': ['jobs:write'] } };
    const { operations } = catalogFromOpenApi(document, options);
    expect(operations.find(({ method, path }) => `${method} ${path}` === 'GET /jobs')?.alternatives).toEqual([
      ['internal:read'],
      ['jobs:read'],
      ['jobs:write'],
    ]);
    expect(operations.find(({ path }) => path === '/both')?.alternatives).toEqual([
      ['internal:read'],
      ['internal:read', 'jobs:read'],
      ['internal:read', 'jobs:write'],
    ]);
  });

  test('says what scopes require and which deserve a second look, and is told of ids that are not there', () => {
    const options = {
      requires: { 'jobs:write': ['jobs:read', 'jobs:gone'] },
      sensitive: { 'jobs:write': { reason: 'Costs money.' }, typo: true },
    };
    expect(scopeIn(document, 'jobs:write', options)).toMatchObject({
      requires: ['jobs:read'],
      sensitive: { reason: 'Costs money.' },
    });
    const unknown = catalogFromOpenApi(document, options).diagnostics.filter(
      ({ code }) => code === 'option-unknown-scope',
    );
    expect(unknown.map(({ message }) => message)).toEqual([
      '"jobs:write" requires "jobs:gone", which the catalog does not have.',
      '"sensitive" names the scope "typo", which the catalog does not have.',
    ]);
  });

  test('gets the version and the contacts that the documents name, and adds what they do not know', () => {
    const first = {
      ...documentOf({ 'GET /a': {} }),
      info: { version: 2, contact: { name: ' API team ', email: 'api@example.com' } },
    };
    const second = { ...documentOf({ 'GET /b': {} }), info: { version: '2', contact: { url: 'https://example.com' } } };
    const result = catalogFromOpenApi([first, second], { version: { status: 'deprecated', sunsetAt: '2027-06-30' } });
    expect(result.version).toEqual({ id: '2', label: 'Version 2', status: 'deprecated', sunsetAt: '2027-06-30' });
    expect(result.contacts).toEqual([{ id: 'api@example.com', name: 'API team', email: 'api@example.com' }]);
    const mixed = [first, { ...second, info: { version: '3' } }];
    expect(codesOf(catalogFromOpenApi(mixed))).toContain('versions-differ');
    expect(codesOf(catalogFromOpenApi(mixed, { version: { id: '3' } }))).not.toContain('versions-differ');
  });
});

describe('the owner of the documents is told', () => {
  const pair = (position: number) => [`GET /${position}`, needing(`t${position}:read`, `t${position}:write`)] as const;
  const lists = (pairs: number, singles: number) =>
    Object.fromEntries([
      ...Array.from({ length: pairs }, (_, position) => pair(position)),
      ...Array.from({ length: singles }, (_, position) => [`GET /s${position}`, needing('x:read')] as const),
    ]);

  test.each([
    [10, 0, true],
    [9, 1, true],
    [12, 8, true],
    [9, 0, false],
    [11, 9, false],
  ])('that %i of its lists and %i others look like alternatives: %s', (pairs, singles, warned) => {
    const document = documentOf(lists(pairs, singles), oauth({}));
    const result = catalogFromOpenApi(document);
    expect(codesOf(result).includes('lists-look-like-alternatives')).toBe(warned);
    expect(result.operations.filter(({ alternatives }) => alternatives[0]?.length === 2)).toHaveLength(pairs);
    expect(codesOf(catalogFromOpenApi(document, { scopeList: 'any' }))).not.toContain('lists-look-like-alternatives');
  });

  test('of scopes that are undeclared, used once, or unused', () => {
    const document = documentOf(
      { 'GET /a': needing('a', 'twice'), 'GET /b': needing('b', 'twice') },
      oauth({ a: '', unused: '' }),
    );
    const told = catalogFromOpenApi(document).diagnostics.map(({ code, message }) => [
      code,
      /"(.*?)"/.exec(message)?.[1],
    ]);
    expect(told).toEqual([
      ['scope-possible-typo', 'b'],
      ['scope-undeclared', 'twice'],
      ['scope-unused', 'unused'],
    ]);
  });

  test('what may be implied or sensitive, which is never believed', () => {
    const result = catalogFromOpenApi(declaring({ 'tokens:read': '', 'tokens:write': '' }));
    expect(codesOf(result)).toEqual(expect.arrayContaining(['implication-suggested', 'sensitivity-suggested']));
    for (const scope of scopesOf(result)) expect(scope).not.toHaveProperty('sensitive');
    for (const scope of scopesOf(result)) expect(scope).not.toHaveProperty('requires');
  });
});
