import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './chromium.config.js';

/** Each project has a port of its own, so that two may run at once. */
const inChromium = (port: number) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromiumLaunchOptions }),
  instances: [{ browser: 'chromium' as const }],
  api: { port, host: '127.0.0.1' },
});

export default defineConfig({
  test: {
    projects: [
      {
        extends: './vite.config.ts',
        test: {
          name: 'unit',
          environment: 'happy-dom',
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'test/bench/*.test.ts',
            'test/model/**/*.test.ts',
            'test/setup/*.test.ts',
            'test/packaging/*.test.ts',
          ],
          setupFiles: ['test/setup/unit.ts'],
          env: { EXPECT_REACT: '19' },
        },
      },
      {
        extends: './vite.config.ts',
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.tsx', 'test/setup/*.test.ts'],
          setupFiles: ['test/setup/browser.ts'],
          env: { EXPECT_REACT: '19' },
          browser: inChromium(63315),
        },
      },
      {
        extends: './vite.config.ts',
        plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)) })],
        test: {
          name: 'storybook',
          setupFiles: ['test/setup/console.ts'],
          browser: inChromium(63316),
        },
      },
    ],
  },
});
