import { visit } from './visit.mjs';

/** Opens the list of contacts once. @returns {Promise<void>} */
export async function measureContacts(
  /** @type {string} */ folder,
  /** @type {import('./wizard-visits.mjs').Note} */ note,
) {
  await visit(folder, 1, async ({ page }) => {
    await page.evaluate(() => pickerPage.mount());
    const { scriptAndLayout, painted } = await page.evaluate(() => pickerPage.open());
    note('contacts.scriptAndLayout', scriptAndLayout);
    note('contacts.painted', painted);
  });
}
