/**
 * Copies a text, in answer to a press, and says whether that worked.
 *
 * @param text What to copy. It never becomes an attribute.
 * @param container Where the fallback may put its text area for a moment: inside what focus traps and session replay know of.
 */
export async function copyText(text: string, container: HTMLElement): Promise<boolean> {
  try {
    // Missing on http pages; refused in frames without permission.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, container);
  }
}

function copyBySelection(text: string, container: HTMLElement): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  // The value, unlike the text inside, is not part of the markup.
  area.value = text;
  area.readOnly = true;
  area.tabIndex = -1;
  area.setAttribute('aria-hidden', 'true');
  area.dataset.scope = 'secret-reveal';
  area.dataset.part = 'clipboard';
  container.append(area);
  try {
    area.focus({ preventScroll: true });
    area.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.value = '';
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/** Selects what an element shows, so that the user can copy it with the keyboard. */
export function selectContents(element: HTMLElement): void {
  element.ownerDocument.getSelection()?.selectAllChildren(element);
}
