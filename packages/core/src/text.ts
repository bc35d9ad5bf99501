/**
 * Characters that change how the text around them reads: controls (Unicode category Cc), the bidirectional controls of
 * Unicode Technical Report 36 §2.7, and lone surrogates, which no encoding can carry.
 */
const forbidden = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/**
 * Letters, digits, marks, punctuation or symbols: anything that leaves ink. Some of them are drawn as nothing, such as
 * the Hangul fillers and variation selectors (Unicode property Default_Ignorable_Code_Point) and the blank Braille pattern.
 */
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{M}\p{P}\p{S}]/u;

/** More combining marks in a row than any language or ornament has. */
const longRun = /(?:(?!\u034F)\p{M}){100}(?!\u034F)/gu;

/**
 * Text in a normalization form. A long run of combining marks would take quadratic time, so it is broken up as Unicode
 * Standard Annex 15 does (Stream-Safe Text Process): by a combining grapheme joiner, U+034F.
 */
export function normalize(text: string, form: 'NFC' | 'NFKC'): string {
  return text.replaceAll(longRun, '$&\u034F').normalize(form);
}

/** Typed text as it is stored: in normalization form C, line ends as `\n`, trimmed. */
export function normalizeText(text: string): string {
  return normalize(text, 'NFC').replaceAll(/\r\n?/g, '\n').trim();
}

/** The first character that is not allowed, as `U+202E`; undefined if there is none. */
export function findForbiddenCharacter(text: string): string | undefined {
  const character = forbidden.exec(text)?.[0];
  return character && codePointOf(character);
}

function codePointOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A character as a message can show it: as it is or, if it cannot be seen, as `U+200B`. */
export function visibleCharacter(character: string): string {
  return visible.test(character) && !/^\p{M}/u.test(character) ? character : codePointOf(character);
}

/** Whether anything of the text can be seen: white space and invisible characters alone are no name. */
export function hasVisibleText(text: string): boolean {
  // Most names have a character of ASCII, and the first use of so many Unicode properties costs milliseconds.
  return /[!-~]/.test(text) || visible.test(text) || forbidden.test(text);
}

/** Length in Unicode code points, so that an emoji is not counted twice. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
