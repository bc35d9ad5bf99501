import { test as base, type CDPSession, type Page } from 'playwright/test';
import { installProbes } from './probes.js';

/** The host's page around a story, and its user's wishes. */
export interface Surroundings {
  theme: 'light' | 'dark';
  direction: 'ltr' | 'rtl';
  /** Of the window, in CSS pixels. 320 is what 400 % zoom leaves of 1280 (WCAG 1.4.10). */
  width: 1280 | 320;
  forcedColors: boolean;
  /** The spacing that users may set (WCAG 1.4.12). */
  textSpacing: boolean;
}

const usual: Surroundings = { theme: 'light', direction: 'ltr', width: 1280, forcedColors: false, textSpacing: false };

/** WCAG 1.4.12, word for word. */
const spacedText = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

interface Payload {
  storyId?: string;
  status?: string;
  globals?: { theme?: string; direction?: string };
}

interface Channel {
  on(event: string, listener: (payload: Payload) => void): void;
  off(event: string, listener: (payload: Payload) => void): void;
  emit(event: string, payload: object): void;
}

declare global {
  interface Window {
    __STORYBOOK_ADDONS_CHANNEL__: Channel;
  }
}

/** One page that shows one story after the other: loading it anew for each would take longer than all that is measured. */
export class StoryPage {
  private shown = '';
  private mountedWidth = 0;
  private surroundings = usual;

  readonly page: Page;
  readonly devtools: CDPSession;

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page;
    this.devtools = devtools;
  }

  static async open(page: Page): Promise<StoryPage> {
    const url = process.env.STORYBOOK_URL;
    if (!url) throw new Error('STORYBOOK_URL is not set. Run these tests with `npm run test:a11y`, which serves it.');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: usual.width, height: 800 });
    await page.addInitScript(installProbes);
    await page.goto(`${url}iframe.html?viewMode=story&globals=a11y.manual:!true`);
    await page.waitForFunction(() => window.__STORYBOOK_ADDONS_CHANNEL__ !== undefined);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('DOM.enable');
    await devtools.send('Accessibility.enable');
    return new StoryPage(page, devtools);
  }

  /** Shows a story as it is after its play function; as it stands, if it is already there and was not acted on. */
  async show(story: string, wanted: Partial<Surroundings> = {}): Promise<Page> {
    const { theme, direction, width, forcedColors, textSpacing } = { ...usual, ...wanted };
    const before = this.surroundings;
    this.surroundings = { theme, direction, width, forcedColors, textSpacing };
    if (before.width !== width) await this.page.setViewportSize({ width, height: 800 });
    if (before.forcedColors !== forcedColors) {
      await this.page.emulateMedia({ forcedColors: forcedColors ? 'active' : 'none' });
    }
    const isAnotherPage = before.theme !== theme || before.direction !== direction;
    // Lists close when the window changes, so a story is played in the window that it is judged in.
    if (this.shown !== story || this.mountedWidth !== width) {
      if (isAnotherPage) await this.setGlobals({ theme, direction });
      await this.mount(story);
    } else if (isAnotherPage) {
      await this.setGlobals({ theme, direction });
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    await this.page.evaluate(
      (css) => {
        document.querySelector('style[data-text-spacing]')?.remove();
        if (css === '') return;
        const style = document.createElement('style');
        style.dataset.textSpacing = '';
        style.textContent = css;
        document.head.append(style);
      },
      textSpacing ? spacedText : '',
    );
    return this.page;
  }

  /** Shows a story for a test that acts on it, so that the next test gets it anew. */
  async showToActOn(story: string, wanted: Partial<Surroundings> = {}): Promise<Page> {
    const page = await this.show(story, wanted);
    this.shown = '';
    return page;
  }

  private async setGlobals({ theme, direction }: Pick<Surroundings, 'theme' | 'direction'>): Promise<void> {
    await this.page.evaluate(
      (globals) =>
        new Promise<void>((resolve) => {
          const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
          const finish = (payload: Payload) => {
            channel.off('globalsUpdated', finish);
            const lookAgain = () => {
              const { dataset, dir } = document.documentElement;
              // A story may insist on its own direction, so what counts is what Storybook made of the wish.
              if (dataset.theme === payload.globals?.theme && dir === payload.globals?.direction) resolve();
              else requestAnimationFrame(lookAgain);
            };
            lookAgain();
          };
          channel.on('globalsUpdated', finish);
          channel.emit('updateGlobals', { globals });
        }),
      { theme, direction, a11y: { manual: true } },
    );
  }

  private async mount(story: string): Promise<void> {
    this.shown = '';
    const status = await this.page.evaluate(
      (storyId) =>
        new Promise<string | undefined>((resolve) => {
          const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
          const finish = (payload: Payload) => {
            if (payload.storyId !== storyId) return;
            channel.off('storyFinished', finish);
            resolve(payload.status);
          };
          channel.on('storyFinished', finish);
          if (new URLSearchParams(location.search).get('id') === storyId) channel.emit('forceRemount', { storyId });
          else channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
        }),
      story,
    );
    if (status !== 'success') throw new Error(`The story ${story} does not render, or its play function failed.`);
    this.shown = story;
    this.mountedWidth = this.surroundings.width;
  }
}

/** Playwright's test with the page of this worker's stories. */
export const test = base.extend<object, { stories: StoryPage }>({
  stories: [
    async ({ browser }, use) => {
      const context = await browser.newContext();
      await use(await StoryPage.open(await context.newPage()));
      await context.close();
    },
    { scope: 'worker' },
  ],
});
