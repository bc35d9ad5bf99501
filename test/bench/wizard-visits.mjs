// What is measured in the wizards, by visit. Everything is switched on in all of them: the worst case.
import { heapUsed, visit } from './visit.mjs';

/** What is typed into the search: each character finds less than the one before. */
const searchText = 'repor';
const nameText = ' of all regions';
const toggledRows = 10;
/** Seconds after which something counts as too slow to be waited for. */
const patience = 120;

/** @typedef {import('./options.mjs').MeasureName} MeasureName */
/** @typedef {(measure: string, sample: number, isLeast?: boolean) => void} Note Takes a sample, or the least that it can be. */

/**
 * @typedef {object} WizardVisit
 * @property {string} folder The built page of the contender.
 * @property {number} scopes
 * @property {number} throttle
 * @property {readonly MeasureName[]} only
 * @property {Note} note
 */

/** @returns {Promise<void>} */
export async function measureScopeStep(/** @type {WizardVisit} */ { folder, scopes, throttle, only, note }) {
  await visit(folder, throttle, async (opened) => {
    const { page } = opened;
    const emptyHeap = await heapUsed(opened);
    const mounted = await page.evaluate(
      (size) => wizardPage.mount({ scopes: size, step: 'scopes', everythingChecked: false }),
      scopes,
    );
    if (only.includes('mount')) {
      for (const [name, sample] of Object.entries(mounted)) note(`mount.${name}`, sample);
      note('heap', (await heapUsed(opened)) - emptyHeap);
    }
    if (only.includes('toggle')) {
      for (const row of [...Array(toggledRows).keys(), ...Array(toggledRows).keys()]) {
        const { scriptAndLayout, painted } = await page.evaluate((position) => wizardPage.toggle(position), row);
        note('toggle.scriptAndLayout', scriptAndLayout);
        note('toggle.painted', painted);
      }
      // The first scope of all is no measure: it also changes what can be done with the whole list.
      await page.evaluate(() => wizardPage.toggle(0));
      note('toggle.renders', await page.evaluate(() => wizardPage.rendersOfToggle(3)));
    }
    if (only.includes('search')) {
      for (const character of searchText) {
        const { scriptAndLayout, painted, frames } = await page.evaluate(
          (key) => wizardPage.typeSearch(key),
          character,
        );
        note('search.scriptAndLayout', scriptAndLayout);
        note('search.painted', painted);
        note('search.frames', frames);
      }
    }
  });
}

/** @returns {Promise<void>} */
export async function measureTransition(/** @type {WizardVisit} */ { folder, scopes, throttle, note }) {
  await visit(folder, throttle, async ({ page }) => {
    const { firstPaint, longestTask } = await page.evaluate(
      (size) => wizardPage.mount({ scopes: size, step: 'scopes', everythingChecked: false, inTransition: true }),
      scopes,
    );
    note('transition.firstPaint', firstPaint);
    note('transition.longestTask', longestTask);
  });
}

/** @returns {Promise<void>} */
export async function measureClearAll(/** @type {WizardVisit} */ { folder, scopes, throttle, note }) {
  await visit(folder, throttle, async ({ page }) => {
    await page.evaluate((size) => wizardPage.mount({ scopes: size, step: 'scopes', everythingChecked: true }), scopes);
    const timing = await bounded(page.evaluate(() => wizardPage.clearAll()));
    for (const name of /** @type {const} */ (['scriptAndLayout', 'painted', 'longestTask'])) {
      note(`clear.${name}`, timing?.[name] ?? patience * 1000, !timing);
    }
  });
}

/** @returns {Promise<void>} */
export async function measureName(/** @type {WizardVisit} */ { folder, scopes, throttle, note }) {
  await visit(folder, throttle, async ({ page }) => {
    await page.evaluate((size) => wizardPage.mount({ scopes: size, step: 'setup', everythingChecked: true }), scopes);
    for (const character of nameText) {
      const { scriptAndLayout } = await page.evaluate((key) => wizardPage.typeName(key), character);
      note('name.scriptAndLayout', scriptAndLayout);
    }
  });
}

/** @throws {Error} that names the contender whose scopes read otherwise than those of the first. */
export async function assertSameText(/** @type {ReadonlyMap<string, string>} */ folders) {
  /** @type {string | undefined} */
  let expected;
  for (const [name, folder] of folders) {
    await visit(folder, 1, async ({ page }) => {
      await page.evaluate(() => wizardPage.mount({ scopes: 100, step: 'scopes', everythingChecked: true }));
      const text = await page.evaluate(() => wizardPage.text());
      expected ??= text;
      if (text === expected) return;
      const position = [...text].findIndex((character, index) => character !== expected?.[index]);
      throw new Error(
        `The contender ${name} shows other text, so it would not be a fair comparison: "${text.slice(position, position + 60)}" where "${expected.slice(position, position + 60)}" is expected.`,
      );
    });
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T | undefined>} undefined when it took too long.
 */
async function bounded(promise) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const tooLong = new Promise((resolve) => {
    timer = setTimeout(resolve, patience * 1000);
  });
  // The browser is about to be closed under it.
  promise.catch(() => {});
  const result = await Promise.race([promise, tooLong.then(() => undefined)]);
  clearTimeout(timer);
  return result;
}
