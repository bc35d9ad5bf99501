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
  // A test does everything to one story.
  timeout: 120_000,
  // Storybook loads all of itself before its first page stands; what is too slow for users is measured elsewhere.
  expect: { timeout: 30_000 },
  // Hundreds of tests: a line for each would bury what failed.
  reporter: 'dot',
  use: { browserName: 'chromium', launchOptions: chromiumLaunchOptions },
});
