import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const core = fileURLToPath(new URL('../../packages/core/src/index.ts', import.meta.url));

// The tests of core alone, without React and a DOM: they run once for each mutant.
export default defineConfig({
  // `node_modules` of the mutated copy leads back to the unmutated packages.
  resolve: { alias: { '@tokenwright/core': core } },
  test: {
    include: ['packages/core/src/**/*.test.ts', 'test/model/{paths,walks}.test.ts'],
    setupFiles: ['test/setup/console.ts', 'test/mutation/properties.ts'],
  },
});
