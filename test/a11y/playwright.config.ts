import { defineConfig } from 'playwright/test';
import { chromiumLaunchOptions } from '../../chromium.config.js';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/a11y',
  globalSetup: './serve-storybook.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  // Thousands of short tests: a line for each would bury what failed.
  reporter: 'dot',
  use: { browserName: 'chromium', launchOptions: chromiumLaunchOptions },
});
