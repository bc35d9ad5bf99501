import type { Place } from './diagnostics.js';
import { compare } from './json.js';
import type { DocumentReading, OperationReading } from './read-document.js';

/** All that the documents say of one scope. */
export interface ScopeEvidence {
  readonly id: string;
  readonly isDeclared: boolean;
  /** As written; the longest where several flows or documents describe it. */
  readonly description: string | undefined;
  /** The operations that name it, in the order of their paths. */
  readonly operations: readonly OperationReading[];
  readonly place: Place;
}

/** Every scope that is declared or used, by id in alphabetical order. Neither is ever dropped. */
export function collectScopes(
  documents: readonly DocumentReading[],
  operations: readonly OperationReading[],
): ReadonlyMap<string, ScopeEvidence> {
  const found = new Map<
    string,
    { isDeclared: boolean; description: string | undefined; operations: OperationReading[]; place: Place }
  >();
  for (const { id, description, place } of documents.flatMap(({ declared }) => declared)) {
    const evidence = found.get(id) ?? { isDeclared: true, description, operations: [], place };
    if (isBetter(description, evidence.description)) evidence.description = description;
    found.set(id, evidence);
  }
  for (const reading of operations) {
    const { alternatives } = reading.operation;
    const [only] = alternatives;
    for (const id of alternatives.length === 1 && only ? only : new Set(alternatives.flat())) {
      const evidence = found.get(id) ?? {
        isDeclared: false,
        description: undefined,
        operations: [],
        place: reading.place,
      };
      evidence.operations.push(reading);
      found.set(id, evidence);
    }
  }
  return new Map([...found].sort(([a], [b]) => compare(a, b)).map(([id, evidence]) => [id, { id, ...evidence }]));
}

function isBetter(text: string | undefined, known: string | undefined): boolean {
  if (text === undefined || known === undefined) return known === undefined;
  return text.length > known.length || (text.length === known.length && text < known);
}
