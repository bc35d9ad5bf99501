import { expect, type Page } from 'playwright/test';
import { test } from './demo-server.js';
import { answerEverything, answers, button, fillIn, finish, heading, revealSecret } from './wizard.js';

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

test.describe('within the page', () => {
  const question = (page: Page) => page.getByRole('dialog', { name: 'Leave without storing the token?' });

  test('a user who follows a link while the secret is shown and not yet safe is asked, and finds it still there', async ({
    page,
  }) => {
    await fillIn(page);
    await button(page, 'Create').click();
    const secret = await revealSecret(page);
    await page.getByRole('link', { name: 'Team' }).click();
    await button(page, 'Stay here').click();
    await expect(question(page)).toBeHidden();
    await expect(page.getByText(secret, { exact: true })).toBeVisible();

    await button(page, 'Copy').click();
    await expect(page.getByText('Token copied.')).toBeVisible();
    await page.getByRole('link', { name: 'Team' }).click();
    await expect(heading(page, 'Not part of the demo')).toBeVisible();
  });

  test('a user who goes Back while the secret is not yet safe is asked, and then goes where Back led', async ({
    page,
  }) => {
    await page.goto('/settings/api');
    await button(page, 'Create Access Token').click();
    await answerEverything(page);
    await button(page, 'Create').click();
    const secret = await revealSecret(page);
    for (const answer of ['Stay here', 'Leave anyway']) {
      await expect(page.getByText(secret, { exact: true })).toBeVisible();
      expect(new URL(page.url()).pathname).toBe('/settings/api/new');
      await page.goBack();
      await expect(question(page)).toBeVisible();
      await button(page, answer).click();
    }
    await expect(heading(page, 'API access tokens')).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/settings/api');
    await page.getByRole('link', { name: 'Team' }).click();
    await expect(heading(page, 'Not part of the demo')).toBeVisible();
  });

  test('a user who follows a link before the token is created is not asked, and finds the draft again', async ({
    page,
  }) => {
    await fillIn(page);
    await page.getByRole('link', { name: 'Team' }).click();
    await expect(heading(page, 'Not part of the demo')).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue(answers.name);
  });
});
