// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { catalogFromOpenApi } from './catalog-from-openapi.js';
import { codesOf, documentOf, needing, scopesOf } from './documents.fixture.js';

const jobs = documentOf({
  'GET /v1/jobs': { summary: 'List **jobs**', tags: ['Jobs'] },
  'POST /v1/jobs': { tags: ['Jobs'] },
  'DELETE /v1/jobs/{jobId}': { summary: 'Stop a job', description: 'For good.', tags: ['Jobs'], deprecated: true },
  'GET /v1/ads': { summary: 'List ads (legacy)' },
});

describe('an API without scopes', () => {
  test('has a scope for each operation and a category for each tag, and is told so', () => {
    const result = catalogFromOpenApi(jobs);
    expect(result.catalog.categories.map(({ label, scopes }) => [label, scopes.map(({ id }) => id)])).toEqual([
      ['Jobs', ['get:/v1/jobs', 'post:/v1/jobs', 'delete:/v1/jobs/{}']],
      ['Other', ['get:/v1/ads']],
    ]);
    expect(codesOf(result)).toEqual(['operation-mode']);
  });

  test('takes labels from summaries, else from paths; access from methods; and each scope opens its operation', () => {
    expect(scopesOf(catalogFromOpenApi(jobs))).toMatchObject([
      {
        label: 'List jobs',
        access: 'read',
        endpoints: [{ method: 'GET', path: '/v1/jobs' }],
        inferred: { label: 'summary' },
      },
      { label: 'Create jobs', access: 'write', inferred: { label: 'path', access: 'methods' } },
      { label: 'Stop a job', description: 'For good.', access: 'write', deprecated: true },
      { label: 'List ads (legacy)', deprecated: true },
    ]);
  });

  test('says of a scope what hosts and pickers need, and nothing else', () => {
    expect(scopesOf(catalogFromOpenApi(documentOf({ 'GET /jobs': { summary: 'List jobs', tags: ['Jobs'] } })))).toEqual(
      [
        {
          id: 'get:/jobs',
          label: 'List jobs',
          access: 'read',
          origin: 'operation',
          endpoints: [{ method: 'GET', path: '/jobs' }],
          inferred: { label: 'summary', access: 'methods', category: 'tag' },
        },
      ],
    );
  });

  test('keeps its ids when parameters are renamed', () => {
    const renamed = documentOf({ 'DELETE /v1/jobs/{id}': {} });
    expect(scopesOf(catalogFromOpenApi(renamed)).map(({ id }) => id)).toEqual(['delete:/v1/jobs/{}']);
  });

  test('has different ids for paths that differ in nothing but the names of parameters', () => {
    const document = documentOf({ 'GET /{a}/jobs': {}, 'GET /{b}/jobs': {} });
    expect(scopesOf(catalogFromOpenApi(document)).map(({ id }) => id)).toEqual(['get:/{a}/jobs', 'get:/{b}/jobs']);
  });

  test('has ids that OAuth can carry, whatever its paths hold', () => {
    const paths = ['/a b', '/"q"', '/caf\u00E9', '/\uD800', '/\uD801', '/back\\slash'];
    const ids = scopesOf(
      catalogFromOpenApi({ openapi: '3.1.0', paths: Object.fromEntries(paths.map((path) => [path, { get: {} }])) }),
    ).map(({ id }) => id);
    expect(new Set(ids).size).toBe(paths.length);
    for (const id of ids) expect(id).toMatch(/^[\x21\x23-\x5B\x5D-\x7E]+$/);
  });

  test('is grouped by document where its owner has split it into chapters', () => {
    const chapter = (title: string, operations: Parameters<typeof documentOf>[0]) => ({
      ...documentOf(operations),
      info: { title, version: '1' },
    });
    const { catalog } = catalogFromOpenApi([
      chapter('Jobs API', {
        'GET /jobs': { tags: ['Jobs'] },
        'PUT /jobs': { tags: ['Jobs'] },
        'GET /a/jobs/export': { tags: ['Export'] },
      }),
      chapter('Ads API', { 'GET /ads': {} }),
      chapter('Deals API', { 'GET /deals': { tags: ['Deals'] } }),
    ]);
    expect(catalog.categories.map(({ label, scopes }) => [label, scopes.length])).toEqual([
      ['Ads API', 1],
      ['Deals', 1],
      ['Jobs', 3],
    ]);
    // What has the tag that the category is called by comes first.
    expect(catalog.categories.at(-1)?.scopes.map(({ id }) => id)).toEqual([
      'get:/jobs',
      'put:/jobs',
      'get:/a/jobs/export',
    ]);
  });

  test('calls a document by the tag that it declares first, of tags that are used as often', () => {
    const clicks = documentOf(
      { 'GET /clicks': { tags: ['Clicks'] }, 'GET /click-export': { tags: ['Click export'] } },
      { tags: [{ name: 'Clicks' }, { name: 'Click export' }] },
    );
    const { catalog } = catalogFromOpenApi([clicks, documentOf({ 'GET /ads': { tags: ['Ads'] } })], {
      groupBy: 'document',
    });
    expect(catalog.categories.map(({ label }) => label)).toEqual(['Ads', 'Clicks']);
    expect(catalog.categories[1]?.scopes.map(({ id }) => id)).toEqual(['get:/clicks', 'get:/click-export']);
  });

  test('may be asked for scopes all the same, and an API with scopes for operations', () => {
    const none = catalogFromOpenApi(jobs, { mode: 'scopes' });
    expect(none.catalog.categories).toEqual([]);
    expect(codesOf(none)).toEqual(['catalog-empty']);
    const scoped = documentOf({ 'GET /jobs': needing('jobs:read') });
    expect(scopesOf(catalogFromOpenApi(scoped, { mode: 'operations' })).map(({ id }) => id)).toEqual(['get:/jobs']);
  });

  test('is told which calls look like those that it makes itself', () => {
    const api = { ...documentOf({ 'GET /jobs': {} }), servers: [{ url: 'https://api.acme.dev' }] };
    const receivers = {
      ...documentOf({ 'POST /your-path': {} }),
      servers: [{ url: 'https://your-server.example.com' }],
    };
    const { diagnostics } = catalogFromOpenApi([api, receivers]);
    expect(diagnostics.find(({ code }) => code === 'receiver-suspected')?.message).toContain('POST /your-path');
    expect(codesOf(catalogFromOpenApi([receivers]))).not.toContain('receiver-suspected');
  });

  test('has no scopes for webhooks and callbacks', () => {
    const document = {
      ...documentOf({ 'POST /jobs': { callbacks: { done: { '{$request.body#/url}': { post: {} } } } } }),
      webhooks: { jobDone: { post: { summary: 'A job is done' } } },
    };
    expect(scopesOf(catalogFromOpenApi(document)).map(({ id }) => id)).toEqual(['post:/jobs']);
  });
});
