/**
 * Text nodes of ours that React follows one by one. Page translators replace text nodes, and React then fails, or goes on writing
 * into a node that is no longer on the page. A text that is the only child of its element is safe: React sets it as the content of
 * the element, and does not mark the node. So is one inside an element that is replaced as a whole, as marked texts are, and a space
 * that neither comes nor goes.
 */
function followedTexts(): string[] {
  // Some tests are about servers.
  if (typeof document === 'undefined') return [];
  return [...document.querySelectorAll('[data-tokenwright]')].flatMap((root) => {
    const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      const isFollowed = Object.keys(text).some((key) => key.startsWith('__reactFiber$'));
      const isSafe = text.nodeValue?.trim() === '' || text.parentElement?.closest('bdi')?.querySelector('mark, wbr');
      if (isFollowed && !isSafe) found.push(`"${text.nodeValue}" in ${text.parentElement?.outerHTML.slice(0, 300)}`);
    }
    return found;
  });
}

/** Fails the test that leaves such a text on the page. */
export function expectOwnTexts(): void {
  const [first] = followedTexts();
  if (first) throw new Error(`A page translator would break this text. Put it into an element of its own: ${first}`);
}
