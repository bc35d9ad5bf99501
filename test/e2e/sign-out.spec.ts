import { expect } from 'playwright/test';
import { test } from './demo-server.js';
import { answers, button, fillIn, heading } from './wizard.js';

test('signing out removes what was entered from the browser, and closes the API until the user signs in again', async ({
  page,
}) => {
  await fillIn(page);
  const stored = () => page.evaluate(() => JSON.stringify(localStorage));
  await expect.poll(stored).toContain(answers.name);
  await button(page, 'Sign out').click();
  await expect(heading(page, 'You have signed out')).toBeVisible();
  await expect.poll(stored).not.toContain(answers.name);
  expect(await stored()).not.toContain(answers.developerEmail);
  for (const path of ['tokens', 'contacts']) expect((await page.request.get(`/api/${path}`)).status()).toBe(401);
  await button(page, 'Sign in').click();
  await expect(heading(page, 'No tokens yet')).toBeVisible();
  await button(page, 'Create Access Token').click();
  await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue('');
});

test('a user whose session has ended elsewhere signs in from the list of tokens', async ({ page }) => {
  await page.goto('/settings/profile');
  await page.request.delete('/api/session');
  await page.getByRole('link', { name: 'API', exact: true }).click();
  await expect(heading(page, 'Sign in again')).toBeVisible();
  await button(page, 'Sign in').click();
  await expect(heading(page, 'No tokens yet')).toBeVisible();
});

test('a user whose session has ended elsewhere signs in where data is loaded, and goes on', async ({ page }) => {
  await page.goto('/settings/profile');
  await page.request.delete('/api/session');
  await page.getByRole('link', { name: 'API', exact: true }).click();
  await button(page, 'Create Access Token').click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('textbox', { name: 'Token Name' }).fill(answers.name);
  await button(page, 'Next').click();
  await expect(page.getByRole('combobox', { name: 'Primary Contact' })).toBeVisible();
});
