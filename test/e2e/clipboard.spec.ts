import { type BrowserContext, expect, type Page } from 'playwright/test';
import { test } from './demo-server.js';
import { answerEverything, button, fillIn, heading, revealSecret } from './wizard.js';

/** What Ctrl+V puts into a text box: the browser's own word on what was copied. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const box = document.createElement('textarea');
    box.setAttribute('aria-label', 'Pasted here');
    document.body.append(box);
  });
  const box = page.getByRole('textbox', { name: 'Pasted here' });
  await box.focus();
  await page.keyboard.press('ControlOrMeta+V');
  const text = await box.inputValue();
  await box.evaluate((element) => element.remove());
  return text;
}

/** As if the user had refused it in the browser's settings. */
async function denyClipboard(context: BrowserContext): Promise<void> {
  // What is not granted by this call is denied by it.
  await context.grantPermissions(['notifications']);
}

async function create(page: Page): Promise<string> {
  await fillIn(page);
  await button(page, 'Create').click();
  return revealSecret(page);
}

/** Whether the page's own way to the clipboard is open: `missing`, `refused` or `open`. */
function clipboardOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    navigator.clipboard === undefined
      ? 'missing'
      : navigator.clipboard.writeText('probe').then(
          () => 'open',
          () => 'refused',
        ),
  );
}

test('where the clipboard is open, Copy copies exactly the secret, and the user may leave', async ({ page }) => {
  const secret = await create(page);
  await button(page, 'Copy').click();
  await expect(page.getByText('Token copied.')).toBeVisible();
  expect(await pasted(page)).toBe(secret);
  await button(page, 'Done').click();
  await expect(heading(page, 'API access tokens')).toBeVisible();
});

test('where the clipboard is denied, Copy copies the secret all the same', async ({ context, page }) => {
  const secret = await create(page);
  await denyClipboard(context);
  expect(await clipboardOf(page)).toBe('refused');
  await button(page, 'Copy').click();
  await expect(page.getByText('Token copied.')).toBeVisible();
  expect(await pasted(page)).toBe(secret);
});

test('on a page over plain http, where browsers have no clipboard, Copy copies the secret all the same', async ({
  context,
  demo,
  page,
}) => {
  const origin = 'http://console.acme.example';
  await context.route(`${origin}/**`, async (route) => {
    const url = route.request().url().replace(origin, demo.url);
    const headers = { ...(await route.request().allHeaders()), origin: demo.url, host: new URL(demo.url).host };
    await route.fulfill({ response: await route.fetch({ url, headers }) });
  });
  await page.goto(`${origin}/settings/api/new`);
  await answerEverything(page);
  await button(page, 'Create').click();
  const secret = await revealSecret(page);
  expect(await clipboardOf(page)).toBe('missing');
  await button(page, 'Copy').click();
  await expect(page.getByText('Token copied.')).toBeVisible();
  expect(await pasted(page)).toBe(secret);
});

test('in a frame of another origin that was given no clipboard, Copy copies the secret all the same', async ({
  context,
  demo,
  page,
}) => {
  await context.route('**/settings/**', async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': _, 'x-frame-options': __, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await context.route('http://localhost:8081/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Portal</title><iframe src="${demo.url}/settings/api/new" width="1000" height="700"></iframe>`,
    }),
  );
  await page.goto('http://localhost:8081/');
  const frame = page.frameLocator('iframe');
  await answerEverything(frame);
  await button(frame, 'Create').click();
  const secret = await revealSecret(frame);
  await button(frame, 'Copy').click();
  await expect(frame.getByText('Token copied.')).toBeVisible();
  expect(await pasted(page)).toBe(secret);
});

test('inside a modal dialog that keeps the focus, Copy copies the secret without the clipboard, and the focus stays on Copy', async ({
  context,
  page,
}) => {
  const secret = await create(page);
  await denyClipboard(context);
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    const root = document.getElementById('root');
    if (root) dialog.append(root);
    dialog.showModal();
    // As the dialogs of component libraries do it: whatever gets the focus elsewhere loses it at once.
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Node && !dialog.contains(target)) dialog.querySelector('button')?.focus();
    });
  });
  await button(page, 'Copy').click();
  await expect(page.getByText('Token copied.')).toBeVisible();
  await expect(button(page, 'Copy')).toBeFocused();
  // Without the trap, so that the text box can have the focus.
  await page.reload();
  expect(await pasted(page)).toBe(secret);
});

test('where nothing can copy, the secret is selected, the user is told what to press, and that copies it', async ({
  context,
  page,
}) => {
  const secret = await create(page);
  await denyClipboard(context);
  await page.evaluate(() => {
    document.execCommand = () => false;
  });
  await button(page, 'Hide').click();
  await button(page, 'Copy').click();
  await expect(page.getByText('press Ctrl+C (⌘C on a Mac)')).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(secret);
  await button(page, 'Done').click();
  await expect(heading(page, 'Leave without storing the token?')).toBeVisible();
  await button(page, 'Stay here').click();

  await button(page, 'Copy').click();
  await page.keyboard.press('ControlOrMeta+C');
  expect(await pasted(page)).toBe(secret);
});
