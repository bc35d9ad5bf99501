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

/** A contact on one line, told apart from others of the same name. */
export function contactText(contact: Contact, format: Format): string {
  const name = format.isolate(contactName(contact));
  return contact.name.trim() === '' || contact.email === '' ? name : `${name} (${contact.email})`;
}

const haystacks = new WeakMap<Contact, string>();

/** Everything of a contact that can be searched. Folding thousands of texts at every key would be felt, so it is kept. */
function haystackOf(contact: Contact): string {
  const known = haystacks.get(contact);
  if (known !== undefined) return known;
  const { name, email, role = '' } = contact;
  // The address in brackets too: what was chosen stands so in the box, and may be edited rather than replaced.
  const haystack = fold([name, `(${email})`, role].join(' '));
  haystacks.set(contact, haystack);
  return haystack;
}

/** The contacts in whose name, address or role every word stands. The words are folded; without any, all match. */
export function findContacts(contacts: readonly Contact[], words: readonly string[]): readonly Contact[] {
  if (words.length === 0) return contacts;
  return contacts.filter((contact) => words.every((word) => haystackOf(contact).includes(word)));
}
