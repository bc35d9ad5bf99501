import type { Scope, ScopeCatalog, ScopeCategory } from '@tokenwright/core';

/** The texts that the wizard shows: the contenders show the same ones. */
export const accessNames = { read: 'Read', write: 'Write', admin: 'Admin' } as const;

const plain = new Intl.NumberFormat('en');

export const categoryText = (count: number, total: number) =>
  `${plain.format(count)} of ${plain.format(total)} selected`;

export const totalText = (count: number) =>
  count === 0 ? 'No scopes selected' : `${plain.format(count)} ${count === 1 ? 'scope' : 'scopes'} selected`;

export const matchesText = (count: number) =>
  `${plain.format(count)} ${count === 1 ? 'scope matches' : 'scopes match'}`;

/** What a search found, by category; null when nothing is searched. */
export type Found = ReadonlyMap<ScopeCategory, ReadonlySet<Scope>> | null;

/** Finds the text in names and descriptions, as somebody who needs no more would write it. */
export function search({ categories }: ScopeCatalog, query: string): Found {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return null;
  const found = new Map<ScopeCategory, ReadonlySet<Scope>>();
  for (const category of categories) {
    const scopes = category.scopes.filter(({ label, description = '' }) =>
      `${label}\n${description}`.toLowerCase().includes(wanted),
    );
    if (scopes.length > 0) found.set(category, new Set(scopes));
  }
  return found;
}

export function countFound(found: NonNullable<Found>): number {
  let count = 0;
  for (const scopes of found.values()) count += scopes.size;
  return count;
}
