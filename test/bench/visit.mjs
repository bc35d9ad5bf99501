// A visit is one page in a browser that has never seen anything: started for it, with a profile of its own.
import { chromium } from 'playwright';
import { findChromium } from '../gate/chromium.mjs';
import { fileOf } from './build.mjs';

const executablePath = findChromium();

export const chromiumOptions = {
  ...(executablePath && { executablePath }),
  // A container's root cannot use the sandbox; only our own pages are opened.
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
};

const origin = 'http://bench.test';

/** @typedef {{ page: import('playwright').Page, cdp: import('playwright').CDPSession }} Visit */

/**
 * Opens the page that stands in the folder and measures there. Whatever the page reports as an error fails the visit.
 *
 * @param {string} folder
 * @param {number} throttle How many times slower the processor is made.
 * @param {(visit: Visit) => Promise<void>} use
 */
export async function visit(folder, throttle, use) {
  const browser = await chromium.launch(chromiumOptions);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    /** @type {unknown[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    page.on('console', (message) => message.type() === 'error' && errors.push(new Error(message.text())));
    await page.route(`${origin}/**`, async (route) =>
      route.fulfill(await fileOf(folder, new URL(route.request().url()).pathname)),
    );
    await page.goto(origin);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await use({ page, cdp });
    if (errors.length > 0) throw new AggregateError(errors, `The page reported ${errors.length} errors: ${errors[0]}`);
  } finally {
    await browser.close();
  }
}

/** Megabytes of JavaScript objects in use, after a garbage collection. */
export async function heapUsed(/** @type {Visit} */ { cdp }) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}
