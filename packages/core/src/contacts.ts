import { hasText, idText, isRecord } from './shape.js';
import { SourceError } from './source-error.js';

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
  if (!Array.isArray(value)) throw new SourceError('contacts', 'expected an array of contacts.');
  const seen = new Set<string>();
  return value.map((given: unknown, position) => {
    const entry = isRecord(given) && { ...given, id: idText(given.id) };
    if (!entry || !hasText(entry, 'id')) {
      throw new SourceError(
        'contacts',
        `entry ${position} has no "id". Give every contact an id that is a number or a non-empty string.`,
      );
    }
    const { id, name, email, role } = entry;
    if (seen.has(id)) throw new SourceError('contacts', `the id "${id}" appears twice. Contact ids must be unique.`);
    seen.add(id);
    return {
      id,
      name: typeof name === 'string' ? name : '',
      email: typeof email === 'string' ? email : '',
      ...(typeof role === 'string' && { role }),
    };
  });
}
