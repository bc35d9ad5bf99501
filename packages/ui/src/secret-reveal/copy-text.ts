/** Some web views and mobile browsers never answer whether they copied. In milliseconds. */
const timeout = 1500;

/**
 * Copies a text, in answer to a press, and says whether that worked.
 *
 * @param text What to copy. It never becomes an attribute.
 * @param container Where the fallback may put its text area for a moment: inside what focus traps and session replay know of.
 * @param button What was pressed. It gets the focus back.
 */
export async function copyText(text: string, container: HTMLElement, button: HTMLElement): Promise<boolean> {
  // A clipboard answers only to the window that has the focus, which may be a pop-up of the one that runs this.
  const { navigator } = container.ownerDocument.defaultView ?? window;
  try {
    await new Promise((resolve, reject) => {
      setTimeout(reject, timeout);
      // Missing on http pages; refused in frames without permission.
      Promise.resolve(navigator.clipboard.writeText(text)).then(resolve, reject);
    });
    return true;
  } catch {
    return copyBySelection(text, container, button);
  }
}

function copyBySelection(text: string, container: HTMLElement, button: HTMLElement): boolean {
  const document = container.ownerDocument;
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
    button.focus({ preventScroll: true });
  }
}

/** Selects what an element shows, so that the user can copy it with the keyboard. */
export function selectContents(element: HTMLElement): void {
  element.ownerDocument.getSelection()?.selectAllChildren(element);
}
