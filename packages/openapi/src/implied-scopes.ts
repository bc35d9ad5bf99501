import { type PerScope, valueFor } from './options.js';
import type { DocumentReading } from './read-document.js';
import { distinct, mostAlternatives } from './security.js';

type Alternatives = readonly (readonly string[])[];

/**
 * The host says which scopes include others; a token with the wider scope may send the requests that the narrower one allows.
 *
 * @returns Adds to the alternatives of an operation those in which a wider scope stands for what it includes.
 */
export function withImplied(
  implies: PerScope<readonly string[]>,
  used: ReadonlySet<string>,
  documents: readonly DocumentReading[],
): (alternatives: Alternatives) => Alternatives {
  const known = new Set(used);
  for (const { declared } of documents) for (const { id } of declared) known.add(id);
  if (typeof implies === 'object') for (const id of Object.keys(implies)) known.add(id);
  const included = new Map<string, ReadonlySet<string>>();
  for (const id of known) {
    const reached = new Set([id]);
    // A Set's iteration also visits what is added on the way, each id once: a circle ends.
    for (const next of reached) for (const other of valueFor(implies, next) ?? []) reached.add(other);
    if (reached.size > 1) included.set(id, reached);
  }
  return (alternatives) => {
    let ways: Alternatives = alternatives;
    for (const [wider, narrower] of included) {
      const replaced = ways.flatMap((set) => {
        if (!set.some((id) => id !== wider && narrower.has(id))) return [];
        return [[...set.filter((id) => !narrower.has(id)), wider]];
      });
      if (replaced.length > 0) ways = distinct([...ways, ...replaced]).slice(0, mostAlternatives);
    }
    return ways;
  };
}
