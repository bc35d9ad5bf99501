import { expect, type Page } from 'playwright/test';
import { test } from './demo-process.js';
import { press, tabTo } from './keyboard.js';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Every focus must be somewhere: on `body`, a keyboard user is thrown back to the top of the page. */
async function expectFocusIn(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
}

test('a token with three scopes in two categories can be made by keyboard alone, and works until and after a restart', async ({
  demo,
  page,
}) => {
  await page.goto('/');
  await press(page, button(page, 'Create Access Token'), 'Enter');

  await tabTo(page, page.getByRole('textbox', { name: 'Token Name' }));
  await page.keyboard.type('Nightly export');
  await tabTo(page, page.getByRole('textbox', { name: 'Description' }));
  await page.keyboard.type('Copies ads and clicks into the warehouse.');
  await expect(page.getByRole('combobox', { name: 'API Version' })).toContainText('16');
  await press(page, button(page, 'Next'), 'Enter');

  await expect(page.getByRole('heading', { name: 'Contact information' })).toBeFocused();
  const contact = page.getByRole('combobox', { name: 'Primary Contact' });
  await press(page, contact, 'Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(contact).toBeFocused();
  await expect(contact).not.toContainText('Choose a contact');
  await tabTo(page, page.getByRole('textbox', { name: 'Developer Email Addresses' }));
  await page.keyboard.type('dev@example.com');
  await page.keyboard.press('Enter');
  await expect(button(page, 'Remove dev@example.com')).toBeVisible();
  await expectFocusIn(page);
  await press(page, button(page, 'Next'), 'Enter');

  await expect(page.getByRole('heading', { name: 'Choose API scopes' })).toBeFocused();
  await press(page, page.getByRole('switch', { name: 'Ads', exact: true }), 'Space');
  const ads = page.getByRole('group', { name: 'Ads', exact: true });
  await press(page, ads.getByRole('checkbox').nth(1), 'Space');
  await press(page, ads.getByRole('checkbox').nth(2), 'Space');
  await press(page, page.getByRole('switch', { name: 'Clicks', exact: true }), 'Space');
  await press(page, page.getByRole('group', { name: 'Clicks', exact: true }).getByRole('checkbox').nth(1), 'Space');
  await expect(page.getByText('3 scopes selected')).toBeVisible();
  await press(page, button(page, 'Next'), 'Enter');

  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeFocused();
  await expect(page.getByText('Nightly export')).toBeVisible();
  await press(page, button(page, 'Create'), 'Enter');

  await expect(page.getByRole('heading', { name: 'Your token is ready' })).toBeFocused();
  await press(page, button(page, 'Reveal'), 'Enter');
  const secret = (await page.getByText(/^tkw_\w+$/).textContent()) ?? '';
  const authorization = { Authorization: `Bearer ${secret}` };
  const call = (path: string) =>
    fetch(`${demo.url}/Mediapartners/IRdemo0000000000/${path}`, { headers: authorization });

  expect((await call('Ads')).status).toBe(200);
  const forbidden = await call('Campaigns');
  expect(forbidden.status).toBe(403);
  expect(await forbidden.json()).toMatchObject({ status: 403, missingScope: expect.any(String) });

  await press(page, page.getByRole('checkbox', { name: /I have stored/ }), 'Space');
  await press(page, button(page, 'Done'), 'Enter');
  await expect(page.getByRole('row', { name: /Nightly export/ })).toBeVisible();
  await expectFocusIn(page);

  await demo.restart();
  expect((await call('Ads')).status).toBe(200);
  await page.reload();
  await expect(page.getByRole('row', { name: /Nightly export/ })).toBeVisible();
  expect(await page.content()).not.toContain(secret);
});
