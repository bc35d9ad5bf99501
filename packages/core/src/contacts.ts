import { readEntries } from './entries.js';

/** An account user who can be responsible for a token. */
export interface Contact {
  /** Identifies the contact in requests. Unique among the contacts offered. */
  id: string;
  /** Full name. May be empty; the e-mail address is then shown in its place. */
  name: string;
  /** E-mail address, shown beside the name. */
  email: string;
  /** What the person does in the account, for example `"Developer"`. */
  role?: string | undefined;
}

/**
 * Reads what a host's `contacts` gave.
 *
 * @throws {SourceError} naming the offending entry when it is not a list of contacts with unique ids.
 */
export function readContacts(value: unknown): readonly Contact[] {
  return readEntries('contacts', value, ({ id, name, email, role }) => ({
    id,
    name: typeof name === 'string' ? name : '',
    email: typeof email === 'string' ? email : '',
    ...(typeof role === 'string' && { role }),
  }));
}
