import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { chromiumLaunchOptions } from '../../chromium.config.js';
import viteConfig from '../../vite.config.js';

const modules = fileURLToPath(new URL('node_modules', import.meta.url));

// React 18 has a workspace of its own, because npm refuses react-dom 18 beside React 19 in one. The tests run in a
// browser, because there everything is bundled: in Node, libraries would still load the React 19 of the root.
export default mergeConfig(
  viteConfig,
  defineConfig({
    cacheDir: 'node_modules/.vite-react18',
    resolve: { alias: [{ find: /^(react|react-dom)($|\/)/, replacement: `${modules}/$1$2` }] },
    test: {
      name: 'react18',
      include: ['test/browser/**/*.test.tsx', 'test/setup/*.test.ts'],
      // React 18 has no Activity.
      exclude: ['test/browser/wizard-hidden-by-activity.test.tsx'],
      setupFiles: ['test/setup/browser.ts'],
      env: { EXPECT_REACT: '18' },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: chromiumLaunchOptions }),
        instances: [{ browser: 'chromium' }],
        api: { port: 63317, host: '127.0.0.1' },
      },
    },
  }),
);
