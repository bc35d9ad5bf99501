// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Selector, type SelectorComponent, transform } from 'lightningcss';
import { expect, test } from 'vitest';

// A press on one of thousands of rows changes the state of some elements, and puts others in. Browsers style anew what a rule
// may reach from there: with one that looks further up or to the side, that is every row.

const packages = fileURLToPath(new URL('../../packages', import.meta.url));
const stylesheets = ['ui', 'react'].flatMap((name) =>
  readdirSync(`${packages}/${name}/src`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => `${packages}/${name}/src/${path}`),
);

/** The simple selectors of each element that a selector speaks of, from the outermost to its subject. */
function compoundsOf(selector: Selector): SelectorComponent[][] {
  const compounds: SelectorComponent[][] = [[]];
  for (const component of selector) {
    if (component.type === 'combinator') compounds.push([]);
    else compounds.at(-1)?.push(component);
  }
  return compounds;
}

/** The selectors inside of `:where()`, `:is()` and `:not()`, which speak of the same element. */
function selectorsIn(component: SelectorComponent): readonly Selector[] {
  if (component.type !== 'pseudo-class') return [];
  return component.kind === 'where' || component.kind === 'is' || component.kind === 'not' ? component.selectors : [];
}

function isAboutState(component: SelectorComponent): boolean {
  if (component.type === 'attribute') return component.name === 'data-state';
  return selectorsIn(component).flat().some(isAboutState);
}

function isSibling(component: SelectorComponent): boolean {
  return component.type === 'combinator' && ['next-sibling', 'later-sibling'].includes(component.value);
}

function reachesFar(selector: Selector): boolean {
  const above = compoundsOf(selector).slice(0, -1).flat();
  return selector.some(isSibling) || above.some(isAboutState) || selector.flatMap(selectorsIn).some(reachesFar);
}

function farReaching(code: Uint8Array): Selector[] {
  const found: Selector[] = [];
  transform({
    filename: 'styles.css',
    code,
    visitor: {
      Selector(selector) {
        if (reachesFar(selector)) found.push(selector);
      },
    },
  });
  return found;
}

test.each([
  '[data-state="on"] p {}',
  ':where([data-scope="x"][data-state="on"]) > :where(p) {}',
  ':where([data-state="on"] p) {}',
  ':where(p + li) {}',
  'p ~ li {}',
])('%s reaches further than its element', (rule) => {
  expect(farReaching(new TextEncoder().encode(rule))).not.toEqual([]);
});

test('no rule reaches further than the element whose state it draws', () => {
  expect(stylesheets.length).toBeGreaterThan(20);
  for (const path of stylesheets) expect(farReaching(readFileSync(path)), path).toEqual([]);
});

/** How many of a selector's ids, of its classes, attributes and pseudo-classes, and of its elements count. */
function strengthOf(selector: Selector): [number, number, number] {
  const strength: [number, number, number] = [0, 0, 0];
  for (const component of selector) {
    const nested =
      component.type === 'pseudo-class' && component.kind !== 'where' ? selectorsIn(component).map(strengthOf) : [];
    const [strongest] = nested.sort(([a, b, c], [d, e, f]) => d - a || e - b || f - c);
    if (component.type === 'id') strength[0] += 1;
    else if (component.type === 'type' || component.type === 'pseudo-element') strength[2] += 1;
    else if (component.type === 'class' || component.type === 'attribute') strength[1] += 1;
    else if (strongest) for (const index of [0, 1, 2] as const) strength[index] += strongest[index];
    else if (component.type === 'pseudo-class' && component.kind !== 'where') strength[1] += 1;
  }
  return strength;
}

test('a rule is stronger than a reset and weaker than a class: it counts as one attribute', () => {
  const other: string[] = [];
  for (const path of stylesheets) {
    transform({
      filename: path,
      code: readFileSync(path),
      visitor: {
        Rule: {
          style({ value: { selectors, loc } }) {
            for (const selector of selectors) {
              const [ids, attributes, elements] = strengthOf(selector);
              const written = JSON.stringify(selector);
              const isReset = attributes === 0 && path.endsWith('tokens.css');
              // Focus, pointer and `hidden` count one more, so that `:focus` and `button:hover` of a reset do not win over them.
              const isState =
                attributes === 2 && /"kind":"(focus|focus-visible|hover|active)"|"name":"hidden"/.test(written);
              const isRule = attributes === 1 && elements <= 1;
              if (ids > 0 || !(isReset || isState || isRule)) other.push(`${path}:${loc.line + 1}`);
            }
          },
        },
      },
    });
  }
  expect(other).toEqual([]);
});
