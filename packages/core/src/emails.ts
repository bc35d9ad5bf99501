import { normalize, visibleCharacter } from './text.js';

/** RFC 5321 §4.5.3.1.1: octets before the `@`. */
const maxLocalPart = 64;
/** RFC 5321 §4.5.3.1.3, less the angle brackets of a path: octets in all. */
const maxAddress = 254;

/** Longer texts are not addresses, and not worth a closer look. In code units. */
const longestPart = 1000;

/** "A valid e-mail address", HTML living standard, §4.10.5.1.5; it is what `<input type="email">` checks. */
const validAddress =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/** Whether an address is valid by the HTML living standard's rule and within the lengths of RFC 5321. */
export function isEmail(address: string): boolean {
  return address.length <= maxAddress && address.lastIndexOf('@') <= maxLocalPart && validAddress.test(address);
}

/** Two spellings that differ only in case are one address. */
export function sameEmail(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** What came of a typed or pasted list of addresses. */
export interface EmailList {
  /** Valid and new, in the order typed. */
  readonly added: readonly string[];
  /** Already in the list, or twice in the text. */
  readonly duplicates: readonly string[];
  /** Not an address; to be given back to the user. */
  readonly invalid: readonly string[];
}

/**
 * The character that keeps a text from being an address: as it is, or as `U+200B` if it cannot be seen. Undefined if the fault is
 * something else.
 */
export function wrongEmailCharacter(text: string): string | undefined {
  if (text.length > longestPart || !text.includes('@')) return undefined;
  const character = wrongCharacter.exec(text.trim())?.[0];
  return character && visibleCharacter(character);
}

/** Before the last `@` only some of ASCII is allowed; after it, letters of any script may be meant. */
const wrongCharacter =
  /[^a-zA-Z0-9.!#$%&'*+/=?^_`{|}~@-](?=[^@]*@)|(?![\u0080-\u{10FFFF}])[^a-zA-Z0-9.@-](?![^@]*@)|[\p{Z}\p{C}\u2800]/u;

/**
 * Reads a typed or pasted list: parts end at a comma, a semicolon, white space or a line end, also those of other scripts;
 * `Name <a@b.c>` counts as `a@b.c`. What keyboards, mail programs and web pages put into or around an address is removed:
 * full-width letters, invisible characters, typographic apostrophes, `mailto:`, quotes, brackets, bullets, a final full stop.
 * An international domain is taken in its ASCII form, as browsers do in an e-mail box: `münchen.de` as `xn--mnchen-3ya.de`.
 *
 * @param text What the user typed.
 * @param existing The addresses already in the list.
 */
export function readEmailList(text: string, existing: readonly string[]): EmailList {
  const known = new Set(existing.map((email) => email.toLowerCase()));
  const added: string[] = [];
  const duplicates: string[] = [];
  const invalid: string[] = [];
  for (const part of splitList(plainText(text).replaceAll(betweenAddresses, '$1,'))) {
    const email = findAddress(part);
    if (email === undefined) invalid.push(part);
    else if (known.has(email.toLowerCase())) duplicates.push(email);
    else {
      known.add(email.toLowerCase());
      added.push(email);
    }
  }
  return { added, duplicates, invalid };
}

/** Joiners are part of words in Arabic and Indic scripts, and so of domains. */
const invisible = /(?<![\p{Script=Arabic}\p{M}])[\u200C\u200D]|(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/gu;

/** The text with the characters of ASCII that others were typed or set for. */
function plainText(text: string): string {
  if (!/[^\0-\x7F]/.test(text)) return text;
  return normalize(text.replaceAll(/[´‘’‛ʼ′]/g, "'"), 'NFKC')
    .replaceAll(invisible, '')
    .replaceAll(/[“”„‟«»]/g, '"')
    .replaceAll(/[‐-–−]/g, '-')
    .replaceAll(/[、،፣߸᠂᠈⸲⸴⸵꓾꘍]/g, ',')
    .replaceAll('؛', ';');
}

/** What ends an address though it could be in the next one: no domain has it. */
const betweenAddresses = /(@[^\s@/|·・,;]{1,254})[/|·・](?=[^\s@]{1,64}@)/g;

/** The address in a part, without what surrounds it; undefined if there is none. */
function findAddress(part: string): string | undefined {
  if (part.length > longestPart) return undefined;
  const text = part.replace(/^.*(?:mailto|smtp|e-?mail):/i, '').replace(/(@[^?]*)\?.*/, '$1');
  const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text) ?? [];
  // An address may start with a sign such as `'`, but not if the same sign closes it.
  const isPair = before !== '' && after.includes(before.slice(-1).replace('{', '}'));
  return [text, ...(isPair ? [] : [before + core]), core].map(withAsciiDomain).find(isEmail);
}

function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const url = `http://${address.slice(at)}`;
  if (at === 0 || !/[^\0-\x7F]/.test(url) || wrongCharacter.test(address.replaceAll(/[\u200C\u200D]/g, '')))
    return address;
  return URL.canParse(url) ? address.slice(0, at) + new URL(url).hostname : address;
}

/** A display name may itself hold separators ("Doe, Jane" <jane@x.org>), so bracketed addresses are taken first. */
function splitList(text: string): readonly string[] {
  const parts: string[] = [];
  for (const whole of text.split(/[\n\r\u2028\u2029\x85;]/)) {
    const line = whole.includes('@') ? withBrackets(whole) : whole;
    let end = 0;
    for (const match of line.matchAll(bracketed)) {
      const [brackets] = match;
      const before = line.slice(end, match.index);
      const address = brackets.slice(1, -1).trim();
      // Empty brackets keep their name, so that they can be corrected.
      // One by one: a pasted list may hold more than one call can take as arguments.
      for (const leading of leadingAddresses(before, address)) parts.push(leading);
      parts.push(address === '' ? `${before.slice(before.lastIndexOf(',') + 1)}${brackets}`.trim() : address);
      end = match.index + brackets.length;
    }
    for (const part of line.slice(end).split(',').flatMap(spacedAddresses)) parts.push(part);
  }
  return parts.filter((part) => part !== '');
}

/** `[a@b.c](mailto:a@b.c)`, `Name (a@b.c)` and `Name [a@b.c]` as `<a@b.c>`, and `a@b.c (Name)` without the name. */
function withBrackets(line: string): string {
  return line
    .replaceAll(/\[[^\][]*\]\(mailto:([^()]*)\)/gi, '<$1>')
    .replaceAll(/[([]\s*([^\s()<>[\]@]*@[^\s()<>[\],]*)\s*[)\]]/g, '<$1>')
    .replaceAll(/\([^()@]*\)|(?<![^\s,])"[^"@]*"/g, ' ');
}

/**
 * White space ends an address. Words without any address among them are one fault, not one each; beside an address, those of a name
 * are left out.
 */
function spacedAddresses(text: string): readonly string[] {
  if (!text.includes('@')) return [text.trim()];
  const words = text.split(/\s+/);
  return words.some(findAddress) ? words.filter((word) => !besideAddress.test(word)) : words;
}

/** What is written beside an address: words of a name or a label, a bullet, a number in a list. */
const besideAddress = /^(?:[\p{L}\p{M}'-]+[.:]?|[^\p{L}\p{N}@]+|\(?\d+[.):])$/u;
const separators = /[\s,]/;
const bracketed = /<[^<>]*>/g;
const quoted = /"[^"]*"/g;

/** What stands before `<…>` is its display name, except for other addresses: those may be wrong, but must not get lost. */
function leadingAddresses(before: string, address: string): readonly string[] {
  return before
    .replaceAll(quoted, ' ')
    .split(separators)
    .filter((part) => /.@./.test(part) && !sameEmail(part.replaceAll(/^'|'$/g, ''), address));
}
