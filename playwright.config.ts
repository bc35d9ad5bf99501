import { defineConfig } from 'playwright/test';
import { chromiumLaunchOptions } from './chromium.config.js';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // A page of a two-core machine that does several things at once.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? 'line' : 'list',
  use: { browserName: 'chromium', launchOptions: chromiumLaunchOptions, trace: 'retain-on-failure' },
});
