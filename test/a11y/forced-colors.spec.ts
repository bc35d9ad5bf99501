import { expect, type Locator, type Page } from 'playwright/test';
import { controlStates } from './control-states.js';
import { test } from './story-page.js';

/** The words say which control it is, not in which state, so they are made the same before it is drawn. */
async function draw(element: Locator): Promise<string> {
  await element.evaluate((root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (texts.currentNode.textContent?.trim()) texts.currentNode.textContent = 'x';
    }
  });
  return (await element.screenshot()).toString('base64');
}

/** How many pixels of two pictures have at least that contrast to each other, laid on each other at their start. */
async function pixelsApart(page: Page, pictures: readonly [string, string], contrast: number): Promise<number> {
  return page.evaluate(
    async ([encoded, least]) => {
      const bitmaps = await Promise.all(
        encoded.map(async (data) => createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())),
      );
      const width = Math.min(...bitmaps.map((bitmap) => bitmap.width));
      const height = Math.min(...bitmaps.map((bitmap) => bitmap.height));
      const [one, other] = bitmaps.map((bitmap) => {
        const context = new OffscreenCanvas(width, height).getContext('2d');
        if (!context) throw new Error('This page cannot draw.');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, width, height).data;
      });
      const colorAt = (pixels: Uint8ClampedArray | undefined, start: number) =>
        `rgb(${[...(pixels?.subarray(start, start + 3) ?? [])].join(' ')})`;
      let apart = 0;
      for (let start = 0; start < width * height * 4; start += 4) {
        const [first, second] = [colorAt(one, start), colorAt(other, start)];
        if (first !== second && window.probes.contrast(first, second) >= least) apart += 1;
      }
      return apart;
    },
    [pictures, contrast] as const,
  );
}

/** Fewer are dirt; a line of two pixels beside a check box is more. */
const fewestPixels = 16;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [control, looks] of controlStates) {
    const states = looks.map(({ state }) => state).join(', ');
    test(`in ${colorScheme} forced colours, ${control} looks different when it is ${states}`, async ({ stories }) => {
      await stories.page.emulateMedia({ colorScheme });
      const drawn: { state: string; inactive: boolean; picture: string }[] = [];
      for (const { state, story, selector, press, inactive = false } of looks) {
        const page = await stories.showToActOn(story, { forcedColors: true });
        if (press) await page.keyboard.press(press);
        const picture = await draw(page.locator(`#storybook-root ${selector}`).first());
        drawn.push({ state, inactive, picture });
      }
      await stories.page.emulateMedia({ colorScheme: null });
      const alike: string[] = [];
      for (const [position, one] of drawn.entries()) {
        for (const other of drawn.slice(position + 1)) {
          const contrast = one.inactive || other.inactive ? 1.2 : 3;
          const apart = await pixelsApart(stories.page, [one.picture, other.picture], contrast);
          if (apart < fewestPixels) alike.push(`${one.state} and ${other.state}: ${apart} pixels apart`);
        }
      }
      expect(alike).toEqual([]);
    });
  }
}
