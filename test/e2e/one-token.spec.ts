import { expect, type Locator } from 'playwright/test';
import { storedTokens } from './demo-server.js';
import { creation } from './fault-proxy.js';
import { test } from './faulty-demo.js';
import { answers, button, fillIn, revealSecret } from './wizard.js';

/** Where a finger or a mouse goes on pressing, whatever has become of the button by then. */
async function centreOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error(`${String(element)} is not shown.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a double click on Create makes one token', async ({ demo, network, page }) => {
  await fillIn(page);
  await button(page, 'Create').dblclick();
  await revealSecret(page);
  expect(network.creations).toHaveLength(1);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
});

test('Enter and a click on Create while the request is on its way make one token', async ({ demo, network, page }) => {
  await fillIn(page);
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  network.befall(creation, async ({ forward, answer }) => {
    await arrival;
    answer(await forward());
  });
  const place = await centreOf(button(page, 'Create'));
  await button(page, 'Create').focus();
  await page.keyboard.press('Enter');
  await page.mouse.click(place.x, place.y);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Creating your token…')).toBeAttached();
  arrive();
  await revealSecret(page);
  expect(network.creations).toHaveLength(1);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('two quick taps on Create make one token, and an option that is tapped passes nothing on to what lies beneath', async ({
    demo,
    network,
    page,
  }) => {
    await page.goto('/settings/api/new');
    await page.getByRole('textbox', { name: 'Token Name' }).fill(answers.name);
    await button(page, 'Next').tap();
    await page.getByRole('combobox', { name: 'Primary Contact' }).tap();
    await page.getByRole('option').nth(1).tap();
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(page.getByRole('textbox', { name: 'Developer Email Addresses' })).not.toBeFocused();
    await button(page, 'Next').tap();
    await page.getByRole('switch').first().tap();
    await page.getByRole('group').getByRole('checkbox').nth(1).tap();
    await button(page, 'Next').tap();
    await button(page, 'Create').scrollIntoViewIfNeeded();
    const place = await centreOf(button(page, 'Create'));
    await page.touchscreen.tap(place.x, place.y);
    await page.touchscreen.tap(place.x, place.y);
    await revealSecret(page);
    expect(network.creations).toHaveLength(1);
    expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
  });
});
