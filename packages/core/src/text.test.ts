// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { findForbiddenCharacter, hasVisibleText, lengthOf, normalizeText } from './text.js';

describe('typed text', () => {
  test('is stored in normalisation form C, so that two spellings that look alike are one', () => {
    expect(normalizeText('Cafe\u0301')).toBe('Caf\u00e9');
    expect(normalizeText('\u212B')).toBe('\u00C5');
  });

  test('keeps compatibility characters apart: form C, not KC', () => {
    expect(normalizeText('ﬁx ²')).toBe('ﬁx ²');
  });

  test('takes no longer for a pasted wall of combining marks than for other text, and stays the same from then on', () => {
    const stored = normalizeText(`Cafe${'\u0301\u0316'.repeat(100_000)}`);
    expect(normalizeText(stored)).toBe(stored);
    expect(stored).toMatch(/^Caf\u00e9/);
  });

  test('loses white space at its ends, of whatever kind, and keeps what stands inside', () => {
    expect(normalizeText('\u00A0\u3000\t Nightly  export \uFEFF\n')).toBe('Nightly  export');
  });

  test('has one kind of line end', () => {
    expect(normalizeText('one\r\ntwo\rthree\nfour')).toBe('one\ntwo\nthree\nfour');
  });

  test('survives a lone surrogate, which is then refused by name', () => {
    expect(findForbiddenCharacter(normalizeText(' a\uD800b '))).toBe('U+D800');
  });
});

describe('a forbidden character', () => {
  test.each([
    ['\u0000', 'U+0000'],
    ['\t', 'U+0009'],
    ['\n', 'U+000A'],
    ['\u001B', 'U+001B'],
    ['\u007F', 'U+007F'],
    ['\u0085', 'U+0085'],
    ['\u009F', 'U+009F'],
    ['\u061C', 'U+061C'],
    ['\u200E', 'U+200E'],
    ['\u200F', 'U+200F'],
    ['\u202A', 'U+202A'],
    ['\u202E', 'U+202E'],
    ['\u2066', 'U+2066'],
    ['\u2069', 'U+2069'],
    ['\uD83D', 'U+D83D'],
    ['\uDE00', 'U+DE00'],
  ])('%j is named %s', (character, name) => {
    expect(findForbiddenCharacter(`a${character}b`)).toBe(name);
  });

  test('is the first one, when there are several', () => {
    expect(findForbiddenCharacter('ab\u202Ec\u0000')).toBe('U+202E');
  });

  test.each([
    ['an emoji of two code units', '😀'],
    ['a family joined by zero-width joiners', '👨‍👩‍👧'],
    ['Persian with a zero-width non-joiner', 'می‌خواهم'],
    ['Hebrew', 'אסימון'],
    ['a flag', '🇩🇪'],
    ['markup', '<b>&amp;</b>'],
    ['an astral letter', '𠮷野家'],
  ])('%s has none', (_, text) => {
    expect(findForbiddenCharacter(text)).toBeUndefined();
  });
});

describe('text that leaves no ink', () => {
  test.each([
    ['nothing', ''],
    ['spaces', ' \u00A0\u2003'],
    ['a zero-width space', '\u200B'],
    ['zero-width joiners', '\u200C\u200D'],
    ['a word joiner', '\u2060'],
    ['a soft hyphen', '\u00AD'],
    ['a variation selector, which is a mark', '\uFE0F'],
    ['a combining grapheme joiner, which is a mark', '\u034F'],
    ['Hangul fillers, which are letters', '\u115F\u1160\u3164\uFFA0'],
    ['a blank Braille pattern, which is a symbol', '\u2800'],
    ['tag characters', '\u{E0041}\u{E0042}'],
  ])('%s', (_, text) => {
    expect(hasVisibleText(text)).toBe(false);
  });

  test.each(['a', '7', '.', '€', '😀', '한', 'ก็', '\u200Ba\u200B', '❤\uFE0F'])('%j leaves some', (text) => {
    expect(hasVisibleText(text)).toBe(true);
  });

  test('does not hide a forbidden character, which has a message of its own', () => {
    expect(hasVisibleText('\u202E')).toBe(true);
  });
});

test.each([
  ['', 0],
  ['abc', 3],
  ['😀', 1],
  ['👨‍👩‍👧', 5],
  ['\uD83D', 1],
])('%j has %i characters', (text, length) => {
  expect(lengthOf(text)).toBe(length);
});
