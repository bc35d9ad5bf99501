/** A parsed document has no type until it is looked at; these look. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of the object itself: `constructor` and `__proto__` are names like any other. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function textMember(value: unknown, name: string): string | undefined {
  const text = member(value, name);
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

/** The object's own entries; none for anything that is not an object. */
export function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** RFC 6901: how a name stands in a pointer. */
export function pointerTo(...names: readonly (string | number)[]): string {
  let pointer = '#';
  for (const name of names) pointer += `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return pointer;
}

/** An order that is the same on every machine: by UTF-16 code units. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
