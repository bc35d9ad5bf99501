/** What measurements in the page share. */
interface Probes {
  /** The element that a story is drawn into. */
  root(): Element;
  /** Tells a reader of a failed test which element it was. */
  describe(element: Element): string;
  /** The same for the same element of a story that is shown anew. */
  keyOf(element: Element): string;
  /** Whether someone sees it: not the texts that are for assistive technology alone. */
  isVisible(element: Element): boolean;
  /** The boxes that are drawn for a control beside its own: the field that holds it, or the card that is all button. */
  boxesOf(control: Element): Element[];
  /** The words that stand there to be read: not the numbers and signs that are hidden from assistive technology. */
  visibleText(element: Element): string;
  /** Everything that can be acted on now. */
  controls(): HTMLElement[];
  /** The WCAG contrast ratio of two opaque CSS colours, from 1 to 21. */
  contrast(one: string, other: string): number;
  /** The colour that an element is drawn on. */
  backgroundOf(element: Element): string;
}

declare global {
  interface Window {
    probes: Probes;
  }
}

/** Puts the probes into a page. It runs there, so it holds all that it needs. */
export function installProbes(): void {
  const controlSelector = [
    'a[href]',
    'button',
    'input',
    'select',
    'textarea',
    'summary',
    ...['checkbox', 'switch', 'option', 'radio', 'tab', 'menuitem', 'combobox', 'button'].map(
      (role) => `[role="${role}"]`,
    ),
  ].join(',');

  const root = () => document.querySelector('#storybook-root') ?? document.body;

  const isVisible = (element: Element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) return false;
    for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).clipPath === 'inset(50%)') return false;
    }
    return true;
  };

  const visibleText = (element: Element) => {
    const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let text = '';
    while (nodes.nextNode()) {
      const parent = nodes.currentNode.parentElement;
      if (parent && isVisible(parent) && !parent.closest('[aria-hidden="true"]')) text += nodes.currentNode.textContent;
    }
    return text.replaceAll(/\s+/g, ' ').trim();
  };

  const boxesOf = (control: Element) => {
    const field = control.closest('[data-control]');
    // Stretched over what holds it, so that all of that takes the pointer.
    const isStretched = getComputedStyle(control, '::after').position === 'absolute';
    const card = isStretched && control instanceof HTMLElement ? control.offsetParent : null;
    return [field, card].filter((box) => box !== null);
  };

  const describe = (element: Element) => {
    const text = element.getAttribute('aria-label') ?? element.textContent ?? '';
    const part = [element.getAttribute('data-scope'), element.getAttribute('data-part')].filter(Boolean).join('/');
    return `<${element.localName}${part && ` ${part}`}> “${text.trim().slice(0, 60)}”`;
  };

  const keyOf = (element: Element) => {
    const description = describe(element);
    const alike = [...root().querySelectorAll(element.localName)].filter((other) => describe(other) === description);
    return `${description} no. ${alike.indexOf(element) + 1}`;
  };

  const isInert = (element: Element) =>
    element.matches(':disabled') ||
    element.closest('[aria-hidden="true"]') ||
    getComputedStyle(element).pointerEvents === 'none';

  const controls = () =>
    [...root().querySelectorAll<HTMLElement>(controlSelector)].filter(
      (element) => isVisible(element) && !isInert(element),
    );

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  /** Red, green, blue and alpha, each from 0 to 1. */
  const channelsOf = (color: string): [number, number, number, number] => {
    if (!canvas) throw new Error('This page cannot draw.');
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(
      (value) => value / 255,
    );
    return [red, green, blue, alpha];
  };
  const luminance = (color: string) => {
    const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const [red, green, blue] = channelsOf(color);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const contrast = (one: string, other: string) => {
    const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  };
  const backgroundOf = (element: Element) => {
    for (let box: Element | null = element; box; box = box.parentElement) {
      const { backgroundColor } = getComputedStyle(box);
      if (channelsOf(backgroundColor)[3] > 0.99) return backgroundColor;
    }
    return 'Canvas';
  };

  window.probes = { root, describe, keyOf, isVisible, boxesOf, visibleText, controls, contrast, backgroundOf };
}
