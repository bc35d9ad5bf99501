// @vitest-environment node
import { expect, test } from 'vitest';
import { catalogFromOpenApi } from './catalog-from-openapi.js';
import { documentOf, needing, oauth } from './documents.fixture.js';
import { explainCall } from './explain-call.js';

const result = catalogFromOpenApi(
  documentOf(
    {
      'GET /v2/jobs/{id}': { security: [{ oauth: ['jobs:read'] }, { key: [] }] },
      'PUT /v2/jobs/{id}': needing('jobs:write', 'billing'),
      'GET /v2/jobs/search': { security: [] },
      'GET /v2/status': {},
    },
    oauth({}),
  ),
);

const explained = (call: string) =>
  explainCall(result, call).map(({ operation, ways }) => [
    `${operation.method} ${operation.path}`,
    ways.map((way) => way.map(({ id }) => id)),
  ]);

test.each(['PUT /v2/jobs/{id}', 'put /v2/jobs/42', 'PUT https://api.example.com/base/v2/jobs/42?x=1'])(
  '%s is found',
  (call) => {
    expect(explained(call)).toEqual([['PUT /v2/jobs/{id}', [['billing', 'jobs:write']]]]);
  },
);

test('a path alone is explained for each of its methods, and a word in it is no id', () => {
  expect(explained('/v2/jobs/42').map(([call]) => call)).toEqual(['GET /v2/jobs/{id}', 'PUT /v2/jobs/{id}']);
  expect(explained('/v2/jobs/search')).toEqual([['GET /v2/jobs/search', []]]);
});

test.each(['GET /v2', 'DELETE /v2/jobs/42', 'jobs', '', 'GET'])('%j fits no operation', (call) => {
  expect(explained(call)).toEqual([]);
});

test('the rules say how it is known', () => {
  const rules = (call: string) =>
    explainCall(result, call)
      .flatMap((explanation) => explanation.rules)
      .join(' ');
  expect(rules('GET /v2/jobs/1')).toMatch(/security of its own.*API key/);
  expect(rules('PUT /v2/jobs/1')).toMatch(/needed together/);
  expect(rules('GET /v2/jobs/search')).toMatch(/public/);
  expect(rules('GET /v2/status')).toMatch(/not said/);
  expect(explainCall(result, 'PUT /v2/jobs/1')[0]?.ways[0]).toEqual([
    { id: 'billing', label: 'Billing', access: 'write', rule: 'methods' },
    { id: 'jobs:write', label: 'Jobs: write', access: 'write', rule: 'name' },
  ]);
});

test('an operation that is a scope itself is what its call needs', () => {
  const operations = catalogFromOpenApi(documentOf({ 'GET /jobs': { summary: 'List jobs' } }));
  expect(explainCall(operations, 'GET /jobs')[0]?.ways).toMatchObject([[{ id: 'get:/jobs', label: 'List jobs' }]]);
});

test('a path that is documented as a whole is explained before one that fits only behind a base path', () => {
  const nested = catalogFromOpenApi(
    documentOf(
      { 'GET /{account}/{id}': needing('any'), 'GET /ads/jobs': needing('ads'), 'GET /jobs': needing('jobs') },
      oauth({}),
    ),
  );
  const calls = (call: string) => explainCall(nested, call).map(({ operation }) => operation.path);
  expect(calls('/v1/jobs')).toEqual(['/{account}/{id}']);
  expect(calls('/base/v1/jobs')).toEqual(['/jobs']);
});
