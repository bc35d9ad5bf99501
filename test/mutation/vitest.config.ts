import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const core = fileURLToPath(new URL('../../packages/core/src/index.ts', import.meta.url));

/** The first failure ends a mutant, so the tests of its own subject come first, and those that take seconds last. */
class LikeliestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [mutated = ''] = this.ctx.config.related ?? [];
    const subject = basename(mutated).split('.')[0];
    const rank = ({ moduleId }: TestSpecification) => {
      if (/\/model\/|\.properties\./.test(moduleId)) return 2;
      return basename(moduleId).split('.')[0] === subject ? 0 : 1;
    };
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

// The tests of core alone, without React and a DOM: they run once for each mutant.
export default defineConfig({
  // `node_modules` of the mutated copy leads back to the unmutated packages.
  resolve: { alias: { '@tokenwright/core': core } },
  test: {
    include: ['packages/core/src/**/*.test.ts', 'test/model/{paths,walks}.test.ts', 'test/mutation/import.test.ts'],
    setupFiles: ['test/setup/console.ts', 'test/mutation/properties.ts'],
    sequence: { sequencer: LikeliestFirst },
  },
});
