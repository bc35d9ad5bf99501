import react from '@vitejs/plugin-react';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';

// Shared by Storybook and Vitest: the workspace's packages resolve to their source, so that nothing needs a build first.
// Vite replaces its default conditions by these, so they are spread back in.
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@tokenwright/source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['@tokenwright/source', ...defaultServerConditions] } },
});
