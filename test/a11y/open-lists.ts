import type { Page } from 'playwright/test';

/** The drop-downs of the story that can be opened, by their position among all of them. A native one is the browser's. */
async function closedLists(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { controls, root } = window.probes;
    const able = new Set<Element>(controls());
    return [...root().querySelectorAll('[role="combobox"]')].flatMap((list, position) =>
      // One that is open may show a fault in the place of its list.
      able.has(list) && !list.closest('[data-state="open"]') ? [position] : [],
    );
  });
}

/**
 * Opens one drop-down of the story after the other, has it looked at, and closes it.
 * @throws {Error} when one does not open.
 */
export async function openEach(page: Page, look: () => Promise<string[]>): Promise<string[]> {
  const complaints: string[] = [];
  for (const position of await closedLists(page)) {
    const list = page.locator('#storybook-root [role="combobox"]').nth(position);
    await list.press('ArrowDown');
    await page.locator('[role="listbox"]').first().waitFor({ timeout: 5_000 });
    complaints.push(...(await look()));
    await page.keyboard.press('Escape');
    await page.locator('[role="listbox"]').first().waitFor({ state: 'hidden', timeout: 5_000 });
  }
  return complaints;
}
