/** RFC 5321 §4.5.3.1.1: octets before the `@`. */
const maxLocalPart = 64;
/** RFC 5321 §4.5.3.1.3, less the angle brackets of a path: octets in all. */
const maxAddress = 254;

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
  /** Not an address; to be given back to the user as it was typed. */
  readonly invalid: readonly string[];
}

/**
 * Reads a typed or pasted list: parts end at a comma, a semicolon, white space or a line end; `Name <a@b.c>` counts as `a@b.c`.
 *
 * @param text What the user typed.
 * @param existing The addresses already in the list.
 */
export function readEmailList(text: string, existing: readonly string[]): EmailList {
  const known = new Set(existing.map((email) => email.toLowerCase()));
  const added: string[] = [];
  const duplicates: string[] = [];
  const invalid: string[] = [];
  for (const part of splitList(text)) {
    if (!isEmail(part)) invalid.push(part);
    else if (known.has(part.toLowerCase())) duplicates.push(part);
    else {
      known.add(part.toLowerCase());
      added.push(part);
    }
  }
  return { added, duplicates, invalid };
}

/** A display name may itself hold separators ("Doe, Jane" <jane@x.org>), so bracketed addresses are taken first. */
function splitList(text: string): readonly string[] {
  const parts: string[] = [];
  for (const line of text.split(/[\n;]/)) {
    let end = 0;
    for (const match of line.matchAll(bracketed)) {
      const [brackets] = match;
      const before = line.slice(end, match.index);
      const address = brackets.slice(1, -1).trim();
      // Empty brackets keep their name, so that they can be mended.
      // One by one: a pasted list may hold more than one call can take as arguments.
      for (const leading of leadingAddresses(before, address)) parts.push(leading);
      parts.push(address === '' ? `${before.slice(before.lastIndexOf(',') + 1)}${brackets}`.trim() : address);
      end = match.index + brackets.length;
    }
    for (const part of line.slice(end).split(',').flatMap(spacedAddresses)) parts.push(part);
  }
  return parts.filter((part) => part !== '');
}

/** White space ends an address; words without any address among them are one fault, not one each. */
function spacedAddresses(text: string): readonly string[] {
  return text.includes('@') ? text.split(/\s/) : [text.trim()];
}

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
