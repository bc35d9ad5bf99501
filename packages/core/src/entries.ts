import { idText, isRecord, isText } from './shape.js';
import { SourceError, type SourceName } from './source-error.js';

/** An entry of a host's data of which only the id is known. */
export type Entry = Readonly<Record<string, unknown>> & Readonly<{ id: string }>;

/** Says that the entry at a place has no id. */
export function missingId(place: string): string {
  return `${place} has no "id". Give it an id that is a number or a non-empty string.`;
}

/** @throws {SourceError} when the id is taken; else it is taken from now on. */
export function claimId(taken: Set<string>, id: string, source: SourceName, name = 'id'): void {
  if (taken.has(id)) throw new SourceError(source, `the ${name} "${id}" appears twice. Ids must be unique.`);
  taken.add(id);
}

/**
 * Reads a list of entries. An id that is a number becomes text.
 *
 * @throws {SourceError} naming the entry whose id is missing or repeated, or when it is not a list.
 */
export function readEntries<T>(
  source: 'versions' | 'contacts',
  value: unknown,
  read: (entry: Entry) => T,
): readonly T[] {
  if (!Array.isArray(value)) throw new SourceError(source, `expected an array of ${source}.`);
  const taken = new Set<string>();
  return value.map((given: unknown, position) => {
    const entry = isRecord(given) ? given : {};
    const id = idText(entry.id);
    if (!isText(id)) throw new SourceError(source, missingId(`entry ${position}`));
    claimId(taken, id, source);
    return read({ ...entry, id });
  });
}
