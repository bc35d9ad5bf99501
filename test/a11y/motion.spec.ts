import { expect, test } from 'playwright/test';
import { movingParts } from './motion.js';
import { installProbes } from './probes.js';
import { storybookUrl } from './strays.js';

const spinner = 'components-spinner--beside-its-text';

test('a spinner turns, unless its user wants less motion', async ({ page }) => {
  await page.addInitScript(installProbes);
  await page.goto(`${storybookUrl()}iframe.html?viewMode=story&id=${spinner}`);
  await page.locator('#storybook-root [data-scope="spinner"]').first().waitFor();
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await page.evaluate(movingParts)).not.toEqual([]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await page.evaluate(movingParts)).toEqual([]);
});
