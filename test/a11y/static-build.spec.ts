import { expect, type Page, test } from 'playwright/test';
import { builtPages } from './stories.js';
import { listenForStrays, storybookUrl } from './strays.js';

/** Has a static Storybook on a sub-path do something, and tells what it asked for in vain or at another host. */
async function straysWhile(page: Page, act: () => Promise<void>): Promise<string[]> {
  const strays: string[] = [];
  listenForStrays(page, (stray) => strays.push(stray));
  await act();
  await page.waitForLoadState('networkidle');
  return strays;
}

test('Storybook itself works offline and from a sub-path', async ({ page }) => {
  const strays = await straysWhile(page, async () => {
    await page.goto(storybookUrl());
    const story = page.frameLocator('#storybook-preview-iframe');
    await expect(story.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Accessibility', exact: true }).click();
    await expect(story.getByRole('heading', { level: 1, name: 'Accessibility' })).toBeVisible();
  });
  expect(strays).toEqual([]);
});

for (const { id, title } of builtPages()) {
  test(`the page “${title}” works offline and from a sub-path`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (line) => {
      // What could not be loaded is among the strays, except for the icon that browsers ask every host for.
      const isAboutLoading = line.text().startsWith('Failed to load resource');
      if (line.type() === 'error' && !isAboutLoading) faults.push(line.text());
    });
    const strays = await straysWhile(page, async () => {
      await page.goto(`${storybookUrl()}iframe.html?viewMode=docs&id=${id}`);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    });
    expect([...faults, ...strays]).toEqual([]);
  });
}
