// @vitest-environment node
import { expect, test } from 'vitest';

// A mutant that keeps core from loading fails every other test file before its first test, which Stryker counts as survival.
test('core can be imported', async () => {
  expect(await import('@tokenwright/core')).toBeDefined();
});
