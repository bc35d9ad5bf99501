import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';

const packages = fileURLToPath(new URL('packages', import.meta.url));

// Shared by Storybook, Vitest and the demo: the workspace's packages resolve to their source, so that nothing needs a
// build first. Vite replaces its default conditions by these, so they are spread back in.
export default defineConfig({
  plugins: [react()],
  resolve: {
    conditions: ['@tokenwright/source', ...defaultClientConditions],
    // Vite resolves an `@import` in CSS without these conditions, and would look for a built file.
    alias: [{ find: /^@tokenwright\/(ui|react)\/styles\.css$/, replacement: `${packages}/$1/src/styles.css` }],
  },
  ssr: { resolve: { conditions: ['@tokenwright/source', ...defaultServerConditions] } },
});
