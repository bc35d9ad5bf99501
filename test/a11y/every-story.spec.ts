import { expect } from 'playwright/test';
import { axeViolations } from './axe.js';
import { controlsWithoutEdge } from './edges.js';
import { misnamedControls, untoldErrors } from './fields.js';
import { act, stopsOf, walk } from './keyboard.js';
import { movingParts } from './motion.js';
import { builtStories } from './stories.js';
import { test } from './story-page.js';
import { smallTargets } from './targets.js';
import { textMisfits } from './text-fit.js';

for (const { id, title, name } of builtStories()) {
  test.describe(`${title}, ${name}`, () => {
    // In order and in one worker, so that most of these look at the story as the one before left it.
    test.describe.configure({ mode: 'default' });

    test('axe finds nothing wrong in light, from left to right', async ({ stories }) => {
      expect(await axeViolations(await stories.show(id))).toEqual([]);
    });

    test('axe finds nothing wrong in dark, from right to left', async ({ stories }) => {
      expect(await axeViolations(await stories.show(id, { theme: 'dark', direction: 'rtl' }))).toEqual([]);
    });

    test('every control has a name, with the words that stand on it (WCAG 4.1.2, 2.5.3)', async ({ stories }) => {
      await stories.show(id);
      expect(await misnamedControls(stories)).toEqual([]);
    });

    test('every error is told with the field it is about (WCAG 3.3.1)', async ({ stories }) => {
      await stories.show(id);
      expect(await untoldErrors(stories)).toEqual([]);
    });

    test('nothing moves for users who want less motion (WCAG 2.3.3)', async ({ stories }) => {
      expect(await (await stories.show(id)).evaluate(movingParts)).toEqual([]);
    });

    test('every control has an edge in forced colours (WCAG 1.4.11)', async ({ stories }) => {
      expect(await (await stories.show(id, { forcedColors: true })).evaluate(controlsWithoutEdge)).toEqual([]);
    });

    test('text fits with the spacing that users may set (WCAG 1.4.12)', async ({ stories }) => {
      expect(await (await stories.show(id, { textSpacing: true })).evaluate(textMisfits)).toEqual([]);
    });

    test('every target takes a pointer on 24 by 24 px (WCAG 2.5.8)', async ({ stories }) => {
      expect(await (await stories.show(id)).evaluate(smallTargets)).toEqual([]);
    });

    test('at 320 px, every target takes a pointer on 24 by 24 px (WCAG 2.5.8)', async ({ stories }) => {
      expect(await (await stories.show(id, { width: 320 })).evaluate(smallTargets)).toEqual([]);
    });

    test('at 320 px, nothing scrolls sideways or is cut off (WCAG 1.4.10)', async ({ stories }) => {
      expect(await (await stories.show(id, { width: 320 })).evaluate(textMisfits)).toEqual([]);
    });

    test('at 320 px, text fits with the spacing that users may set (WCAG 1.4.12)', async ({ stories }) => {
      expect(await (await stories.show(id, { width: 320, textSpacing: true })).evaluate(textMisfits)).toEqual([]);
    });

    test('Tab shows where it is, and nothing covers that (WCAG 2.4.7, 2.4.11)', async ({ stories }) => {
      const complaints: string[] = [];
      const page = await stories.showToActOn(id, { width: 320 });
      await walk(page, 'Tab', async (stop) => {
        complaints.push(...stop.complaints);
      });
      expect(complaints).toEqual([]);
    });

    test('whatever is done with the keyboard, the focus is never lost (WCAG 2.4.3)', async ({ stories }) => {
      let page = await stories.showToActOn(id);
      const waiting = new Set(await stopsOf(page));
      // What one action takes away, such as the rest of a step, is there again when the story is shown anew.
      for (let before = waiting.size + 1; waiting.size > 0 && waiting.size < before; ) {
        before = waiting.size;
        // Backwards, because what an action adds stands behind it.
        await walk(page, 'Shift+Tab', async (stop) => {
          if (waiting.delete(stop.key)) await act(page, stop);
        });
        if (waiting.size > 0) page = await stories.showToActOn(id);
      }
      expect([...waiting]).toEqual([]);
    });
  });
}
