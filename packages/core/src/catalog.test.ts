// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { indexCatalog, isSensitive, readCatalog, type Scope, type ScopeCatalog } from './catalog.js';
import { SourceError } from './source-error.js';

const scope = (id: string, requires?: readonly string[]): Scope => ({
  id,
  label: `Do ${id}`,
  ...(requires && { requires }),
});

const catalogOf = (...scopes: Scope[]): ScopeCatalog => ({ categories: [{ id: 'ads', label: 'Ads', scopes }] });

/** `s0` requires `s1`, which requires `s2`, and so on. */
function chain(length: number, last: readonly string[] = []): Scope[] {
  return Array.from({ length }, (_, place) => scope(`s${place}`, place === length - 1 ? last : [`s${place + 1}`]));
}

const inCategory = (entry: unknown) => ({ categories: [{ id: 'ads', label: 'Ads', scopes: [entry] }] });

describe("a host's catalog", () => {
  test('comes back as the same object, so that its identity can be relied on', () => {
    const catalog = catalogOf(scope('ads.list'), scope('ads.edit', ['ads.list']));
    expect(readCatalog(catalog)).toBe(catalog);
  });

  test('may be empty, and so may a category', () => {
    expect(readCatalog({ categories: [] })).toEqual({ categories: [] });
    expect(readCatalog(catalogOf())).toEqual(catalogOf());
  });

  test('may use every member that a scope can have', () => {
    const full: Scope = {
      ...scope('ads.purge', ['ads.list']),
      description: 'Deletes every ad.',
      access: 'admin',
      sensitive: { reason: 'Cannot be undone.' },
      endpoints: [{ method: 'DELETE', path: '/Ads/{Id}', with: [['ads.list'], []] }],
      deprecated: true,
    };
    expect(readCatalog(catalogOf(scope('ads.list'), full))).toEqual(catalogOf(scope('ads.list'), full));
  });

  test.each<Partial<Scope>>([
    { access: 'read' },
    { access: 'write' },
    { access: 'admin' },
    { sensitive: true },
    { sensitive: false },
    { requires: [] },
    { endpoints: [] },
  ])('may have a scope with %j', (members) => {
    const catalog = catalogOf({ ...scope('ads.list'), ...members });
    expect(readCatalog(catalog)).toBe(catalog);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', ' ads ', ' ', '<b>', '💥'])(
    'may have the id "%s", for a category and for a scope that is required',
    (id) => {
      const catalog: ScopeCatalog = {
        categories: [{ id, label: 'Odd', scopes: [scope(id), scope('ads.edit', [id])] }],
      };
      const { scopes, dependents } = indexCatalog(readCatalog(catalog));
      expect([...scopes.keys()]).toEqual([id, 'ads.edit']);
      expect(dependents.get(id)).toEqual(['ads.edit']);
    },
  );

  test('has none of the ids that objects are born with', () => {
    const { scopes } = indexCatalog(readCatalog(catalogOf(scope('ads.list'))));
    expect(scopes.get('constructor')).toBeUndefined();
    expect(() => readCatalog(catalogOf(scope('ads.list', ['constructor'])))).toThrow('requires "constructor"');
  });

  test('may chain 20 000 requirements', () => {
    const catalog = catalogOf(...chain(20_000));
    expect(readCatalog(catalog)).toBe(catalog);
  });

  test('may let several scopes require the same one, directly and indirectly', () => {
    const diamond = catalogOf(scope('a', ['b', 'c']), scope('b', ['d']), scope('c', ['d', 'd']), scope('d'));
    expect(readCatalog(diamond)).toBe(diamond);
  });
});

describe('a bad catalog is refused with words that name what is wrong', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'expected { categories'],
    ['null', null, 'expected { categories'],
    ['a list', [], 'expected { categories'],
    ['categories by name', { categories: { ads: [] } }, 'expected { categories'],
    ['a category that is null', { categories: [null] }, 'category 0 has no "id"'],
    ['a category without an id', { categories: [{ label: 'Ads', scopes: [] }] }, 'category 0 has no "id"'],
    ['an empty category id', { categories: [{ id: '', label: 'Ads', scopes: [] }] }, 'category 0 has no "id"'],
    [
      'a category without a label',
      { categories: [{ id: 'ads', scopes: [] }] },
      'category "ads" has a wrong "label". Expected a string.',
    ],
    [
      'a category without scopes',
      { categories: [{ id: 'ads', label: 'Ads' }] },
      'category "ads" has a wrong "scopes". Expected an array of scopes.',
    ],
    ['a scope that is a string', inCategory('ads.list'), 'scope 0 of category "ads" has no "id"'],
    ['a scope without an id', inCategory({ label: 'List' }), 'scope 0 of category "ads" has no "id"'],
    ['an empty scope id', inCategory(scope('')), 'scope 0 of category "ads" has no "id"'],
    [
      'a scope id that is not a number',
      inCategory({ id: Number.NaN, label: 'x' }),
      'scope 0 of category "ads" has no "id"',
    ],
    ['a fault in a later scope', catalogOf(scope('ads.list'), scope('')), 'scope 1 of category "ads" has no "id"'],
    ['a scope without a label', inCategory({ id: 'ads.list' }), 'scope "ads.list" has a wrong "label"'],
    [
      'requires that is no list',
      inCategory({ ...scope('x'), requires: 'y' }),
      'scope "x" has a wrong "requires". Expected an array of scope ids.',
    ],
    [
      'requires of booleans',
      inCategory({ ...scope('x'), requires: [true] }),
      'scope "x" has a wrong "requires". Expected an array of scope ids.',
    ],
    [
      'requires of which one is a boolean',
      inCategory({ ...scope('x'), requires: ['x', true] }),
      'scope "x" has a wrong "requires". Expected an array of scope ids.',
    ],
    [
      'endpoints as text',
      inCategory({ ...scope('x'), endpoints: ['GET /x'] }),
      'scope "x" has a wrong "endpoints". Expected an array of { method, path, with }, where "with" holds lists of scope ids.',
    ],
    [
      'an endpoint without a method',
      inCategory({ ...scope('x'), endpoints: [{ path: '/x' }] }),
      'scope "x" has a wrong "endpoints". Expected an array of { method, path, with }, where "with" holds lists of scope ids.',
    ],
    [
      'an endpoint without a path',
      inCategory({ ...scope('x'), endpoints: [{ method: 'GET' }] }),
      'scope "x" has a wrong "endpoints". Expected an array of { method, path, with }, where "with" holds lists of scope ids.',
    ],
    [
      'sensitive without reason',
      inCategory({ ...scope('x'), sensitive: {} }),
      'scope "x" has a wrong "sensitive". Expected true, false or { reason }.',
    ],
    [
      'sensitive in words',
      inCategory({ ...scope('x'), sensitive: 'yes' }),
      'scope "x" has a wrong "sensitive". Expected true, false or { reason }.',
    ],
    [
      'scopes beside another as text',
      inCategory({ ...scope('x'), endpoints: [{ method: 'GET', path: '/x', with: ['y'] }] }),
      'scope "x" has a wrong "endpoints"',
    ],
    ['a scope id twice', catalogOf(scope('ads.list'), scope('ads.list')), 'the scope id "ads.list" appears twice'],
    [
      'a scope id in two categories',
      { categories: [...catalogOf(scope('x')).categories, { id: 'other', label: 'Other', scopes: [scope('x')] }] },
      'the scope id "x" appears twice',
    ],
    [
      'a category id twice',
      { categories: [...catalogOf().categories, ...catalogOf().categories] },
      'the category id "ads" appears twice',
    ],
    ['__proto__ twice', catalogOf(scope('__proto__'), scope('__proto__')), 'the scope id "__proto__" appears twice'],
    ['a requirement that is not there', catalogOf(scope('a', ['b'])), 'scope "a" requires "b", which the catalog does'],
    ['an empty requirement', catalogOf(scope('a', [''])), 'scope "a" requires ""'],
    ['a scope that requires itself', catalogOf(scope('a', ['a'])), 'in a circle: "a" → "a"'],
    ['a circle of two', catalogOf(scope('a', ['b']), scope('b', ['a'])), 'in a circle: "a" → "b" → "a"'],
    [
      'a circle that others lead to, without them',
      catalogOf(scope('in', ['a']), scope('a', ['b']), scope('b', ['c']), scope('c', ['b'])),
      'in a circle: "b" → "c" → "b"',
    ],
    [
      'a circle by a second requirement',
      catalogOf(scope('base', []), scope('a', ['base', 'b']), scope('b', ['base', 'a'])),
      'in a circle: "a" → "b" → "a"',
    ],
    ['__proto__ in a circle', catalogOf(scope('__proto__', ['__proto__'])), '"__proto__" → "__proto__"'],
    ['a circle of 20 000', catalogOf(...chain(20_000, ['s0'])), '"s19999" → "s0"'],
  ])('%s', (_, value, words) => {
    expect(() => readCatalog(value)).toThrow(SourceError);
    expect(() => readCatalog(value)).toThrow(/^Tokenwright: "catalog": /);
    expect(() => readCatalog(value)).toThrow(words);
  });
});

