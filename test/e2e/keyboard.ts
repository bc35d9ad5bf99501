import { expect, type Locator, type Page } from 'playwright/test';

/** More stops than any view of the demo has; an element that is not reached by then cannot be reached. */
const maxStops = 200;

/** Presses Tab until the element has the focus, as someone does who has no mouse. */
export async function tabTo(page: Page, element: Locator): Promise<void> {
  await expect(element).toBeVisible();
  for (let stop = 0; stop < maxStops; stop += 1) {
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(element)} within ${maxStops} stops.`);
}

/** Goes to the element with Tab and presses a key on it. */
export async function press(page: Page, element: Locator, key: string): Promise<void> {
  await tabTo(page, element);
  await page.keyboard.press(key);
}
