import type { Scope, ScopeCatalog, ScopeCategory } from '@tokenwright/core';

const marks = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;
/** Letters that Unicode does not take apart, though people without that key on their keyboard type the plain letter. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ς: 'σ',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** Text as it is compared: without case and width, and without accents, other marks and invisible characters; `’` as `'`. */
export function fold(text: string): string {
  // Marks are removed first: normalizing a long run of them takes quadratic time.
  return text
    .replaceAll(marks, '')
    .normalize('NFKD')
    .replaceAll(marks, '')
    .toLowerCase()
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/[øłđıςßæœ]/g, (letter) => plainLetters[letter] ?? letter);
}

/** A longer query is a pasted document. Only its start is searched for. In code units. */
const longestQuery = 1000;

/** The words of a query, folded, each once. All of them must be found. */
export function searchWords(query: string): readonly string[] {
  const words = new Set(fold(query.slice(0, longestQuery)).split(/\s+/));
  words.delete('');
  return [...words];
}

const haystacks = new WeakMap<Scope, string>();

/** Everything of a scope that can be searched. Folding thousands of texts at every key would be felt, so it is kept. */
function haystackOf(scope: Scope): string {
  const known = haystacks.get(scope);
  if (known !== undefined) return known;
  const endpoints = scope.endpoints?.map(({ method, path }) => `${method} ${path}`) ?? [];
  const haystack = fold([scope.label, scope.id, scope.description ?? '', ...endpoints].join('\n'));
  haystacks.set(scope, haystack);
  return haystack;
}

/** What a search found: the matching scopes of each category that has some. */
export type SearchResult = ReadonlyMap<ScopeCategory, readonly Scope[]>;

/** A word may also stand in the name of the category, as a user who looks for a whole category would expect. */
export function searchScopes({ categories }: ScopeCatalog, words: readonly string[]): SearchResult {
  const found = new Map<ScopeCategory, readonly Scope[]>();
  for (const category of categories) {
    const inName = fold(category.label);
    const rest = words.filter((word) => !inName.includes(word));
    const scopes = category.scopes.filter((scope) => {
      const haystack = haystackOf(scope);
      return rest.every((word) => haystack.includes(word));
    });
    if (scopes.length > 0) found.set(category, scopes);
  }
  return found;
}

/** What of a catalog, or of what was found in it, is wanted; categories without any are left out. */
export function narrowScopes(
  catalog: ScopeCatalog,
  found: SearchResult | null,
  isWanted: (scope: Scope) => boolean,
): SearchResult {
  const narrowed = new Map<ScopeCategory, readonly Scope[]>();
  for (const category of catalog.categories) {
    const scopes = (found ? (found.get(category) ?? []) : category.scopes).filter(isWanted);
    if (scopes.length > 0) narrowed.set(category, scopes);
  }
  return narrowed;
}

export function countFound(found: SearchResult): number {
  let count = 0;
  for (const scopes of found.values()) count += scopes.length;
  return count;
}

export interface TextSegment {
  /** Where it starts in the text. */
  start: number;
  text: string;
  marked: boolean;
}

/** Cuts a text at the places where words were found, ignoring case and accents. */
export function markWords(text: string, words: readonly string[]): readonly TextSegment[] {
  const marks = marksIn(text, words);
  const segments: TextSegment[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end += 1) {
    const marked = marks[start] ?? false;
    if (end < text.length && (marks[end] ?? false) === marked) continue;
    segments.push({ start, text: text.slice(start, end), marked });
    start = end;
  }
  return segments;
}

/** For each code unit of the text, whether it belongs to a found word. */
function marksIn(text: string, words: readonly string[]): readonly boolean[] {
  const marks = new Array<boolean>(text.length).fill(false);
  // Folding changes lengths, so each folded code unit remembers where it came from.
  let folded = '';
  const origins: { start: number; end: number }[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const piece = fold(character);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1) origins.push({ start, end });
    start = end;
  }
  for (const word of words) {
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      const from = origins[at]?.start ?? 0;
      const to = origins[at + word.length - 1]?.end ?? from;
      marks.fill(true, from, to);
    }
  }
  return marks;
}
