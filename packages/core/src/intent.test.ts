// @vitest-environment node
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newIntent } from './intent.js';
import type { TokenRequest } from './request.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

const request: TokenRequest = {
  name: 'Nightly export',
  description: 'Pulls the reports.',
  version: '16',
  primaryContact: 'ada',
  developerEmails: ['dev@example.com', 'ops@example.com'],
  scopes: ['ads.list', 'reports.run'],
};

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('an intent', () => {
  test('starts with the first attempt under a key of its own', () => {
    const intent = newIntent(request, null);
    expect(intent).toEqual({ key: expect.stringMatching(uuidV4), request, attempt: 1 });
    expect(newIntent(request, null).key).not.toBe(intent.key);
  });

  test('keeps its key for the same request, however often it is asked for, and counts the attempts', () => {
    const first = newIntent(request, null);
    const copy = { ...request, developerEmails: [...request.developerEmails], scopes: [...request.scopes] };
    const second = newIntent(copy, first);
    expect(second).toEqual({ ...first, attempt: 2 });
    expect(newIntent(request, second)).toEqual({ ...first, attempt: 3 });
  });

  test.each<[string, Partial<TokenRequest>]>([
    ['another name', { name: 'Nightly Export' }],
    ['another description', { description: '' }],
    ['another version', { version: '15' }],
    ['another contact', { primaryContact: 'grace' }],
    ['an e-mail more', { developerEmails: [...request.developerEmails, 'new@example.com'] }],
    ['an e-mail less', { developerEmails: ['dev@example.com'] }],
    ['another e-mail', { developerEmails: ['dev@example.com', 'OPS@example.com'] }],
    ['a scope more', { scopes: [...request.scopes, 'reports.mail'] }],
    ['a scope less', { scopes: ['ads.list'] }],
    ['another scope', { scopes: ['ads.list', 'reports.mail'] }],
  ])('is a new one, under a new key, after %s', (_, edit) => {
    const first = newIntent(request, null);
    const next = newIntent({ ...request, ...edit }, { ...first, attempt: 4 });
    expect(next).toMatchObject({ request: { ...request, ...edit }, attempt: 1 });
    expect(next.key).not.toBe(first.key);
  });
});

test('keys are version 4 UUIDs, each another, on pages served over plain http, too', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const keys = Array.from({ length: 200 }, () => newIntent(request, null).key);
  expect(keys.filter((key) => !uuidV4.test(key))).toEqual([]);
  expect(new Set(keys).size).toBe(200);
});

test.each([
  [0x00, '00000000-0000-4000-8000-000000000000'],
  [0xff, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
])('a key leaves every bit to chance but the six that say which kind of UUID it is: all %d', (byte, key) => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(byte) });
  expect(newIntent(request, null).key).toBe(key);
});
