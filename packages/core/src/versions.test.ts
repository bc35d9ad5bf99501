// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { SourceError } from './source-error.js';
import { type ApiVersion, defaultVersion, readVersions } from './versions.js';

const version = (id: string, status: ApiVersion['status']): ApiVersion => ({ id, label: `Version ${id}`, status });

describe('a new token starts with', () => {
  test.each<[string, ApiVersion[], string | undefined]>([
    ['the latest version, wherever it stands', [version('15', 'supported'), version('16', 'latest')], '16'],
    ['the first that is not deprecated', [version('14', 'deprecated'), version('15', 'supported')], '15'],
    ['a deprecated one if there is no other', [version('14', 'deprecated'), version('13', 'deprecated')], '14'],
    ['none if none is offered', [], undefined],
  ])('%s', (_, offered, expected) => {
    expect(defaultVersion(offered)?.id).toBe(expected);
  });
});

describe("a host's versions", () => {
  test('are taken over as they are', () => {
    const versions = [version('16', 'latest'), { ...version('15', 'deprecated'), sunsetAt: '2027-06-30' }];
    expect(readVersions(versions)).toEqual(versions);
  });

  test('may be none', () => {
    expect(readVersions([])).toEqual([]);
  });

  test('need nothing but an id: the id is shown, and the version counts as supported', () => {
    expect(readVersions([{ id: '16' }, { id: '15', label: '', status: 'retired', sunsetAt: 'soon' }])).toEqual([
      { id: '16', label: '16', status: 'supported' },
      { id: '15', label: '15', status: 'supported' },
    ]);
  });

  test('bring nothing along that is not of its type', () => {
    expect(readVersions([{ id: '16', label: 16, status: 16, sunsetAt: 2027 }])).toEqual([
      { id: '16', label: '16', status: 'supported' },
    ]);
  });

  test.each(['constructor', '__proto__', 'toString'])('may have the id "%s"', (id) => {
    expect(readVersions([version(id, 'latest'), version('16', 'supported')]).map((entry) => entry.id)).toEqual([
      id,
      '16',
    ]);
  });

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'expected an array'],
    ['an object', { '16': 'Version 16' }, 'expected an array'],
    ['an entry that is null', [version('16', 'latest'), null], 'entry 1 has no "id"'],
    ['an entry that is a string', ['16'], 'entry 0 has no "id"'],
    ['an entry without an id', [{ label: 'Version 16' }], 'entry 0 has no "id"'],
    ['an empty id', [version('', 'latest')], 'entry 0 has no "id"'],
    ['an id that is a number', [{ id: 16, label: 'Version 16' }], 'entry 0 has no "id"'],
    ['an id twice', [version('16', 'latest'), version('16', 'supported')], 'the id "16" appears twice'],
    ['__proto__ twice', [version('__proto__', 'latest'), version('__proto__', 'latest')], '"__proto__" appears twice'],
  ])('are refused for %s, with words that say which', (_, value, words) => {
    expect(() => readVersions(value)).toThrow(SourceError);
    expect(() => readVersions(value)).toThrow(/^Tokenwright: "versions": /);
    expect(() => readVersions(value)).toThrow(words);
  });
});