describe('the look-ups of a catalog', () => {
  const catalog: ScopeCatalog = {
    categories: [
      { id: 'ads', label: 'Ads', scopes: [scope('ads.list'), scope('ads.edit', ['ads.list'])] },
      { id: 'reports', label: 'Reports', scopes: [scope('reports.run', ['ads.list'])] },
    ],
  };

  test('know every scope and its category, in catalog order', () => {
    const places = [...indexCatalog(catalog).scopes].map(([id, place]) => [id, place.category.id]);
    expect(places).toEqual([
      ['ads.list', 'ads'],
      ['ads.edit', 'ads'],
      ['reports.run', 'reports'],
    ]);
  });

  test('know what depends on a scope, across categories', () => {
    expect(indexCatalog(catalog).dependents.get('ads.list')).toEqual(['ads.edit', 'reports.run']);
    expect(indexCatalog(catalog).dependents.get('reports.run')).toBeUndefined();
  });

  test('are made once for each catalog', () => {
    expect(indexCatalog(catalog)).toBe(indexCatalog(catalog));
    expect(indexCatalog({ ...catalog })).not.toBe(indexCatalog(catalog));
  });
});

test.each<[Scope['sensitive'], boolean]>([
  [undefined, false],
  [false, false],
  [true, true],
  [{ reason: 'Cannot be undone.' }, true],
])('a scope with sensitive: %j is sensitive: %j', (sensitive, expected) => {
  expect(isSensitive({ ...scope('a'), ...(sensitive !== undefined && { sensitive }) })).toBe(expected);
});

