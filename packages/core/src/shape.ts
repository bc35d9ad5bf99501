/** What hosts and servers hand over has no type until it is looked at; these look. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export function hasText<K extends string>(
  value: Readonly<Record<string, unknown>>,
  key: K,
): value is Readonly<Record<string, unknown>> & Readonly<Record<K, string>> {
  const member = value[key];
  return typeof member === 'string' && member.trim() !== '';
}
