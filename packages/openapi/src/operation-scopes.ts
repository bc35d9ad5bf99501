import { accessByMethods } from './access-level.js';
import { type ImportOptions, valueFor } from './options.js';
import { plainText, saysDeprecated } from './plain-text.js';
import type { OperationReading } from './read-document.js';
import type { DraftScope } from './scopes.js';
import { capitalised, phraseOf } from './words.js';

/** A scope that stands for one operation. */
export interface OperationScope {
  readonly draft: DraftScope;
  readonly reading: OperationReading;
}

/** For an API without scopes: each operation is one. */
export function operationScopes(
  operations: readonly OperationReading[],
  options: ImportOptions,
): readonly OperationScope[] {
  const ids = idsOf(operations);
  return operations.map((reading, position) => {
    const { method, path, deprecated } = reading.operation;
    const id = ids[position] ?? '';
    const given = valueFor(options.labels, id);
    const summary = plainText(reading.summary);
    const description = plainText(reading.description, reading.summary);
    const access = valueFor(options.access, id);
    return {
      reading,
      draft: {
        id,
        label: given ?? summary ?? labelOf(method, path),
        ...(description !== undefined && description !== summary && { description }),
        access: access ?? accessByMethods([method]) ?? 'write',
        ...((deprecated || saysDeprecated(reading.summary)) && { deprecated: true }),
        origin: 'operation',
        order: String(position).padStart(7, '0'),
        operation: reading.operation,
        rules: {
          label: given === undefined ? (summary === undefined ? 'path' : 'summary') : 'option',
          access: access ? 'option' : 'methods',
        },
      },
    };
  });
}

/**
 * Ids that stay the same when parameters are renamed or operations change places: `get:/jobs/{}`. Where two paths of one
 * method differ in nothing but the names of their parameters, the names stay.
 */
function idsOf(operations: readonly OperationReading[]): readonly string[] {
  const short = operations.map(({ operation: { method, path } }) => idOf(method, path.replaceAll(/\{[^{}]*\}/g, '{}')));
  const counts = new Map<string, number>();
  for (const id of short) counts.set(id, (counts.get(id) ?? 0) + 1);
  const taken = new Set<string>();
  return short.map((id, position) => {
    const operation = operations[position]?.operation;
    const full = operation && (counts.get(id) ?? 0) > 1 ? idOf(operation.method, operation.path) : id;
    // Paths that no URL can carry may still come to the same.
    let unique = full;
    for (let count = 2; taken.has(unique); count += 1) unique = `${full}~${count}`;
    taken.add(unique);
    return unique;
  });
}

/** RFC 6749 §3.3: a scope is of printable ASCII without space, quote and backslash. */
function idOf(method: string, path: string): string {
  return `${method.toLowerCase()}:${path}`.replaceAll(/[^\x21\x23-\x5B\x5D-\x7E]+/g, (text) =>
    encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD')),
  );
}

const verbs: ReadonlyMap<string, string> = new Map([
  ['GET', 'Read'],
  ['HEAD', 'Check'],
  ['QUERY', 'Search'],
  ['POST', 'Create'],
  ['PUT', 'Replace'],
  ['PATCH', 'Change'],
  ['DELETE', 'Delete'],
]);

/** The words of a path, without its parameters and the version it may start with. */
function labelOf(method: string, path: string): string {
  const words = path
    .split('/')
    .filter((segment) => segment !== '' && !segment.includes('{') && !/^(?:api|v\d+(?:\.\d+)*)$/i.test(segment))
    .map(phraseOf)
    .filter(Boolean)
    .join(' ');
  return words === '' ? `${method} ${path}` : `${verbs.get(method) ?? capitalised(method.toLowerCase())} ${words}`;
}
