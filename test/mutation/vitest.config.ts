import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const core = fileURLToPath(new URL('../../packages/core/src/index.ts', import.meta.url));

/** The first failure ends a mutant: the tests that take seconds come last, and mostly need not run. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => Number(/\/model\/|\.properties\./.test(moduleId));
    return files.toSorted((a, b) => isSlow(a) - isSlow(b));
  }
}

// The tests of core alone, without React and a DOM: they run once for each mutant.
export default defineConfig({
  // `node_modules` of the mutated copy leads back to the unmutated packages.
  resolve: { alias: { '@tokenwright/core': core } },
  test: {
    include: ['packages/core/src/**/*.test.ts', 'test/model/{paths,walks}.test.ts'],
    setupFiles: ['test/setup/console.ts', 'test/mutation/properties.ts'],
    sequence: { sequencer: QuickestFirst },
  },
});
