import { cpus } from 'node:os';
import { chromium } from 'playwright';
import { chromiumOptions } from './visit.mjs';

/** What the results were measured on. @returns {Promise<import('./results.mjs').Results['machine']>} */
export async function describeMachine() {
  const browser = await chromium.launch(chromiumOptions);
  const version = browser.version();
  await browser.close();
  return {
    processor: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores`,
    chromium: version,
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
  };
}
