import { Fragment, type ReactElement } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { markWords } from './scope-search.js';

const part = anatomy('scope-search');

/**
 * Renders untrusted text with the words that a search found in it. Not a component, because thousands of rows would pay for one.
 * By its key, another text or search is another element: page translators replace the texts inside, so React must not touch them.
 *
 * @param words Folded words to mark.
 * @param breakAfter A character after which a line may end, because browsers do not end one inside a path.
 */
export function markedText(text: string, words: readonly string[], breakAfter?: '/'): ReactElement {
  const segments = words.length > 0 ? markWords(text, words) : [];
  if (!segments.some(({ marked }) => marked)) return <bdi key={text}>{breakable(text, breakAfter)}</bdi>;
  return (
    <bdi key={`${words.join(' ')}: ${text}`}>
      {segments.map(({ start, text: segment, marked }) => {
        const content = breakable(segment, breakAfter);
        return marked ? (
          <mark {...part('match')} key={start}>
            {content}
          </mark>
        ) : (
          <Fragment key={start}>{content}</Fragment>
        );
      })}
    </bdi>
  );
}

function breakable(text: string, after: '/' | undefined) {
  const pieces = after ? text.split(/(?<=[^/]\/)(?=.)/s) : [];
  if (pieces.length < 2) return text;
  // Strings and not elements of their own: there are thousands of paths.
  let start = 0;
  return pieces.flatMap((piece) => {
    const end = start;
    start += piece.length;
    return end === 0 ? piece : [<wbr key={end} />, piece];
  });
}
