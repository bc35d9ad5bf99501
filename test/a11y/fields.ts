import type { StoryPage } from './story-page.js';

/** What the page shows of a control, and what assistive technology is told of it. */
interface Field {
  who: string;
  visibleLabel: string;
  name: string;
  description: string;
  /** The errors shown beside it, if it is marked as invalid. */
  errors: readonly string[] | null;
}

interface Spoken {
  fields: readonly Field[];
  /** Of all elements, groups among them. */
  descriptions: readonly string[];
}

const probe = 'data-probe';

/** The story as Chromium's accessibility tree has it. */
async function listen({ page, devtools }: StoryPage): Promise<Spoken> {
  const seen = await page.evaluate((attribute) => {
    const { controls, describe, visibleText, isVisible } = window.probes;
    return controls().map((control, position) => {
      control.setAttribute(attribute, `${position}`);
      const labels = 'labels' in control && control.labels instanceof NodeList ? [...control.labels] : [];
      const shown = labels.filter((label) => label instanceof Element).filter(isVisible);
      const isNamedByContent = control.matches('button:not([role="combobox"]), a, [role="option"]');
      const errors = control.closest('[data-field]')?.querySelectorAll('[data-part="error-text"]') ?? [];
      return {
        who: describe(control),
        visibleLabel: (shown.length > 0 ? shown : isNamedByContent ? [control] : []).map(visibleText).join(''),
        errors: control.matches('[aria-invalid="true"]') ? [...errors].map(visibleText) : null,
      };
    });
  }, probe);
  const { nodes: elements } = await devtools.send('DOM.getFlattenedDocument', { depth: -1 });
  const { nodes: spoken } = await devtools.send('Accessibility.getFullAXTree');
  await page.evaluate((attribute) => {
    for (const element of document.querySelectorAll(`[${attribute}]`)) element.removeAttribute(attribute);
  }, probe);
  const positions = new Map(
    elements.flatMap(({ attributes = [], backendNodeId }) => {
      const at = attributes.indexOf(probe);
      return at < 0 ? [] : [[backendNodeId, Number(attributes[at + 1])] as const];
    }),
  );
  const told = spoken.filter(({ ignored }) => !ignored);
  return {
    fields: told.flatMap(({ backendDOMNodeId = -1, name, description }) => {
      const field = seen[positions.get(backendDOMNodeId) ?? -1];
      return field ? [{ ...field, name: `${name?.value ?? ''}`, description: `${description?.value ?? ''}` }] : [];
    }),
    descriptions: told.map(({ description }) => `${description?.value ?? ''}`),
  };
}

/** Line breaks and spaces are where the layout puts them. */
const letters = (text: string) => text.replaceAll(/\s+/g, '');

/** The controls that have no name (WCAG 4.1.2), or one without the words that stand on them (WCAG 2.5.3). */
export async function misnamedControls(stories: StoryPage): Promise<string[]> {
  const { fields } = await listen(stories);
  return fields.flatMap(({ who, name, visibleLabel }) => {
    if (name.trim() === '') return [`${who} has no accessible name`];
    if (letters(name).includes(letters(visibleLabel))) return [];
    return [`${who} is named “${name}”, but shows “${visibleLabel}”`];
  });
}

/** The errors that are shown, but not told with what they are about (WCAG 1.3.1 and 3.3.1). */
export async function untoldErrors(stories: StoryPage): Promise<string[]> {
  const { fields, descriptions } = await listen(stories);
  const shown = await stories.page.evaluate(() => {
    const { root, visibleText } = window.probes;
    return [...root().querySelectorAll('[data-part="error-text"]')].map(visibleText);
  });
  const isIn = (description: string) => (error: string) => letters(description).includes(letters(error));
  return [
    ...shown
      .filter((error) => !descriptions.some((text) => isIn(text)(error)))
      .map((error) => `“${error}” describes nothing`),
    ...fields.flatMap(({ who, errors, description }) => {
      if (errors?.length === 0) return [`${who} is invalid, and nothing beside it says why`];
      const untold = (errors ?? []).filter((error) => !isIn(description)(error));
      return untold.map((error) => `${who} shows “${error}”, but is described by “${description}”`);
    }),
  ];
}
