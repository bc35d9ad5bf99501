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

  test.each([undefined, 'no', new Response(), { message: 'sekret-1' }])(
    'says so when the loader gave no reason: %j',
    (thrown) => {
      expect(toSourceError('contacts', thrown).message).toContain('the loader failed (it did not say why).');
    },
  );
});
