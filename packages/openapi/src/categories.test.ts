// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { catalogFromOpenApi, type ImportResult } from './catalog-from-openapi.js';
import { declaring, documentOf, needing, oauth, scopeIn } from './documents.fixture.js';

const outline = ({ catalog }: ImportResult) =>
  Object.fromEntries(catalog.categories.map(({ label, scopes }) => [label, scopes.map(({ id }) => id)]));

const declare = (...ids: readonly string[]) => declaring(Object.fromEntries(ids.map((id) => [id, ''])));

describe('scopes are grouped', () => {
  test.each([':', '.', '/'])('by the first word that names a thing, split on "%s"', (separator) => {
    const ids = ['jobs.read', 'jobs.write', 'write.ads', 'ads.read', 'read_all.users', 'users.write'];
    const replaced = ids.map((id) => id.replace('.', separator));
    expect(Object.keys(outline(catalogFromOpenApi(declare(...replaced))))).toEqual(['Ads', 'Jobs', 'Users']);
  });

  test('on "_" and "-" only where there is nothing else to split on', () => {
    expect(
      outline(catalogFromOpenApi(declare('file_jobs:read', 'file_jobs:write', 'jobs_read', 'jobs_write'))),
    ).toEqual({
      'File jobs': ['file_jobs:read', 'file_jobs:write'],
      Jobs: ['jobs_read', 'jobs_write'],
    });
    expect(outline(catalogFromOpenApi(declare('user-read-email', 'user-modify', 'list-read', 'list-modify')))).toEqual({
      List: ['list-read', 'list-modify'],
      User: ['user-modify', 'user-read-email'],
    });
  });

  test('without a namespace that four of five share', () => {
    const result = catalogFromOpenApi(
      declare('acme.jobs.read', 'acme.jobs.manage', 'acme.ads.read', 'acme.ads.manage', 'openid'),
    );
    expect(outline(result)).toEqual({
      Ads: ['acme.ads.read', 'acme.ads.manage'],
      Jobs: ['acme.jobs.read', 'acme.jobs.manage'],
      Openid: ['openid'],
    });
    expect(
      outline(catalogFromOpenApi(declare('acme.jobs.read', 'acme.ads.read', 'acme.ads.manage', 'x.y', 'x.z'))),
    ).toEqual({
      Acme: ['acme.ads.read', 'acme.ads.manage', 'acme.jobs.read'],
      X: ['x.y', 'x.z'],
    });
  });

  test('without the address of URLs', () => {
    const auth = (name: string) => `https://www.example.com/auth/${name}`;
    const result = catalogFromOpenApi(
      declare(auth('mail.compose'), auth('mail.readonly'), auth('docs'), auth('docs.readonly')),
    );
    expect(outline(result)).toEqual({
      Docs: [auth('docs.readonly'), auth('docs')],
      Mail: [auth('mail.readonly'), auth('mail.compose')],
    });
  });

  test('whatever the case of their names', () => {
    const { catalog } = catalogFromOpenApi(declare('Jobs.Read', 'jobs.write'));
    expect(catalog.categories).toMatchObject([{ id: 'Jobs', label: 'Jobs' }]);
  });

  test('under the name and description of a tag that all of a group share, and no other group', () => {
    const tagged = (scope: string, tag: string) => ({ ...needing(scope), tags: [tag] });
    const document = documentOf(
      {
        'GET /jobs': tagged('job:read', 'Background jobs'),
        'PUT /jobs': tagged('job:write', 'Background jobs'),
        'GET /ads': tagged('ad:read', 'Promotion'),
        'PUT /ads': tagged('ad:write', 'Promotion'),
        'GET /deals': tagged('deal:read', 'Promotion'),
        'PUT /deals': tagged('deal:write', 'Promotion'),
      },
      { tags: [{ name: 'Background jobs', description: 'What **runs** later.\n\nMore.' }], ...oauth({}) },
    );
    const { catalog } = catalogFromOpenApi(document);
    expect(catalog.categories.map(({ id, label, description }) => [id, label, description])).toEqual([
      ['ad', 'Ad', undefined],
      ['job', 'Background jobs', 'What runs later.'],
      ['deal', 'Deal', undefined],
    ]);
  });

  test('by tag, and then as other, if most groups would hold one scope', () => {
    const document = documentOf(
      {
        'GET /a': { ...needing('apples'), tags: ['Fruit'] },
        'GET /b': { ...needing('bananas'), tags: ['Fruit'] },
        'GET /c': { ...needing('carrots'), tags: ['Roots'] },
      },
      oauth({ openid: '' }),
    );
    expect(outline(catalogFromOpenApi(document))).toEqual({
      Fruit: ['apples', 'bananas'],
      Roots: ['carrots'],
      Other: ['openid'],
    });
    expect(Object.keys(outline(catalogFromOpenApi(document, { groupBy: 'name' })))).toHaveLength(4);
  });

  test('under the name of the API if there is nothing to group by', () => {
    expect(outline(catalogFromOpenApi(declare('apples', 'bananas', 'carrots')))).toEqual({
      'Jobs API': ['apples', 'bananas', 'carrots'],
    });
  });

  test('by tag, by document or by a function of the host, if it says so', () => {
    const one = documentOf({ 'GET /a': { ...needing('x:read'), tags: ['A'] } }, oauth({}));
    const two = {
      ...documentOf({ 'GET /b': { ...needing('x:write'), tags: ['B'] } }, oauth({})),
      info: { title: 'Two' },
    };
    const grouped = (groupBy: 'tag' | 'document' | ((scope: { id: string }) => string | undefined)) =>
      outline(catalogFromOpenApi([one, two], { groupBy }));
    expect(grouped('tag')).toEqual({ A: ['x:read'], B: ['x:write'] });
    expect(grouped('document')).toEqual({ A: ['x:read'], B: ['x:write'] });
    expect(grouped(({ id }) => (id === 'x:read' ? 'My group' : undefined))).toEqual({
      'My group': ['x:read'],
      Other: ['x:write'],
    });
  });
});

