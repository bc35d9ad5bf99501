// @vitest-environment node
import { afterEach, describe, expect, test, vi } from 'vitest';
import { reportToHost } from './report.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

const failure = new Error('The storage is full.');
const thrown = new Error('The report failed.');

/** Where a browser shows what nobody caught. */
function platform() {
  const heard: unknown[] = [];
  vi.stubGlobal('reportError', (error: unknown) => heard.push(error));
  return heard;
}

describe('a failure of one of its functions reaches a host', () => {
  test('through onError alone, if it has one', () => {
    const heard = platform();
    const onError = vi.fn();
    reportToHost({ onError }, failure);
    expect(onError).toHaveBeenCalledExactlyOnceWith(failure);
    expect(heard).toEqual([]);
  });

  test('through the platform, if it has none', () => {
    const heard = platform();
    reportToHost({}, failure);
    expect(heard).toEqual([failure]);
  });

  test.each<[string, () => void]>([
    [
      'throws',
      () => {
        throw thrown;
      },
    ],
    ['rejects', () => Promise.reject(thrown)],
  ])('through the platform, if its onError %s', async (_, onError) => {
    const heard = platform();
    reportToHost({ onError }, failure);
    await Promise.resolve();
    await Promise.resolve();
    expect(heard).toEqual([thrown]);
  });

  test('nowhere, where the platform has no place for it, and nothing breaks', () => {
    vi.stubGlobal('reportError', undefined);
    expect(() => reportToHost({}, failure)).not.toThrow();
  });
});
