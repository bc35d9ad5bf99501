import type { Page } from 'playwright/test';

/** Where Tab has led. */
export interface Stop {
  key: string;
  kind: 'press' | 'follow' | 'choose' | 'choose natively' | 'date' | 'type' | 'write';
  /** What a sighted keyboard user would complain of: no ring, or a control that something covers. */
  complaints: string[];
}

/** More stops than any story has; a walk that is not over by then goes round in circles. */
const maxStops = 400;

/** Where a walk begins: before the story, behind it, or where the story leaves the focus. */
type Beginning = 'start' | 'end' | 'focus';

/** Puts a button before the story and one behind it, and the focus on one of them if the walk begins there. */
async function enter(page: Page, from: Beginning): Promise<void> {
  // Radix keeps Tab inside a list that is open. Elsewhere Escape does something of its own, such as emptying a search.
  const isInList = await page.evaluate(() => document.activeElement?.closest('[role="listbox"]') != null);
  if (isInList) await page.keyboard.press('Escape');
  await page.evaluate((entrance) => {
    const { root } = window.probes;
    for (const [place, where] of [
      ['start', 'beforebegin'],
      ['end', 'afterend'],
    ] as const) {
      document.querySelector(`[data-walk="${place}"]`)?.remove();
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.walk = place;
      button.textContent = place;
      root().insertAdjacentElement(where, button);
    }
    document.querySelector<HTMLElement>(`[data-walk="${entrance}"]`)?.focus();
  }, from);
}

/** The keys of all that Tab has to reach. */
export async function stopsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { controls, keyOf } = window.probes;
    return controls()
      .filter((control) => control.tabIndex >= 0)
      .map(keyOf);
  });
}

/** Waits for stops that are fetched after the page was shown. What does not come after a while was taken away for good. */
export async function haveStops(page: Page, keys: readonly string[]): Promise<void> {
  const areThere = (wanted: readonly string[]) => {
    const { controls, keyOf } = window.probes;
    const present = new Set(controls().map(keyOf));
    return wanted.every((key) => present.has(key));
  };
  await page.waitForFunction(areThere, keys, { timeout: 2_000 }).catch(() => undefined);
}

/** Tells where the focus is: at a stop, out of the story, or on nothing at all. */
async function look(page: Page): Promise<Stop | 'out' | 'nowhere'> {
  return page.evaluate(() => {
    const { root, describe, keyOf, boxesOf, contrast, backgroundOf } = window.probes;
    const { activeElement: focused } = document;
    if (!(focused instanceof HTMLElement) || focused === document.body) return 'nowhere';
    if (focused.dataset.walk) return 'out';

    const complaints: string[] = [];

    // The ring may lie around the box that is drawn for the control, but never around the whole component.
    const drawn = [focused, ...boxesOf(focused)].map((element) => ({ element, style: getComputedStyle(element) }));
    drawn.push({ element: boxesOf(focused)[0] ?? focused, style: getComputedStyle(focused, '::after') });
    const ring = drawn.find(
      ({ style: { outlineStyle, outlineWidth } }) =>
        outlineStyle === 'auto' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2),
    );
    // The browser draws its own ring inside some fields, such as on the calendar of a date.
    const isInsideBrowsersField = focused.matches('input') && !focused.matches(':focus-visible');
    if (!ring && !isInsideBrowsersField) complaints.push(`${describe(focused)} shows no focus`);
    if (ring && ring.style.outlineStyle !== 'auto') {
      const { outlineColor, outlineOffset } = ring.style;
      const { element } = ring;
      const behind = backgroundOf(Number.parseFloat(outlineOffset) < 0 ? element : (element.parentElement ?? element));
      if (contrast(outlineColor, behind) < 3)
        complaints.push(`${describe(focused)} has a ring of ${outlineColor} on ${behind}`);
    }

    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
    const points: [number, number][] = [
      [middle, centre],
      [left + 2, centre],
      [right - 2, centre],
      [middle, top + 2],
      [middle, bottom - 2],
    ];
    const isSeen = ([x, y]: [number, number]) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (focused.contains(hit) || hit.contains(focused));
    };
    const hidden = points.filter((point) => !isSeen(point)).length;
    if (hidden > 0) complaints.push(`${describe(focused)} is covered or off the screen at ${hidden} of 5 points`);
    if (!root().contains(focused)) complaints.push(`Tab leaves the story for ${describe(focused)}`);

    const kind = focused.matches('select')
      ? 'choose natively'
      : focused.matches('[role="combobox"]')
        ? 'choose'
        : focused.matches('textarea')
          ? 'write'
          : focused.matches('input[type="date"]')
            ? 'date'
            : focused.matches('input')
              ? 'type'
              : focused.matches('a')
                ? 'follow'
                : 'press';
    return { key: keyOf(focused), kind, complaints };
  });
}

/** Whether the story leaves the focus on something of its own. */
export async function hasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => window.probes.root().contains(document.activeElement));
}

/**
 * Goes through a story with Tab to behind its last stop, or with Shift+Tab the other way.
 * @throws {Error} when the focus is on nothing after a Tab, or the way out is never reached.
 */
export async function walk(
  page: Page,
  key: 'Tab' | 'Shift+Tab',
  visit: (stop: Stop) => Promise<void>,
  from: Beginning = key === 'Tab' ? 'start' : 'end',
): Promise<void> {
  await enter(page, from);
  let last = 'nothing yet';
  for (let count = 0; count < maxStops; count += 1) {
    await page.keyboard.press(key);
    const stop = await look(page);
    if (stop === 'out') return;
    if (stop === 'nowhere') throw new Error(`${key} leads to nothing after ${last}: the focus has been lost there.`);
    await visit(stop);
    last = stop.key;
  }
  throw new Error(`Tab did not leave the story within ${maxStops} stops.`);
}

const keys: Readonly<Record<Stop['kind'], readonly string[]>> = {
  press: ['Space'],
  follow: ['Enter'],
  choose: ['Enter', 'ArrowDown', 'Enter'],
  'choose natively': ['ArrowDown'],
  // Enter would open the browser's own calendar, which keeps Tab to itself.
  date: ['1'],
  type: ['x', 'Enter'],
  write: ['x', 'Enter'],
};

/**
 * Does with the keyboard what the control at a stop is for.
 * @throws {Error} when the focus is then on nothing, so that a keyboard user starts anew from the top of the page.
 */
export async function act(page: Page, { key, kind }: Stop): Promise<void> {
  for (const pressed of keys[kind]) {
    await page.keyboard.press(pressed);
    const isSomewhere = () => document.activeElement !== null && document.activeElement !== document.body;
    // Waiting takes longer than all the rest, and there is seldom anything to wait for.
    if (await page.evaluate(isSomewhere)) continue;
    try {
      await page.waitForFunction(isSomewhere, undefined, { timeout: 2_000 });
    } catch {
      throw new Error(`After ${pressed} on ${key} the focus is on nothing.`);
    }
  }
}
