/** What hosts and servers hand over has no type until it is looked at; these look. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** An id as text: databases number their rows. Anything else comes back as it is. */
export function idText(id: unknown): unknown {
  return Number.isFinite(id) || typeof id === 'bigint' ? String(id) : id;
}

/** The entry with other members and without those that are null: servers write null for what is absent. The same object where nothing differs. */
export function withMembers(
  entry: Readonly<Record<string, unknown>>,
  members: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const isSame = Object.keys(members).every((key) => entry[key] === members[key] && entry[key] !== null);
  if (isSame && !Object.values(entry).includes(null)) return entry;
  return Object.fromEntries(
    Object.entries({ ...entry, ...members }).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** Each entry of a list changed; the same list where none is. Anything that is not a list comes back as it is. */
export function withEntries(list: unknown, change: (entry: unknown) => unknown): unknown {
  if (!Array.isArray(list)) return list;
  const changed = list.map((entry: unknown) => change(entry));
  return changed.every((entry, position) => entry === list[position]) ? list : changed;
}

/** Says what of a host's data was not understood, and what was made of it. */
export type Warn = (problem: string) => void;

/** Whether the value is text with more than white space. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
