// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { catalogFromOpenApi } from './catalog-from-openapi.js';
import { codesOf, documentOf, needing, oauth, scopesOf } from './documents.fixture.js';
import type { ImportOptions } from './options.js';

const declared = oauth({ read: 'See.', write: 'Change.' });

/** What the one operation of a document needs. */
function needsOf(operation: Readonly<Record<string, unknown>>, rest: object = {}, options: ImportOptions = {}) {
  const { operations } = catalogFromOpenApi(documentOf({ 'GET /jobs': operation }, { ...declared, ...rest }), options);
  const [first] = operations;
  if (!first) throw new Error('The operation was lost.');
  return first;
}

describe('what an operation needs', () => {
  test('is what its own security says, not that of the document', () => {
    expect(needsOf(needing('read'), { security: [{ oauth: ['write'] }] })).toMatchObject({
      alternatives: [['read']],
      kind: 'secured',
      source: 'operation',
    });
  });

  test('is what the document says if it has none of its own', () => {
    expect(needsOf({}, { security: [{ oauth: ['write'] }] })).toMatchObject({
      alternatives: [['write']],
      source: 'root',
    });
  });

  test('is not said if neither has any', () => {
    expect(needsOf({})).toMatchObject({ kind: 'unspecified', alternatives: [], source: 'none' });
  });

  test.each([[[]], [null]])('is nothing if the list is %j', (security) => {
    expect(needsOf({ security }, { security: [{ oauth: ['write'] }] })).toMatchObject({
      kind: 'public',
      alternatives: [],
    });
  });

  test('may be nothing beside the ways that need a scope', () => {
    expect(needsOf({ security: [{}, { oauth: ['read'] }] })).toMatchObject({
      kind: 'secured',
      anonymousAllowed: true,
      alternatives: [['read']],
    });
  });

  test.each(['oauth', 'oidc'])('is any token for an empty or missing list of %s', (scheme) => {
    const any = { kind: 'secured', anyToken: true, otherCredential: false, alternatives: [] };
    expect(needsOf({ security: [{ [scheme]: [] }] })).toMatchObject(any);
    expect(needsOf({ security: [{ [scheme]: null }] })).toMatchObject(any);
  });

  test.each(['key', 'bearer'])('may be a credential that knows no scopes: %s', (scheme) => {
    expect(needsOf({ security: [{ [scheme]: [] }, { oauth: ['read'] }] })).toMatchObject({
      otherCredential: true,
      anyToken: false,
      alternatives: [['read']],
    });
  });

  test('is more than any token if another credential is needed beside it', () => {
    expect(needsOf({ security: [{ key: [], oauth: [] }] })).toMatchObject({ anyToken: false, otherCredential: true });
  });

  test('is the union of what the schemes of one object ask for, and a choice between objects', () => {
    expect(needsOf({ security: [{ oauth: ['b'], oidc: ['a'] }, { oidc: ['c'] }] }).alternatives).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
  });

  test('names each scope and each way once', () => {
    expect(needsOf({ security: [{ oauth: ['b', 'a', 'b'] }, { oidc: ['a', 'b'] }] }).alternatives).toEqual([
      ['a', 'b'],
    ]);
  });

  test('may be a scope of an http bearer scheme, which declares none', () => {
    expect(needsOf({ security: [{ bearer: ['read'] }] }).alternatives).toEqual([['read']]);
  });

  test('is any one of a list if the host says so, and each list of one object', () => {
    const options = { scopeList: 'any' } as const;
    expect(needsOf(needing('a', 'b'), {}, options).alternatives).toEqual([['a'], ['b']]);
    expect(needsOf({ security: [{ oauth: ['a', 'b'], oidc: ['a', 'b'] }] }, {}, options).alternatives).toEqual([
      ['a'],
      ['b'],
    ]);
    expect(needsOf({ security: [{ oauth: ['a'], oidc: ['b', 'c'] }] }, {}, options).alternatives).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });
});

describe('security that cannot be understood', () => {
  test.each([['oauth'], [{ oauth: ['read'] }], [7], [['oauth']]])(
    'counts as secured and is an error: %j',
    (security) => {
      const result = catalogFromOpenApi(documentOf({ 'GET /jobs': { security } }, declared));
      expect(result.operations[0]).toMatchObject({ kind: 'secured', anonymousAllowed: false });
      expect(codesOf(result)).toContain('security-malformed');
    },
  );

  test('never asks for less: a scope that is no list, or no text, is still asked for', () => {
    expect(needsOf({ security: [{ oauth: 'read' }] }).alternatives).toEqual([['read']]);
    expect(needsOf({ security: [{ oauth: ['read', 7, ''] }] }).alternatives).toEqual([['7', 'read']]);
  });

  test('of a scheme that nobody declares is pointed at', () => {
    const { diagnostics } = catalogFromOpenApi(
      documentOf({ 'GET /jobs': { security: [{ oath: ['read'] }] } }, declared),
    );
    expect(diagnostics.find(({ code }) => code === 'scheme-unknown')).toMatchObject({
      place: { document: 'document 1', pointer: '#/paths/~1jobs/get/security/0' },
      message: 'The security scheme "oath" is not declared.',
    });
  });
});

describe('declared scopes', () => {
  test('of all schemes and flows are in the catalog, with those that are only used, and each says which', () => {
    const document = documentOf(
      { 'GET /jobs': needing('both', 'used') },
      {
        components: {
          securitySchemes: {
            oauth: {
              type: 'oauth2',
              flows: { implicit: { scopes: { both: '' } }, password: { scopes: { only: '' } } },
            },
          },
        },
      },
    );
    const origins = scopesOf(catalogFromOpenApi(document)).map(({ id, origin }) => [id, origin]);
    expect(Object.fromEntries(origins)).toEqual({ both: 'documented', only: 'unused', used: 'undeclared' });
  });

  test('of Swagger 2.0 stand beside their one flow', () => {
    const document = {
      swagger: '2.0',
      info: { title: 'Old', version: '1' },
      securityDefinitions: { oauth: { type: 'oauth2', flow: 'implicit', scopes: { 'jobs:read': 'See jobs.' } } },
      security: [{ oauth: ['jobs:read'] }],
      paths: { '/jobs': { get: { responses: {} } } },
    };
    const result = catalogFromOpenApi(document);
    expect(scopesOf(result)).toMatchObject([{ id: 'jobs:read', origin: 'documented', description: 'See jobs.' }]);
    expect(result.operations).toMatchObject([{ alternatives: [['jobs:read']], source: 'root' }]);
  });

  test('that are no object are an error, and nothing else breaks', () => {
    const document = documentOf(
      { 'GET /jobs': needing('read') },
      {
        components: {
          securitySchemes: { oauth: { type: 'oauth2', flows: { implicit: { scopes: ['read'] } } }, none: null },
        },
      },
    );
    const result = catalogFromOpenApi(document);
    expect(codesOf(result)).toContain('scheme-malformed');
    expect(scopesOf(result)).toHaveLength(1);
  });
});
