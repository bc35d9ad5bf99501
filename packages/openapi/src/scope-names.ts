import type { AccessLevel } from '@tokenwright/core';
import { accessByName, isAccessWord } from './access-level.js';
import { segmentsWithoutNamespace } from './words.js';

/** What the id of a scope says by itself. */
export interface ScopeName {
  /** The parts of the id, without the namespace. */
  readonly segments: readonly string[];
  /** Those that name a thing, and not what may be done with it; in lower case. */
  readonly thing: string;
  /** The first of them as it is written; if there is none, the first part. */
  readonly resource: string;
  readonly access: AccessLevel | undefined;
}

/** Reads ids together, because a namespace and siblings show only among others. */
export function readScopeNames(ids: Iterable<string>): ReadonlyMap<string, ScopeName> {
  const all = [...ids];
  const withReadSibling = new Set(all.flatMap(siblingsToRead));
  const names = new Map<string, ScopeName>();
  for (const [id, segments] of segmentsWithoutNamespace(all, isAccessWord)) {
    const things = segments.filter((segment) => !isAccessWord(segment));
    names.set(id, {
      segments,
      thing: things.join(' ').toLowerCase(),
      resource: things[0] ?? segments[0] ?? '',
      access: accessByName(segments, withReadSibling.has(id)),
    });
  }
  return names;
}

/** The ids beside which this one is for reading only: `contacts` for `contacts.read` and `read:contacts`. */
function siblingsToRead(id: string): readonly string[] {
  const [, before] = /^(.+)[:./_-]read(?:[_-]?only)?$/i.exec(id) ?? [];
  const [, behind] = /^read(?:[_-]?only)?[:./_-](.+)$/i.exec(id) ?? [];
  return [before, behind].filter((sibling) => sibling !== undefined);
}
