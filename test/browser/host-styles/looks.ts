/** What a person sees of a box, and what decides how much room it takes. */
const properties = [
  'display position float width height min-width max-width min-height',
  'margin-top margin-right margin-bottom margin-left padding-top padding-right padding-bottom padding-left',
  'border-top-width border-right-width border-bottom-width border-left-width border-top-color border-left-color',
  'border-top-left-radius border-bottom-right-radius background-color background-image box-shadow',
  'color fill stroke opacity visibility font-size font-weight font-style line-height letter-spacing',
  'text-transform text-align text-indent text-shadow text-decoration-line white-space-collapse text-wrap-mode',
  'list-style-type overflow-x overflow-y appearance cursor rotate translate transform',
].flatMap((line) => line.split(' '));

/** The values of one box, in the order of `properties`. */
type Look = readonly string[];

const pseudoElements = ['', '::before', '::after', '::placeholder'];

function nameOf(element: Element): string {
  const part = ['data-scope', 'data-part'].map((name) => element.getAttribute(name)).join('/');
  const state = [
    'data-state',
    'data-variant',
    'data-tone',
    'data-highlighted',
    'aria-disabled',
    'disabled',
    'aria-invalid',
  ]
    .filter((name) => element.hasAttribute(name))
    .map((name) => `[${name}=${element.getAttribute(name)}]`);
  return `${part === '/' ? '' : part}${state.join('')} <${element.localName}>`;
}

/** One element for each part of ours in each state, and in each surrounding that it has in the gallery. */
export function oneOfEachKind(gallery: Element): ReadonlyMap<string, Element> {
  const kinds = new Map<string, Element>();
  for (const element of gallery.querySelectorAll('[data-tokenwright], [data-tokenwright] *:not(option, wbr)')) {
    const kind = `${element.parentElement ? nameOf(element.parentElement) : ''} > ${nameOf(element)}`;
    if (!kinds.has(kind)) kinds.set(kind, element);
  }
  return kinds;
}

/** How each element looks now, and each pseudo-element that shows something. */
export function looksOf(kinds: ReadonlyMap<string, Element>): ReadonlyMap<string, Look> {
  const looks = new Map<string, Look>();
  for (const [kind, element] of kinds) {
    for (const pseudo of pseudoElements) {
      const style = getComputedStyle(element, pseudo || null);
      const isShown = pseudo === '::placeholder' ? element.matches(':placeholder-shown') : style.content !== 'none';
      if (pseudo !== '' && !isShown) continue;
      looks.set(
        kind + pseudo,
        properties.map((property) => style.getPropertyValue(property)),
      );
    }
  }
  return looks;
}

/** One line for each value that is another one afterwards: what, of which part, and the two values. */
export function differences(before: ReadonlyMap<string, Look>, after: ReadonlyMap<string, Look>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((kind) => {
    const [was, is] = [before.get(kind), after.get(kind)];
    if (!was || !is) return [`${kind} ${is ? 'appears' : 'is gone'}`];
    return properties.flatMap((property, index) =>
      was[index] === is[index] ? [] : [`${property} of ${kind}: ${was[index]} → ${is[index]}`],
    );
  });
}
