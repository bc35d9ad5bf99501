import { styleRules } from './style-rules.js';

/** One element of a component as it was seen. */
export interface ObservedPart {
  readonly name: string;
  /** Names of HTML elements. */
  readonly tags: ReadonlySet<string>;
  /** Its `data-*` attributes that styles may hang on, each with the values seen. */
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The parts of one component by name, in the order in which they were seen. */
export type ObservedParts = ReadonlyMap<string, ObservedPart>;

/** What was seen of every component, by its `data-scope`. */
export type ObservedAnatomy = ReadonlyMap<string, ObservedParts>;

const ownAttributes = new Set(['data-scope', 'data-part', 'data-tokenwright']);

/** The attributes that are part of the styling contract: those that our own stylesheets select by, and the state. */
export function contractAttributes(): ReadonlySet<string> {
  const used = styleRules().flatMap(({ selectorText }) =>
    selectorText.includes('data-tokenwright') || selectorText.includes('data-scope')
      ? [...selectorText.matchAll(/\[(data-[\w-]+)/g)].flatMap(([, name]) => name ?? [])
      : [],
  );
  return new Set(['data-state', ...used].filter((name) => !ownAttributes.has(name)));
}

/** Adds what stands below an element now to what was seen before. */
export function observe(seen: ObservedAnatomy, root: ParentNode, contract: ReadonlySet<string>): ObservedAnatomy {
  const anatomy = new Map(seen);
  for (const element of root.querySelectorAll<HTMLElement>('[data-scope][data-part]')) {
    const { scope = '', part = '' } = element.dataset;
    const parts = new Map(anatomy.get(scope));
    parts.set(part, withElement(parts.get(part), part, element, contract));
    anatomy.set(scope, parts);
  }
  return anatomy;
}

function withElement(
  known: ObservedPart | undefined,
  name: string,
  element: HTMLElement,
  contract: ReadonlySet<string>,
): ObservedPart {
  const attributes = new Map(known?.attributes);
  for (const { name: attribute, value } of element.attributes) {
    if (contract.has(attribute)) attributes.set(attribute, new Set([...(attributes.get(attribute) ?? []), value]));
  }
  return { name, tags: new Set([...(known?.tags ?? []), element.localName]), attributes };
}

/** How many parts of each component stand below an element. */
export function partCounts(root: ParentNode): ReadonlyMap<string, number> {
  const anatomy = observe(new Map(), root, new Set());
  return new Map([...anatomy].map(([scope, parts]) => [scope, parts.size]));
}
