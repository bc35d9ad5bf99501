import { expect, type Page } from 'playwright/test';
import { test } from './demo-server.js';
import { answers, button, fillIn, finish, revealSecret } from './wizard.js';

/** What the page's policy refused, as the browser reports it to the page. */
async function violationsIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => globalThis.refusedByPolicy);
}

declare global {
  var refusedByPolicy: string[];
}

/** Answers the page with another policy than the demo's own. */
async function enforce(page: Page, policy: string): Promise<void> {
  await page.route('**/settings/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.refusedByPolicy = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      globalThis.refusedByPolicy.push(`${effectiveDirective} ${blockedURI}`);
    });
  });
});

/** From the first step to the token in the list, with every kind of control. */
async function createToken(page: Page): Promise<void> {
  await fillIn(page);
  await button(page, 'Create').click();
  await revealSecret(page);
  await finish(page);
  await expect(page.getByRole('row', { name: answers.name })).toBeVisible();
}

test("under the demo's own policy, which allows no inline script or style, nothing is refused", async ({ page }) => {
  await createToken(page);
  expect(await violationsIn(page)).toEqual([]);
});

test("under default-src 'self' alone, without a nonce, a user creates a token; only style elements of the open select are refused", async ({
  page,
}) => {
  await enforce(page, "default-src 'self'");
  await createToken(page);
  expect(new Set(await violationsIn(page))).toEqual(new Set(['style-src-elem inline']));
});

test('where Trusted Types are enforced, the select becomes the native one, and a user creates a token; only the look whether they are is refused', async ({
  page,
}) => {
  await enforce(page, "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'");
  await page.goto('/settings/api/new');
  await expect(page.getByRole('combobox', { name: 'API Version' })).toHaveJSProperty('tagName', 'SELECT');
  await createToken(page);
  const refused = await violationsIn(page);
  // The probe by which the wizard finds out is itself refused, once for each select.
  expect(new Set(refused)).toEqual(new Set(['require-trusted-types-for trusted-types-sink']));
});
