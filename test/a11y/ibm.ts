import { fileURLToPath } from 'node:url';
import type { Checker } from 'accessibility-checker-engine';
import type { Page } from 'playwright/test';
import { exceptions } from './exceptions.js';

declare global {
  interface Window {
    /** What `ace-window.js` puts there. */
    ace_ibma: { Checker: typeof Checker };
  }
}

const engine = fileURLToPath(import.meta.resolve('accessibility-checker-engine/ace-window.js'));
const allowedToIbm = exceptions.filter(({ checker }) => checker === 'IBM');

/**
 * What IBM's Equal Access checker is sure to be wrong with the story by WCAG 2.2 A and AA, each as rule, element and advice. What it
 * only asks a person to look at is left out.
 */
export async function ibmViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'ace_ibma' in window))) await page.addScriptTag({ path: engine });
  return page.evaluate(async (allowed) => {
    const { results } = await new window.ace_ibma.Checker().check(window.probes.root(), ['WCAG_2_2']);
    return results
      .filter(({ value: [policy, confidence] }) => `${policy} ${confidence}` === 'VIOLATION FAIL')
      .filter(({ ruleId, node }) => {
        const element = node instanceof Element ? node : node.parentElement;
        return !allowed.some(({ rule, selector }) => rule === ruleId && element?.matches(selector));
      })
      .map(({ ruleId, snippet, message }) => `${ruleId}: ${snippet.slice(0, 200)} ${message}`);
  }, allowedToIbm);
}
