import type { Place, Report } from './diagnostics.js';
import { isObject, member } from './json.js';
import type { DocumentedOperation } from './options.js';

/**
 * Reads the vendor extension that a host names: a string, an array of strings, `{ operator, permissions }` or `[{ scopes }]`.
 *
 * @returns The lists it comes to, of which each is one way; undefined if the operation has none, or none that can be read.
 */
export function readScopeExtension(
  name: string | undefined,
  operation: DocumentedOperation,
  place: Place,
  report: Report,
): readonly (readonly string[])[] | undefined {
  const value = name === undefined ? undefined : member(operation, name);
  if (name === undefined || value === undefined) return undefined;
  const lists = readLists(value);
  if (!lists) {
    report(
      'extension-unreadable',
      place,
      `"${name}" of ${operation.method} ${operation.path} has a form that is not known.`,
    );
  }
  return lists;
}

function readLists(value: unknown): readonly (readonly string[])[] | undefined {
  if (value === null || value === '') return [];
  if (typeof value === 'string') return [[value]];
  if (isIds(value)) return value.length > 0 ? [value] : [];
  if (Array.isArray(value)) {
    const lists = value.map((entry) => readIds(member(entry, 'scopes')));
    return lists.every((list) => list !== undefined) ? lists : undefined;
  }
  if (!isObject(value)) return undefined;
  const ids = readIds(member(value, 'permissions')) ?? readIds(member(value, 'scopes'));
  const operator = member(value, 'operator');
  if (!ids || (operator !== undefined && typeof operator !== 'string')) return undefined;
  if (operator === undefined || /^(?:and|all|allof)$/i.test(operator)) return [ids];
  return /^(?:or|any|anyof|oneof)$/i.test(operator) ? ids.map((id) => [id]) : undefined;
}

function readIds(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string' && value !== '') return [value];
  return isIds(value) ? value : undefined;
}

function isIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string' && id !== '');
}
