import axe from 'axe-core';
import type { Page } from 'playwright/test';
import { exceptions } from './exceptions.js';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const allowedToAxe = exceptions.filter(({ checker }) => checker === 'axe');

/** What axe finds wrong with the story, each as rule, element and advice. */
export async function axeViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (allowed) => {
    const { violations } = await window.axe.run(window.probes.root(), {
      // A component is not a page: its landmarks are the host's.
      rules: { region: { enabled: false } },
      resultTypes: ['violations'],
      elementRef: true,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ element }) => !allowed.some(({ rule, selector }) => rule === id && element?.matches(selector)))
        .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  }, allowedToAxe);
}
