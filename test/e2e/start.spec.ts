import { expect } from 'playwright/test';
import { test } from './demo-process.js';

test('a newcomer who opens the printed address is shown the API settings, and again after a restart', async ({
  demo,
  page,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL(`${demo.url}/settings/api`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await demo.restart();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
