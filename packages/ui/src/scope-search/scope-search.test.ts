import { expect, test } from 'vitest';
import { markWords, searchScopes, searchWords } from './scope-search.js';

const catalog = {
  categories: [
    {
      id: 'ads',
      label: 'Ads',
      scopes: [
        { id: 'ads.list', label: 'List ads', endpoints: [{ method: 'GET', path: '/Mediapartners/{AccountSID}/Ads' }] },
        { id: 'ads.create', label: 'Create ads', description: 'Upload a banner or a café menu.' },
      ],
    },
    { id: 'jobs', label: 'Jobs', scopes: [{ id: 'jobs.replay', label: 'Run a job again' }] },
  ],
} as const;

const find = (query: string) =>
  [...searchScopes(catalog, searchWords(query)).values()].flatMap((scopes) => scopes.map(({ id }) => id));

test.each([
  ['a label', 'list ads', ['ads.list']],
  ['an id', 'jobs.replay', ['jobs.replay']],
  ['a description', 'banner', ['ads.create']],
  ['a method and a path', 'get /mediapartners', ['ads.list']],
  ['the name of a category', 'ads', ['ads.list', 'ads.create']],
  ['words apart, and of the category', 'ADS  create', ['ads.create']],
  ['a word without its accents, or with them', 'cafe CAFÉ', ['ads.create']],
  ['words that stand in no one scope together', 'banner job', []],
])('a scope is found by %s', (_, query, expected) => {
  expect(find(query)).toEqual(expected);
});

test('what was found is marked where it stands in the text as it is written', () => {
  const marked = (text: string, query: string) =>
    markWords(text, searchWords(query)).map((segment) => (segment.marked ? `[${segment.text}]` : segment.text));
  expect(marked('Café menu', 'cafe')).toEqual(['[Café]', ' menu']);
  expect(marked('Cafe\u0301 menu', 'café m')).toEqual(['[Cafe]', '\u0301 ', '[m]', 'enu']);
  expect(marked('aaaa', 'aa')).toEqual(['[aaaa]']);
  expect(marked('İstanbul', 'stan')).toEqual(['İ', '[stan]', 'bul']);
  expect(marked('Nothing here', 'x')).toEqual(['Nothing here']);
  expect(marked('', 'x')).toEqual([]);
});

test('a pasted document is searched for by its first words, each once, however many marks it holds', () => {
  expect(searchWords('a A b '.repeat(1_000_000))).toEqual(['a', 'b']);
  expect(searchWords(`café${'\u0301\u0316'.repeat(500_000)}`)).toEqual(['cafe']);
});
