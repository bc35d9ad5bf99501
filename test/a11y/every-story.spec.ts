import { expect } from 'playwright/test';
import { axeViolations } from './axe.js';
import { controlsWithoutEdge } from './edges.js';
import { misnamedControls, untoldErrors } from './fields.js';
import { ibmViolations } from './ibm.js';
import { act, hasFocus, haveStops, type Stop, stopsOf, walk } from './keyboard.js';
import { movingParts } from './motion.js';
import { openEach } from './open-lists.js';
import { builtStories, type Story } from './stories.js';
import { type StoryPage, test } from './story-page.js';
import { smallTargets } from './targets.js';
import { textMisfits } from './text-fit.js';

/** What is done to every story. Each finds complaints, in words; the order saves showing the story anew. */
async function checkStory(stories: StoryPage, { id, tags }: Story): Promise<void> {
  const check = (claim: string, find: () => Promise<string[]>) =>
    test.step(claim, async () => {
      expect.soft(await find(), claim).toEqual([]);
    });

  await check('axe finds nothing wrong in light, from left to right', async () =>
    axeViolations(await stories.show(id)),
  );

  await check('IBM’s checker finds nothing wrong in light, from left to right', async () =>
    ibmViolations(await stories.show(id)),
  );

  await check('every control has a name, with the words that stand on it (WCAG 4.1.2, 2.5.3)', async () => {
    await stories.show(id);
    return misnamedControls(stories);
  });

  await check('every error is told with the field it is about (WCAG 3.3.1)', async () => {
    await stories.show(id);
    return untoldErrors(stories);
  });

  await check('nothing moves for users who want less motion (WCAG 2.3.3)', async () =>
    (await stories.show(id)).evaluate(movingParts),
  );

  await check('every control has an edge in forced colours (WCAG 1.4.11)', async () =>
    (await stories.show(id, { forcedColors: true })).evaluate(controlsWithoutEdge),
  );

  await check('text fits with the spacing that users may set (WCAG 1.4.12)', async () =>
    (await stories.show(id, { textSpacing: true })).evaluate(textMisfits),
  );

  await check('every target takes a pointer on 24 by 24 px (WCAG 2.5.8)', async () =>
    (await stories.show(id)).evaluate(smallTargets),
  );

  // Contrast does not depend on the direction, nor the structure on the theme, so two of the four combinations say all.
  const darkFromTheRight = { theme: 'dark', direction: 'rtl' } as const;

  await check('axe finds nothing wrong in dark, from right to left', async () =>
    axeViolations(await stories.show(id, darkFromTheRight)),
  );

  await check('IBM’s checker finds nothing wrong in dark, from right to left', async () =>
    ibmViolations(await stories.show(id, darkFromTheRight)),
  );

  await check('axe finds nothing wrong while a list is open, in dark, from right to left', async () => {
    const page = await stories.showToActOn(id, darkFromTheRight);
    return openEach(page, () => axeViolations(page));
  });

  await check('at 320 px, every target takes a pointer on 24 by 24 px (WCAG 2.5.8)', async () =>
    (await stories.show(id, { width: 320 })).evaluate(smallTargets),
  );

  await check('at 320 px, nothing scrolls sideways or is cut off (WCAG 1.4.10)', async () =>
    (await stories.show(id, { width: 320 })).evaluate(textMisfits),
  );

  await check('at 320 px, text fits with the spacing that users may set (WCAG 1.4.12)', async () =>
    (await stories.show(id, { width: 320, textSpacing: true })).evaluate(textMisfits),
  );

  await check('Tab shows where it is, and nothing covers that (WCAG 2.4.7, 2.4.11)', async () => {
    const complaints: string[] = [];
    const page = await stories.showToActOn(id, { width: 320 });
    await walk(page, 'Tab', async (stop) => {
      complaints.push(...stop.complaints);
    });
    return complaints;
  });

  await check('whatever is done with the keyboard, the focus is never lost (WCAG 2.4.3)', async () => {
    let page = await stories.showToActOn(id);
    const waiting = new Set(await stopsOf(page));
    const showAnew = async () => {
      const shown = await stories.showToActOn(id);
      await haveStops(shown, [...waiting]);
      return shown;
    };
    const actOnce = async (stop: Stop) => {
      if (waiting.delete(stop.key)) await act(page, stop);
    };
    // What one action takes away, such as the rest of a step, is there again when the story is shown anew.
    for (let before = waiting.size + 1; waiting.size > 0 && waiting.size < before; ) {
      before = waiting.size;
      // What empties a search is there only while the focus is in it, so that comes first.
      if (await hasFocus(page)) {
        await walk(page, 'Tab', actOnce, 'focus');
        if (waiting.size > 0) page = await showAnew();
      }
      // Backwards, because what an action adds stands behind it.
      await walk(page, 'Shift+Tab', actOnce);
      if (waiting.size > 0) page = await showAnew();
    }
    return [...waiting];
  });

  if (tags.includes('play-fn')) {
    await check('what is played works in German as well', async () => {
      await stories.show(id, { language: 'de' });
      return [];
    });
  }

  await check('it asks no other host for anything, and for nothing that is not there', async () =>
    stories.takeStrays(),
  );
}

for (const story of builtStories()) {
  test(`${story.title}, ${story.name}`, ({ stories }) => checkStory(stories, story));
}
