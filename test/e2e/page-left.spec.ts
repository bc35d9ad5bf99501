import { expect, type Page } from 'playwright/test';
import { chromiumLaunchOptions } from '../../chromium.config.js';
import { placesInDocument } from './canary.js';
import { test } from './demo-server.js';
import { button, fillIn, heading, revealSecret } from './wizard.js';

// Playwright switches the back-forward cache off, in which browsers keep a page alive that was left.
test.use({ launchOptions: { ...chromiumLaunchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] } });

async function createAndReveal(page: Page): Promise<string> {
  await fillIn(page);
  await button(page, 'Create').click();
  return revealSecret(page);
}

test('a user who leaves the page and comes back with Back does not find the secret again, but what became of it', async ({
  demo,
  page,
}) => {
  // Chromium keeps no page alive that was told "no-store". The demo's API says so; a host's may not.
  await page.route('**/api/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'cache-control': 'private' } });
  });
  await page.route('**/settings/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'cache-control': 'private' } });
  });
  page.on('dialog', (dialog) => dialog.accept());
  const secret = await createAndReveal(page);
  await page.evaluate(() => Object.assign(globalThis, { isKeptAlive: true }));
  await page.goto(`${demo.url}/healthz`);
  // A page that is kept alive does not load again.
  await page.goBack({ waitUntil: 'commit' });
  expect(await page.evaluate(() => Reflect.get(globalThis, 'isKeptAlive'))).toBe(true);
  await expect(heading(page, 'Your token exists, but its secret cannot be shown')).toBeVisible();
  expect(await placesInDocument(page, secret.slice(4))).toEqual([]);
});
