import type { Contact } from '@tokenwright/core';
import type { Format } from '../messages/format.js';
import { fold } from '../scope-search/scope-search.js';

/**
 * Finds contacts by what the user typed, which is trimmed and not empty. The signal is aborted once the answer is no
 * longer wanted. A rejection shows an error with Retry.
 */
export type ContactSearch = (query: string, context: { signal: AbortSignal }) => Promise<readonly Contact[]>;

/** What a contact is called: by e-mail address if there is no name. */
export function contactName({ id, name, email }: Contact): string {
  return name.trim() || email || id;
}

/** What tells a contact apart from others of the same name: the address, the role or, at last, the id; `''` if the name is enough. */
export function contactMark(contact: Contact, contacts: readonly Contact[]): string {
  const { id, email, role = '' } = contact;
  const { called } = searchableOf(contact);
  const twins = contacts.filter((other) => other.id !== id && searchableOf(other).called === called);
  if (twins.length === 0) return '';
  return (
    [email, role].find((mark) => mark !== '' && !twins.some((twin) => [twin.email, twin.role].includes(mark))) ?? id
  );
}

/** A contact on one line with the address, or with what tells it apart from others of the same name. */
export function contactText(contact: Contact, format: Format, contacts: readonly Contact[] = []): string {
  const name = format.isolate(contactName(contact));
  const mark = contactMark(contact, contacts) || (contact.name.trim() === '' ? '' : contact.email);
  return mark === '' ? name : `${name} (${mark})`;
}

/** What can be searched of a contact. Folding thousands of texts at every key would be felt, so it is stored. */
interface Searchable {
  readonly called: string;
  readonly text: string;
  /** The name, the address, and the line that appears in the box: each as words between single spaces, on a line of its own. */
  readonly names: string;
}

const searchables = new WeakMap<Contact, Searchable>();

function searchableOf(contact: Contact): Searchable {
  const known = searchables.get(contact);
  if (known) return known;
  const { name, email, role = '' } = contact;
  const searchable = {
    called: fold(contactName(contact)).replaceAll(/\s+/g, ' ').trim(),
    // In brackets, as in the box, whose text may be edited rather than replaced.
    text: fold(`${name} (${email}) (${role})`),
    names: [name, email, `${name} ${email}`].map((text) => `\n${spaced(fold(text))} \n`).join(''),
  };
  searchables.set(contact, searchable);
  return searchable;
}

/** ` ann x org` for `ann@x.org`, so that the start of a word can be found. */
function spaced(folded: string): string {
  return ` ${folded.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()}`;
}

/**
 * The contacts whose name, address or role contain every word, the best match first: Enter picks that one. A whole name or address comes
 * before the start of one, then words that start so, then words that contain the text. Whole words come before parts of words. Equal
 * matches keep their order.
 *
 * @param words Folded words. Without any, all contacts match.
 */
export function findContacts(contacts: readonly Contact[], words: readonly string[]): readonly Contact[] {
  if (words.length === 0) return contacts;
  const starts = words.map(spaced);
  const start = `\n${spaced(words.join(' '))}`;
  const ranks = [[`${start} \n`], [`${start} `], [start], starts.map((word) => `${word} `), starts, []];
  return contacts
    .map((contact) => ({ contact, ...searchableOf(contact) }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ contact, names }) => ({
      contact,
      rank: ranks.findIndex((texts) => texts.every((text) => names.includes(text))),
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ contact }) => contact);
}
