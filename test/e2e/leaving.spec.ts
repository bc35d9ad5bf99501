import { expect, type Page } from 'playwright/test';
import { test } from './demo-server.js';
import { button, fillIn, finish, revealSecret } from './wizard.js';

/** Goes to another page. Resolves with whether the browser asked first; the user then stays. */
async function tryToLeave(page: Page): Promise<boolean> {
  const asked: string[] = [];
  page.once('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  try {
    await page.goto('/healthz');
  } catch (error) {
    // The user stayed. Without a question, something else is wrong.
    if (asked.length === 0) throw error;
  }
  return asked.includes('beforeunload');
}

test('the browser asks nobody who leaves before the token is created', async ({ page }) => {
  await fillIn(page);
  expect(await tryToLeave(page)).toBe(false);
});

test('the browser asks a user who leaves while the secret is shown and not yet safe, until it was copied', async ({
  page,
}) => {
  await fillIn(page);
  await button(page, 'Create').click();
  const secret = await revealSecret(page);
  expect(await tryToLeave(page)).toBe(true);
  await expect(page.getByText(secret, { exact: true })).toBeVisible();

  await button(page, 'Copy').click();
  await expect(page.getByText('Token copied.')).toBeVisible();
  expect(await tryToLeave(page)).toBe(false);
});

test('the browser asks nobody who leaves after Done', async ({ page }) => {
  await fillIn(page);
  await button(page, 'Create').click();
  await revealSecret(page);
  await finish(page);
  expect(await tryToLeave(page)).toBe(false);
});
