import type { Page } from 'playwright/test';

/** Tells of everything that a page asks another host for, or asks for in vain: a page of a static, offline site does neither. */
export function listenForStrays(page: Page, tell: (stray: string) => void): void {
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const isFromSelf = protocol === 'data:' || protocol === 'blob:' || origin === new URL(storybookUrl()).origin;
    if (!isFromSelf) tell(`${request.url()} is on another host`);
  });
  page.on('requestfailed', (request) => tell(`${request.url()} failed: ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) tell(`${response.url()} answered ${response.status()}`);
  });
}

/** Where `serve-storybook.ts` serves the built Storybook: on a sub-path. */
export function storybookUrl(): string {
  const url = process.env.STORYBOOK_URL;
  if (!url) throw new Error('STORYBOOK_URL is not set. Run these tests with `npm run test:a11y`, which serves it.');
  return url;
}
