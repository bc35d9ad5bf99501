import { test as base, type CDPSession, type Page } from 'playwright/test';
import { installProbes } from './probes.js';
import { listenForStrays, storybookUrl } from './strays.js';

/** The host's page around a story, and its user's wishes. */
export interface Surroundings {
  theme: 'light' | 'dark';
  direction: 'ltr' | 'rtl';
  language: 'en' | 'de';
  /** Of the window, in CSS pixels. 320 is what 400 % zoom leaves of 1280 (WCAG 1.4.10). */
  width: 1280 | 320;
  forcedColors: boolean;
  /** The spacing that users may set (WCAG 1.4.12). */
  textSpacing: boolean;
}

type Globals = Pick<Surroundings, 'theme' | 'direction' | 'language'>;

const usual: Surroundings = {
  theme: 'light',
  direction: 'ltr',
  language: 'en',
  width: 1280,
  forcedColors: false,
  textSpacing: false,
};

/** WCAG 1.4.12, word for word. */
const spacedText = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

/** What is off the screen the browser neither lays out nor shows to a checker, until it is scrolled to. */
const allLaidOut = '* { content-visibility: visible !important; }';

interface Payload {
  storyId?: string;
  status?: string;
  /** What the story on the page insists on, whatever the toolbar says. */
  storyGlobals?: Partial<Globals>;
}

interface Channel {
  on(event: string, listener: (payload: Payload) => void): void;
  off(event: string, listener: (payload: Payload) => void): void;
  emit(event: string, payload: object): void;
  /** What was said with an event when it last happened. */
  last(event: string): readonly Payload[] | undefined;
}

declare global {
  interface Window {
    __STORYBOOK_ADDONS_CHANNEL__: Channel;
  }
}

/** One page that shows one story after the other: loading it anew for each would take longer than all that is measured. */
export class StoryPage {
  private readonly strays: string[];
  private shown = '';
  private mountedWidth = 0;
  private surroundings = usual;

  readonly page: Page;
  readonly devtools: CDPSession;

  private constructor(page: Page, devtools: CDPSession, strays: string[]) {
    this.page = page;
    this.devtools = devtools;
    this.strays = strays;
  }

  /** What the stories asked for in vain, or at another host, since this was last called. */
  takeStrays(): string[] {
    return this.strays.splice(0);
  }

  static async open(page: Page): Promise<StoryPage> {
    const strays: string[] = [];
    listenForStrays(page, (stray) => strays.push(stray));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: usual.width, height: 800 });
    await page.addInitScript(installProbes);
    await page.goto(`${storybookUrl()}iframe.html?viewMode=story&globals=a11y.manual:!true`);
    await page.waitForFunction(() => window.__STORYBOOK_ADDONS_CHANNEL__ !== undefined);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('DOM.enable');
    await devtools.send('Accessibility.enable');
    return new StoryPage(page, devtools, strays);
  }

  /** Shows a story as it is after its play function; as it stands, if it is already there and was not acted on. */
  async show(story: string, wanted: Partial<Surroundings> = {}): Promise<Page> {
    const before = this.surroundings;
    this.surroundings = { ...usual, ...wanted };
    const { theme, direction, language, width, forcedColors, textSpacing } = this.surroundings;
    if (before.width !== width) await this.page.setViewportSize({ width, height: 800 });
    if (before.forcedColors !== forcedColors) {
      await this.page.emulateMedia({ forcedColors: forcedColors ? 'active' : 'none' });
    }
    const isAnotherLanguage = before.language !== language;
    const isAnotherPage = isAnotherLanguage || before.theme !== theme || before.direction !== direction;
    // Lists close when the window changes, and a language is spoken from the start, so a story is played where it is judged.
    if (this.shown !== story || this.mountedWidth !== width || isAnotherLanguage) {
      if (isAnotherPage) await this.setGlobals({ theme, direction, language });
      await this.mount(story);
    } else if (isAnotherPage) {
      await this.setGlobals({ theme, direction, language });
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    await this.setStyle(textSpacing ? allLaidOut + spacedText : allLaidOut);
    await this.assertSurroundings();
    return this.page;
  }

  /** @throws {Error} when the story does not stand in the surroundings asked for, so that what is found would be about others. */
  private async assertSurroundings(): Promise<void> {
    const { width, forcedColors, ...toolbar } = this.surroundings;
    const { storyGlobals, ...actual } = await this.page.evaluate(() => ({
      storyGlobals: window.__STORYBOOK_ADDONS_CHANNEL__.last('globalsUpdated')?.[0]?.storyGlobals,
      colorScheme: getComputedStyle(document.body).colorScheme,
      direction: getComputedStyle(document.body).direction,
      language: document.documentElement.lang,
      width: innerWidth,
      forcedColors: matchMedia('(forced-colors: active)').matches,
      lessMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    }));
    const { theme, direction, language } = { ...toolbar, ...storyGlobals };
    // With forced colours, the system says which scheme it is.
    const colorScheme = forcedColors ? 'light dark' : theme;
    const asked = { colorScheme, direction, language, width, forcedColors, lessMotion: true };
    if (JSON.stringify(actual) !== JSON.stringify(asked)) {
      throw new Error(`The story stands in ${JSON.stringify(actual)}, but ${JSON.stringify(asked)} was asked for.`);
    }
  }

  /** Shows a story for a test that acts on it, so that the next test gets it anew. */
  async showToActOn(story: string, wanted: Partial<Surroundings> = {}): Promise<Page> {
    const page = await this.show(story, wanted);
    this.shown = '';
    await this.setStyle('');
    return page;
  }

  /** Puts rules into the page, in the place of those before. */
  private async setStyle(css: string): Promise<void> {
    await this.page.evaluate((rules) => {
      document.querySelector('style[data-tests]')?.remove();
      const style = document.createElement('style');
      style.dataset.tests = '';
      style.textContent = rules;
      document.head.append(style);
    }, css);
  }

  private async setGlobals(wanted: Globals): Promise<void> {
    await this.page.evaluate(
      (globals) =>
        new Promise<void>((resolve) => {
          const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
          // A story that is there is drawn anew. Asked for another one meanwhile, Storybook would load the page again.
          const done = new URLSearchParams(location.search).has('id') ? 'storyFinished' : 'globalsUpdated';
          const finish = () => {
            channel.off(done, finish);
            resolve();
          };
          channel.on(done, finish);
          channel.emit('updateGlobals', { globals });
        }),
      { ...wanted, a11y: { manual: true } },
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
