/** The words of an identifier: `agentPools`, `agent_pools` and `agent-pools` are two words each. */
export function wordsOf(text: string): readonly string[] {
  // By far the most are one plain word, or ASCII, whose letters need no tables.
  if (/^[a-z0-9]+$/.test(text)) return [text];
  const isAscii = /^[\0-\x7F]*$/.test(text);
  const spaced = isAscii
    ? text.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    : text.replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2').replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return spaced.split(isAscii ? /[^A-Za-z0-9]+/ : /[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
}

/** Words as people write them: lower case but for what is all capitals, such as `API`. */
export function phraseOf(text: string): string {
  return wordsOf(text)
    .map((word) => (/^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(word) ? word : word.toLowerCase()))
    .join(' ');
}

export function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

const separators = [/[:./]+/, /_+/, /-+/];

/** The parts of a scope id: split on `:` `.` `/`, else on `_`, else on `-`; the scheme of a URL says nothing. */
function segmentsOf(id: string): readonly string[] {
  const text = id.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const separator = separators.find((candidate) => candidate.test(text));
  const segments = separator ? text.split(separator).filter((segment) => segment !== '') : [text];
  return segments.length > 0 ? segments : [text];
}

/** How many of the ids must share a beginning for it to be a namespace. */
const namespaceShare = 0.8;

/**
 * Takes from each id the segments with which at least four of five ids begin: `okta.apps.read` → `apps`, `read`. Words of
 * access are no namespace, and something other than them is always left.
 *
 * @returns The segments of each id.
 */
export function segmentsWithoutNamespace(
  ids: Iterable<string>,
  isAccessWord: (segment: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const all = new Map([...ids].map((id) => [id, segmentsOf(id)]));
  const threshold = Math.max(2, all.size * namespaceShare);
  let sharing = [...all.values()];
  let depth = 0;
  for (;;) {
    const [segment, count] = mostFrequent(sharing.map((segments) => segments[depth]));
    if (segment === undefined || count < threshold || isAccessWord(segment)) break;
    sharing = sharing.filter((segments) => segments[depth] === segment);
    depth += 1;
  }
  const sharers = new Set(sharing);
  const result = new Map<string, readonly string[]>();
  for (const [id, segments] of all) {
    // As much of the namespace goes as leaves the name of a thing.
    let cut = sharers.has(segments) ? depth : 0;
    while (cut > 0 && segments.slice(cut).every(isAccessWord)) cut -= 1;
    result.set(id, segments.slice(cut));
  }
  return result;
}

function mostFrequent(values: readonly (string | undefined)[]): [string | undefined, number] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: [string | undefined, number] = [undefined, 0];
  for (const entry of counts) if (entry[1] > best[1]) best = entry;
  return best;
}
