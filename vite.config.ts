import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';
import corePackage from './packages/core/package.json' with { type: 'json' };
import reactPackage from './packages/react/package.json' with { type: 'json' };
import uiPackage from './packages/ui/package.json' with { type: 'json' };

const packages = fileURLToPath(new URL('packages', import.meta.url));

const libraries = [corePackage, uiPackage, reactPackage]
  .flatMap(({ dependencies }) => Object.keys(dependencies))
  .filter((name) => !name.startsWith('@tokenwright/'));

// Shared by Storybook, Vitest and the demo: the workspace's packages resolve to their source, so that nothing needs a
// build first. Vite replaces its default conditions by these, so they are spread back in.
export default defineConfig({
  plugins: [react()],
  resolve: {
    conditions: ['@tokenwright/source', ...defaultClientConditions],
    // Vite resolves an `@import` in CSS without these conditions, and would look for a built file.
    alias: [{ find: /^@tokenwright\/(ui|react)\/(styles(?:\.layer)?\.css)$/, replacement: `${packages}/$1/src/$2` }],
  },
  // A library that Vite first meets during a test run makes it bundle again, and half of the page then has another React.
  optimizeDeps: {
    include: [
      ...new Set(libraries),
      'react',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'react-dom',
      'react-dom/client',
      'react-dom/server',
      '@testing-library/react',
      '@testing-library/user-event',
    ],
  },
  // Older targets rewrite the `light-dark()` of Storybook's pages and of the demo.
  build: { cssTarget: 'esnext' },
  ssr: { resolve: { conditions: ['@tokenwright/source', ...defaultServerConditions] } },
});
