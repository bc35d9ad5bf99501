// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { SourceError, toSourceError } from './source-error.js';

describe('what a host reads when its data cannot be used', () => {
  test('names the product, the source and the problem', () => {
    const error = new SourceError('versions', 'expected an array.');
    expect(String(error)).toBe('SourceError: Tokenwright: "versions": expected an array.');
    expect(error.source).toBe('versions');
  });

  test('is the very error that says so already', () => {
    const error = new SourceError('versions', 'expected an array.');
    expect(toSourceError('versions', error)).toBe(error);
  });

  test("is about the source that failed, also where that source's loader threw another one's error", () => {
    const error = new SourceError('versions', 'expected an array.');
    expect(toSourceError('catalog', error)).toMatchObject({ source: 'catalog', cause: error });
  });

  test("holds the loader's reason, and what it threw as the cause", () => {
    const thrown = new TypeError('Failed to fetch');
    const error = toSourceError('contacts', thrown);
    expect(error.message).toMatch(/^Tokenwright: "contacts": the loader failed \(Failed to fetch\)\./);
    expect(error.cause).toBe(thrown);
  });

  test('is the beginning of a reason that is as long as a page', () => {
    const { message } = toSourceError('contacts', new Error('x'.repeat(10_000_000)));
    expect(message).toMatch(/the loader failed \(x{500}\)\./);
  });

  const unreadable = new Proxy(new Error('no'), {
    get: () => {
      throw new Error('hands off');
    },
  });
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'no'],
    ['a response', new Response()],
    ['no error', { message: 'sekret-1' }],
    ['an error whose message is no text', Object.assign(new Error(), { message: Symbol('no') })],
    ['an error that cannot be looked at', unreadable],
  ])('says so when the loader gave no reason: %s', (_, thrown) => {
    expect(toSourceError('contacts', thrown).message).toContain('the loader failed (it did not say why).');
  });
});
