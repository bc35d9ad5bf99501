// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
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
    ['an id that is no number either', [{ id: Number.NaN, label: 'Version 16' }], 'entry 0 has no "id"'],
    ['a number and the same as text', [{ id: 16 }, { id: '16' }], 'the id "16" appears twice'],
    ['an id twice', [version('16', 'latest'), version('16', 'supported')], 'the id "16" appears twice'],
    ['__proto__ twice', [version('__proto__', 'latest'), version('__proto__', 'latest')], '"__proto__" appears twice'],
  ])('are refused for %s, with words that say which', (_, value, words) => {
    expect(() => readVersions(value)).toThrow(SourceError);
    expect(() => readVersions(value)).toThrow(/^Tokenwright: "versions": /);
    expect(() => readVersions(value)).toThrow(words);
  });
});

/** What the version is read as, and what was said about it. */
function read(entry: unknown) {
  const warn = vi.fn<(problem: string) => void>();
  const [version] = readVersions([entry], warn);
  return { version, problems: warn.mock.calls.flat() };
}

test('an id may be a number', () => {
  expect(read({ id: 16, label: null, sunsetAt: null, status: null })).toEqual({
    version: { id: '16', label: '16', status: 'supported' },
    problems: [],
  });
});

test('versions of one label are told apart by their ids', () => {
  const labels = readVersions([
    { id: '1', label: 'V' },
    { id: '2', label: 'V' },
    { id: '3', label: 'W' },
  ]);
  expect(labels.map(({ label }) => label)).toEqual(['V (1)', 'V (2)', 'W']);
});

describe('a date is the calendar day that is written, for everyone', () => {
  test.each<[unknown, string]>([
    ['2027-06-30', '2027-06-30'],
    ['2027-06-30T00:00:00', '2027-06-30'],
    ['2027-06-30 23:59', '2027-06-30'],
    ['2027-06-30T23:00-05:00', '2027-06-30'],
    ['2027-06-30T00:00:00+09:00', '2027-06-30'],
    ['2027-06-30T00:00:00.000Z', '2027-06-30'],
    ['2027-6-30', '2027-06-30'],
    ['2027/06/30', '2027-06-30'],
    [' 30.06.2027 ', '2027-06-30'],
    ['06/30/2027', '2027-06-30'],
    ['30/06/2027', '2027-06-30'],
    ['06/06/2027', '2027-06-06'],
    ['30 June 2027', '2027-06-30'],
    ['30-JUN-2027', '2027-06-30'],
    ['june 30th, 2027', '2027-06-30'],
    ['June 30, 2027', '2027-06-30'],
    ['Wed, 30 Jun 2027 23:59:59 GMT', '2027-06-30'],
    [1814313600000, '2027-06-30'],
    [1814313600, '2027-06-30'],
    ['1814313600000', '2027-06-30'],
    [new Date('2027-06-30'), '2027-06-30'],
    ['2028-02-29', '2028-02-29'],
  ])('%j', (sunsetAt, day) => {
    expect(read({ id: '16', sunsetAt })).toMatchObject({ version: { sunsetAt: day }, problems: [] });
  });

  test.each<unknown>([
    'soon',
    '',
    '2027-02-30',
    '2027-02-30T00:00:00Z',
    '2027-13-01',
    '30.02.2027',
    '06/07/2027',
    '31/31/2027',
    2027,
    Number.NaN,
    1e300,
    true,
    {},
    new Date('no'),
  ])('%j is left out, and said to be once', (sunsetAt) => {
    const { version, problems } = read({ id: '16', sunsetAt });
    expect(version).not.toHaveProperty('sunsetAt');
    expect(problems).toEqual([expect.stringContaining('the "sunsetAt" of version "16" is not a date')]);
  });
});

describe('a status', () => {
  test.each(['DEPRECATED', ' Deprecated '])('may be written %j', (status) => {
    expect(read({ id: '16', status })).toMatchObject({ version: { status: 'deprecated' }, problems: [] });
  });

  test.each(['sunset', 'current', '', 7])(
    'that is not known, such as %j, counts as supported and is named',
    (status) => {
      const { version, problems } = read({ id: '16', status });
      expect(version).toMatchObject({ status: 'supported' });
      expect(problems).toEqual([
        expect.stringMatching(/^the "status" of version "16" is .*, so it counts as supported/),
      ]);
    },
  );
});
