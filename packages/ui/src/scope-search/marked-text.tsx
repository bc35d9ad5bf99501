import { anatomy } from '../anatomy/anatomy.js';
import { markWords } from './scope-search.js';

const part = anatomy('scope-search');

/** Untrusted text with the words that a search found in it. */
export function MarkedText({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return <bdi>{text}</bdi>;
  return (
    <bdi>
      {markWords(text, words).map(({ start, text: segment, marked }) =>
        marked ? (
          <mark {...part('match')} key={start}>
            {segment}
          </mark>
        ) : (
          segment
        ),
      )}
    </bdi>
  );
}
