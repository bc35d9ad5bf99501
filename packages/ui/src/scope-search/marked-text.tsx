import type { ReactElement } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { markWords } from './scope-search.js';

const part = anatomy('scope-search');

/**
 * Renders untrusted text with the words that a search found in it. Not a component, because thousands of rows would pay for one.
 *
 * @param words Folded words to mark.
 * @param breakAfter A character after which a line may end, because browsers do not end one inside a path.
 */
export function markedText(text: string, words: readonly string[], breakAfter?: '/'): ReactElement {
  if (words.length === 0 && breakAfter === undefined) return <bdi>{text}</bdi>;
  const segments = words.length === 0 ? [{ start: 0, text, marked: false }] : markWords(text, words);
  return (
    <bdi>
      {/* Each in an element of its own, since page translators replace text nodes. */}
      {segments.flatMap(({ start, text: segment, marked }) =>
        marked ? (
          <mark {...part('match')} key={start}>
            {segment}
          </mark>
        ) : (
          breakable(segment, start, breakAfter)
        ),
      )}
    </bdi>
  );
}

function breakable(text: string, start: number, after: string | undefined): ReactElement[] {
  const elements: ReactElement[] = [];
  for (let from = 0; from < text.length; ) {
    // Not after the first character, which is where most paths have their first slash.
    const end = after === undefined ? 0 : text.indexOf(after, from + 1) + 1;
    const piece = text.slice(from, end || undefined);
    elements.push(<span key={start + from}>{piece}</span>);
    from += piece.length;
    if (end) elements.push(<wbr key={`/${start + from}`} />);
  }
  return elements;
}
