import type { LaunchOptions } from 'playwright';
import { findChromium } from './test/gate/chromium.mjs';

const executablePath = findChromium();

/** The browser that Vitest, Storybook's tests and Playwright start, and how. */
export const chromiumLaunchOptions: LaunchOptions = {
  ...(executablePath ? { executablePath } : {}),
  headless: true,
  // A container's root cannot use the sandbox; only our own pages are opened.
  chromiumSandbox: false,
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
    '--force-prefers-reduced-motion',
  ],
};
