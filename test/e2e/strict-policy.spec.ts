import { fileURLToPath } from 'node:url';
import { expect, type Page } from 'playwright/test';
import { test } from './demo-server.js';
import { answerEverything, answers, button, fillIn, finish, heading, revealSecret } from './wizard.js';

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

const trustedTypes = "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Serves a host page of its own, with the native select, under the policy. */
async function openNativeSelectPage(page: Page, policy: string): Promise<void> {
  // Not before it is needed: it takes a while to load.
  const { build } = await import('vite');
  const built = await build({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    envDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('native-select.page.tsx', import.meta.url)),
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' },
      },
    },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('Vite made more than the one page.');
  const files = new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)]),
  );
  const document =
    '<!doctype html><title>Host</title><link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script>';
  await page.route('http://localhost:8082/**', (route) => {
    const { pathname } = new URL(route.request().url());
    const file = files.get(pathname);
    const contentType = pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
    return route.fulfill(
      file === undefined
        ? { contentType: 'text/html', body: document, headers: { 'content-security-policy': policy } }
        : { contentType, body: file },
    );
  });
  await page.goto('http://localhost:8082/');
}

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
  await enforce(page, trustedTypes);
  await page.goto('/settings/api/new');
  await expect(page.getByRole('combobox', { name: 'API Version' })).toHaveJSProperty('tagName', 'SELECT');
  await createToken(page);
  const refused = await violationsIn(page);
  // The probe by which the wizard finds out is itself refused, once for each select.
  expect(new Set(refused)).toEqual(new Set(['require-trusted-types-for trusted-types-sink']));
});

test('where Trusted Types are enforced and the host chose the native select, a user creates a token and nothing is refused', async ({
  page,
}) => {
  await openNativeSelectPage(page, trustedTypes);
  await answerEverything(page);
  await button(page, 'Create').click();
  expect(await revealSecret(page)).toMatch(/^tkw_/);
  await button(page, 'Hide').click();
  await page.getByRole('checkbox', { name: /I have stored/ }).click();
  await button(page, 'Done').click();
  await expect(heading(page, 'Done')).toBeVisible();
  expect(await violationsIn(page)).toEqual([]);
  // A page without the policy would refuse nothing either.
  expect(
    await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>text</b>';
      } catch (error) {
        return error instanceof TypeError;
      }
      return false;
    }),
  ).toBe(true);
});