describe('the label of a scope', () => {
  test.each([
    ['droplets:read', 'Droplets: read'],
    ['read:user', 'User: read'],
    ['agentPools.manage', 'Agent pools: manage'],
    ['file_dev_resources:write', 'File dev resources: write'],
    ['chat:write:bot', 'Chat: write bot'],
    ['app:access_console', 'App: access console'],
    ['Mail.Read.All', 'Mail: read all'],
    ['admin', 'Admin'],
    ['__proto__', 'Proto'],
    ['constructor', 'Constructor'],
    [' ', '" "'],
    ['***', '***'],
    ['広告.read', '広告: read'],
  ])('is its id as people read it: %j is %j', (id, label) => {
    expect(scopeIn(declare(id), id)).toMatchObject({ label, inferred: { label: 'id' } });
  });

  test('is what the host says', () => {
    expect(scopeIn(declare('x'), 'x', { labels: { x: 'Everything' } })).toMatchObject({
      label: 'Everything',
      inferred: { label: 'option' },
    });
  });

  test('of a category is what the host says as well, if no scope is called so', () => {
    const result = catalogFromOpenApi(declare('user:read', 'user:write', 'admin'), {
      labels: { user: 'People', admin: 'Everything' },
    });
    expect(outline(result)).toEqual({ Admin: ['admin'], People: ['user:read', 'user:write'] });
    expect(result.diagnostics.map(({ code }) => code)).not.toContain('option-unknown-scope');
  });

  test('tells two scopes of one category apart', () => {
    const labels = ['user:read', 'user.read'].map((id) => scopeIn(declare('user:read', 'user.read'), id).label);
    expect(labels).toEqual(['User: read (user:read)', 'User: read (user.read)']);
  });
});

test('the scopes that belong nowhere are the last category, whatever the others are called', () => {
  const groupBy = ({ id }: { id: string }) => (id === 'x' ? undefined : id);
  const labels = Object.keys(outline(catalogFromOpenApi(declare('x', 'ads', 'payments', 'zebra'), { groupBy })));
  expect(labels.at(-1)).toBe('Other');
  expect(labels).toHaveLength(4);
});

test.each([
  { share: 'three of five', names: 5, by: 'names' },
  { share: 'four of six', names: 6, by: 'tags' },
])('scopes of which $share names are used once are grouped by their $by', ({ names, by }) => {
  // Two scopes of each of two names; the others stand alone.
  const ids = ['ads', 'jobs'].flatMap((name) => [`${name}:read`, `${name}:write`]);
  for (let number = 2; number < names; number += 1) ids.push(`single${number}:read`);
  const operations = ids.map((id, place) => [`GET /p${place}`, { ...needing(id), tags: [place % 2 ? 'Odd' : 'Even'] }]);
  const labels = Object.keys(outline(catalogFromOpenApi(documentOf(Object.fromEntries(operations), oauth({})))));
  if (by === 'tags') expect(labels).toEqual(['Even', 'Odd']);
  else expect(labels).toHaveLength(names);
});