describe('what servers and databases write', () => {
  test('as null is absent', () => {
    const { description, access, sensitive, requires, endpoints, deprecated } = JSON.parse(
      '{"description":null,"access":null,"sensitive":null,"requires":null,"endpoints":null,"deprecated":null}',
    );
    const nulls = { description, access, sensitive, requires, endpoints, deprecated };
    const given = {
      generatedAt: null,
      categories: [{ id: 'ads', label: 'Ads', description: null, scopes: [{ ...scope('x'), ...nulls }] }],
    };
    expect(readCatalog(given)).toEqual(catalogOf(scope('x')));
    expect(readCatalog({ categories: null })).toEqual({ categories: [] });
    expect(readCatalog({ categories: [{ id: 'ads', label: 'Ads', scopes: null }] })).toEqual(catalogOf());
    const endpoint = { method: 'GET', path: '/Ads', with: null };
    expect(readCatalog(inCategory({ ...scope('x'), sensitive: { reason: null }, endpoints: [endpoint] }))).toEqual(
      catalogOf({ ...scope('x'), sensitive: true, endpoints: [{ method: 'GET', path: '/Ads' }] }),
    );
  });

  test('as numbers are ids, wherever one appears', () => {
    const given = {
      categories: [
        {
          id: 1,
          label: 'Ads',
          scopes: [
            { id: 2, label: 'a' },
            { id: 3, label: 'b', requires: [2], endpoints: [{ method: 'GET', path: '/b', with: [[2]] }] },
          ],
        },
      ],
    };
    expect(readCatalog(given)).toEqual({
      categories: [
        {
          id: '1',
          label: 'Ads',
          scopes: [
            { id: '2', label: 'a' },
            { id: '3', label: 'b', requires: ['2'], endpoints: [{ method: 'GET', path: '/b', with: [['2']] }] },
          ],
        },
      ],
    });
    expect(() => readCatalog(catalogOf(scope('2'), JSON.parse('{"id":2,"label":"b"}')))).toThrow('"2" appears twice');
  });

  test.each([
    ['get', '/v1/jobs/:id', 'GET', '/v1/jobs/{id}'],
    [' Post ', '/v1/jobs/:id/items/:item', 'POST', '/v1/jobs/{id}/items/{item}'],
    ['GET', '/v1/jobs/:id(\\d+)', 'GET', '/v1/jobs/{id}'],
    ['GET', '/v1/jobs/:id?', 'GET', '/v1/jobs/{id}'],
    ['GET', '/v1/jobs/<int:id>', 'GET', '/v1/jobs/{id}'],
    ['GET', '/v1/files/:name.:ext', 'GET', '/v1/files/{name}.:ext'],
    ['GET', '/v1/jobs/{id}:cancel', 'GET', '/v1/jobs/{id}:cancel'],
    ['POST', '/v1/jobs:batch', 'POST', '/v1/jobs:batch'],
  ])('%s %s is the call %s %s', (method, path, readMethod, readPath) => {
    const { categories } = readCatalog(inCategory({ ...scope('x'), endpoints: [{ method, path }] }));
    expect(categories[0]?.scopes[0]?.endpoints).toEqual([{ method: readMethod, path: readPath }]);
  });

  test('as an access in capitals is read; one that is not known counts as unknown, and is named', () => {
    const warn = vi.fn();
    const { categories } = readCatalog(
      catalogOf(
        scope('x'),
        JSON.parse('{"id":"y","label":"y","access":"WRITE"}'),
        JSON.parse('{"id":"z","label":"z","access":"root"}'),
      ),
      warn,
    );
    expect(categories[0]?.scopes.map(({ access }) => access)).toEqual([undefined, 'write', undefined]);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('scope "z" has the "access" "root"'));
  });

  test('leaves the rest of the catalog the very same objects', () => {
    const given = {
      categories: [
        { id: 'ads', label: 'Ads', scopes: [scope('x')] },
        { id: 'jobs', label: 'Jobs', description: null, scopes: [] },
      ],
    };
    expect(readCatalog(given).categories[0]).toBe(given.categories[0]);
  });
});
