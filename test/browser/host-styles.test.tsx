import { beforeAll, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import unlayered from '../../packages/react/src/styles.css?inline';
import layered from '../../packages/react/src/styles.layer.css?inline';
import { createGallery } from './host-styles/gallery.js';
import { hostSheets, pico } from './host-styles/host-sheets.js';
import { differences, looksOf, oneOfEachKind } from './host-styles/looks.js';

// A host's page has a reset, a framework, or rules for elements that have grown over the years. Our parts look the same
// whatever these say about elements, and as the host says where it gives one of them a class.

/** What a sheet changes all the same, because its selector is stronger: how it looks, not whether it can be used. */
const accepted: Readonly<Record<string, RegExp>> = {
  // Said about `*`, and of no consequence inside a drawing.
  'an old console': /^(line-height|letter-spacing) of .*<path>/,
  // `!important`, for its own mark of an invalid value.
  'Pico in a layer': /^padding-(left|right) of .*aria-invalid/,
  // `button:not(:disabled)`: our buttons that do nothing keep the focus, so they are not disabled for the browser.
  'Bootstrap 5': /^cursor of .*(aria-disabled|spinner)/,
  // `button:disabled`.
  'Water.css': /^(cursor|opacity) of .*\[disabled=/,
};

const hostSheet = document.createElement('style');
const ourSheet = document.createElement('style');
let gallery: HTMLElement;
let kinds: ReturnType<typeof oneOfEachKind>;
let plain: ReturnType<typeof looksOf>;

/** Loads the host's styles and ours, in this order. */
function load(host: string, ours = unlayered): void {
  hostSheet.textContent = host;
  if (ourSheet.textContent !== ours) ourSheet.textContent = ours;
}

function one(selector: string): HTMLElement {
  const element = gallery.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The gallery shows no ${selector}.`);
  return element;
}

beforeAll(async () => {
  load('');
  document.head.append(hostSheet, ourSheet);
  gallery = await createGallery();
  gallery.style.cssText =
    'all: initial; display: block; flex: none; inline-size: 60rem; font: 16px/1.5 sans-serif; --tkw-duration: 0s';
  // Lengths in rem follow the page on purpose.
  document.documentElement.style.setProperty('font-size', '16px', 'important');
  document.body.replaceChildren(gallery);
  for (const list of gallery.querySelectorAll<HTMLElement>('[popover]')) list.showPopover();
  kinds = oneOfEachKind(gallery);
  plain = looksOf(kinds);
  // From here on the person uses the keyboard, so that browsers show the focus.
  await userEvent.tab();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
});

test('the gallery shows the parts that carry state', () => {
  const parts = [...kinds.keys()].join('\n');
  for (const part of [
    'checkbox/root[data-state=checked]',
    'checkbox/root[data-state=indeterminate]',
    'switch/thumb[data-state=checked]',
    'select/item',
    'combobox/item[data-state=checked][data-highlighted=]',
    'step-indicator/marker[data-state=complete]',
    'email-list-input/chip',
    'error-summary/link',
    'scope-picker/filter[data-state=on]',
    'scope-picker/call',
    'secret-reveal/code',
  ]) {
    expect.soft(parts).toContain(part);
  }
});

test.each(Object.entries(hostSheets))('%s changes none of our parts', (name, host) => {
  load(host);
  const changes = differences(plain, looksOf(kinds));
  expect(changes.filter((change) => !accepted[name]?.test(change))).toEqual([]);
});

test('a classless framework that selects by `input:not([type=…])` changes none of our parts once it is in a layer', () => {
  load(`@layer host { ${pico} }`);
  const changes = differences(plain, looksOf(kinds));
  expect(changes.filter((change) => !accepted['Pico in a layer']?.test(change))).toEqual([]);
});

test.each(Object.entries(hostSheets))('on a page with %s, the focus can be seen', (_, host) => {
  const rings = () =>
    ['[role=checkbox]', '[role=switch]', '[data-variant=primary]', 'input[data-control]'].map((selector) => {
      one(selector).focus();
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one(selector));
      one(selector).blur();
      return { selector, outlineStyle, outlineWidth, outlineColor };
    });
  load('');
  const before = rings();
  expect(before.map(({ outlineStyle }) => outlineStyle)).toEqual(before.map(() => 'solid'));
  load(host);
  expect(rings()).toEqual(before);
});

// These have rules for `button:hover`.
test.each(["Vite's React template", 'an old console', 'Water.css'])(
  'on a page with %s, the pointer does not hide what is checked or what a button says',
  async (name) => {
    const looks = async () => {
      const found: object[] = [];
      for (const selector of [
        '[role=checkbox][data-state=checked]',
        '[role=switch][data-state=checked]',
        '[data-variant=primary]:not([aria-disabled])',
      ]) {
        await userEvent.hover(one(selector));
        const { backgroundColor, color } = getComputedStyle(one(selector));
        found.push({ selector, backgroundColor, color: selector.includes('switch') ? '' : color });
        await userEvent.unhover(one(selector));
      }
      return found;
    };
    load('');
    const before = await looks();
    load(hostSheets[name] ?? '');
    expect(await looks()).toEqual(before);
  },
);

describe.each([
  ['styles.css', unlayered],
  ['styles.layer.css', layered],
])('beside %s', (_, ours) => {
  test('one class of the host wins over our look of a part', () => {
    load(
      '',
      `${ours} .mine { background: rgb(1, 2, 3); padding: 1px; display: block; font-weight: 900; border-radius: 3px }`,
    );
    for (const selector of [
      '[data-button]',
      '[role=checkbox]',
      '[data-control]',
      '[data-part=heading]',
      '[data-part=root]',
    ]) {
      const element = one(selector);
      element.classList.add('mine');
      const { backgroundColor, padding, display, fontWeight, borderRadius } = getComputedStyle(element);
      element.classList.remove('mine');
      expect({ selector, backgroundColor, padding, display, fontWeight, borderRadius }).toEqual({
        selector,
        backgroundColor: 'rgb(1, 2, 3)',
        padding: '1px',
        display: 'block',
        fontWeight: '900',
        borderRadius: '3px',
      });
    }
  });

  test("a class of the host's that is loaded before ours keeps what we say nothing about", () => {
    load(
      '.mine { margin-block-start: 7px; order: 3; text-transform: uppercase; scroll-margin-block-start: 9px }',
      ours,
    );
    const button = one('[data-button]');
    button.classList.add('mine');
    const { marginTop, order, scrollMarginTop } = getComputedStyle(button);
    button.classList.remove('mine');
    expect({ marginTop, order, scrollMarginTop }).toEqual({ marginTop: '7px', order: '3', scrollMarginTop: '9px' });
  });

  test('what a host puts into a part, and all that is outside, looks as without us', () => {
    const host = 'button { color: rgb(1, 2, 3) } h2 { margin: 9px } .box { border: 2px solid }';
    const markup = '<div><button>Host</button><h2>Host</h2><p class="box">Host</p><input><ul><li>Host</li></ul></div>';
    const outside = document.createElement('div');
    outside.innerHTML = markup;
    const inside = document.createElement('div');
    inside.innerHTML = markup;
    inside.style.fontSize = '16px';
    document.body.append(outside);
    const looks = (root: Element) =>
      [...root.querySelectorAll('*')].map((element) => {
        const { color, margin, padding, border, appearance, display, background } = getComputedStyle(element);
        return { tag: element.localName, color, margin, padding, border, appearance, display, background };
      });
    load(host, '');
    const alone = looks(outside);
    load(host, ours);
    expect(looks(outside)).toEqual(alone);
    outside.remove();
    const content = one('[data-scope=callout][data-part=content]');
    content.append(inside);
    const found = looks(inside);
    inside.remove();
    // Text takes the color of the part that it is in.
    expect(found.map(({ tag, margin, padding, appearance }) => [tag, margin, padding, appearance])).toEqual(
      alone.map(({ tag, margin, padding, appearance }) => [tag, margin, padding, appearance]),
    );
  });
});

describe('styles.layer.css', () => {
  const order = '@layer theme, base, tokenwright, components, utilities;';
  const preflight = `@layer base { ${hostSheets['Tailwind 4 preflight without its layer']} }`;
  const utilities = '@layer utilities { .mine { background: rgb(1, 2, 3) } }';

  test.each([
    ['before', `${order} ${preflight} ${utilities}`, layered],
    ['after', '', `${order} ${layered} ${preflight} ${utilities}`],
  ])('with Tailwind 4 loaded %s it, our parts look the same and a utility class wins', (_, host, ours) => {
    load(host, ours);
    expect(differences(plain, looksOf(kinds))).toEqual([]);
    const button = one('[data-variant=primary]');
    button.classList.add('mine');
    const { backgroundColor } = getComputedStyle(button);
    button.classList.remove('mine');
    expect(backgroundColor).toBe('rgb(1, 2, 3)');
  });
});
