/**
 * Where text is cut off, runs out of its box or lies on other text, or the page or a part of it scrolls sideways
 * (WCAG 1.4.10 and 1.4.12). Runs in the page.
 */
export function textMisfits(): string[] {
  const { root, describe, isVisible } = window.probes;
  const problems = new Set<string>();
  /** Ink may reach a little over the line that holds it, in CSS pixels. */
  const ink = 4;

  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) {
    problems.add(`The page scrolls sideways: ${page.scrollWidth} px of content in ${page.clientWidth} px`);
  }

  interface Line {
    text: Text;
    parent: Element;
    /** A list that opens, and a bar that stays while the rest scrolls, lie above the rest on purpose. */
    layer: Element | null;
    box: DOMRect;
  }
  const lines: Line[] = [];
  const layerOf = (element: Element): Element | null => {
    for (let box: Element | null = element; box && root().contains(box); box = box.parentElement) {
      const isList = box.matches('[data-radix-popper-content-wrapper], [role="listbox"], [popover]');
      if (isList || getComputedStyle(box).position === 'sticky') return box;
    }
    return null;
  };
  const texts = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const parent = text.parentElement;
    if (!(text instanceof Text) || !parent || !text.data.trim() || !isVisible(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const layer = layerOf(parent);
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ text, parent, layer, box });
  }

  for (const { parent, box } of lines) {
    if (box.left < -1 || box.right > page.clientWidth + 1) problems.add(`${describe(parent)} leaves the page sideways`);
    for (let element: Element | null = parent; element && root().contains(element); element = element.parentElement) {
      const style = getComputedStyle(element);
      if (style.display === 'inline') continue;
      const bounds = element.getBoundingClientRect();
      const isBox = style.borderInlineStartWidth !== '0px' || style.backgroundColor !== 'rgba(0, 0, 0, 0)';
      const scrollsDown = style.overflowY === 'auto' || style.overflowY === 'scroll';
      if (style.overflowX !== 'visible' || isBox) {
        if (box.left < bounds.left - 1 || box.right > bounds.right + 1) {
          problems.add(`${describe(parent)} is wider than ${describe(element)}`);
        }
      }
      if (!scrollsDown && (style.overflowY !== 'visible' || isBox)) {
        if (box.top < bounds.top - ink || box.bottom > bounds.bottom + ink) {
          problems.add(`${describe(parent)} is higher than ${describe(element)}`);
        }
      }
      // What has scrolled out of a list is cut off by that list alone.
      if (scrollsDown) break;
    }
  }

  lines.sort((one, other) => one.box.top - other.box.top);
  for (const [position, line] of lines.entries()) {
    for (const other of lines.slice(position + 1)) {
      if (other.box.top > line.box.bottom - ink) break;
      if (other.text === line.text || other.layer !== line.layer) continue;
      const width = Math.min(line.box.right, other.box.right) - Math.max(line.box.left, other.box.left);
      const height = Math.min(line.box.bottom, other.box.bottom) - other.box.top;
      if (width > 2 && height > ink)
        problems.add(`${describe(line.parent)} and ${describe(other.parent)} lie on each other`);
    }
  }
  return [...problems];
}
