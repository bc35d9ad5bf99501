import type { CategoryRule } from './imported-catalog.js';
import { compare } from './json.js';
import type { GroupSubject, ImportOptions } from './options.js';
import { plainText } from './plain-text.js';
import type { DocumentReading } from './read-document.js';
import type { ScopeName } from './scope-names.js';
import { capitalised, phraseOf } from './words.js';

/** A category without its scopes yet. */
export interface Group {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly rule: CategoryRule;
  readonly members: readonly string[];
}

/** More than this share of categories with one scope each is no help. */
const mostSingletons = 0.6;

const restId = 'other';

export interface Grouping {
  subjects: readonly GroupSubject[];
  documents: readonly DocumentReading[];
  options: ImportOptions;
}

/** Groups the scopes that documents declare or use. */
export function groupScopes(
  { subjects, documents, options: { groupBy = 'auto' } }: Grouping,
  names: ReadonlyMap<string, ScopeName>,
): readonly Group[] {
  const byName = (): readonly Group[] => {
    const groups = collect(subjects, ({ id }) => names.get(id)?.resource, 'name');
    return labelledByTag(groups, subjects, documents);
  };
  const byTag = () => groupByTag(subjects, documents);
  if (typeof groupBy === 'function') return ordered(collect(subjects, groupBy, 'groupBy'), documents);
  if (groupBy === 'tag') return byTag();
  if (groupBy === 'document') return groupByDocument(subjects, documents);
  const groups = byName();
  if (groupBy === 'name') return groups;
  const singletons = groups.filter(({ members }) => members.length === 1).length;
  return groups.length > 1 && singletons > groups.length * mostSingletons ? byTag() : groups;
}

/** Groups the scopes that are made of operations: by tag, or by document where a document is a chapter of the API. */
export function groupOperations({ subjects, documents, options: { groupBy = 'auto' } }: Grouping): readonly Group[] {
  if (typeof groupBy === 'function') return ordered(collect(subjects, groupBy, 'groupBy'), documents);
  const tags = new Set(subjects.map((subject) => firstTag(subject)));
  const chapters = documents.filter(({ operations }) => operations.length > 0).length;
  // About as many tags as documents: splitting the API into documents has grouped it already.
  const isSplit = chapters > 1 && tags.size < chapters * 1.5;
  if (groupBy === 'document' || (groupBy !== 'tag' && isSplit)) return groupByDocument(subjects, documents);
  return groupByTag(subjects, documents);
}

function groupByTag(subjects: readonly GroupSubject[], documents: readonly DocumentReading[]): readonly Group[] {
  const groups = collect(subjects, topTag, 'tag').map((group) =>
    group.rule === 'tag' ? withTag(group, group.id, documents) : group,
  );
  return ordered(groups, documents);
}

function groupByDocument(subjects: readonly GroupSubject[], documents: readonly DocumentReading[]): readonly Group[] {
  const nameOf = new Map(documents.map((reading) => [reading.name, chapterName(reading)]));
  const names = [...nameOf.values()].map(({ name }) => name);
  const isShared = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  const home = new Map<string, string>();
  for (const { name, declared } of documents) for (const { id } of declared) if (!home.has(id)) home.set(id, name);
  const chapterOf = ({ id, operations }: GroupSubject): string | undefined => {
    const document = home.get(id) ?? operations[0]?.document;
    const chapter = document === undefined ? undefined : nameOf.get(document);
    return chapter && isShared(chapter.name) ? (chapter.title ?? chapter.name) : chapter?.name;
  };
  const groups = collect(subjects, chapterOf, 'document').map((group) => {
    const chapter = documents.find((reading) => nameOf.get(reading.name)?.name === group.id);
    return chapter && group.rule === 'document' ? withTag(group, group.id, [chapter]) : group;
  });
  return ordered(groups, documents);
}

/** A document is called by the tag of most of its operations, of equals by the one it declares first; else by its title. */
function chapterName({ name, title, tags, operations }: DocumentReading): { name: string; title: string | undefined } {
  const used = operations.flatMap(({ operation }) => operation.tags.slice(0, 1));
  const tag = mostFrequent(used, [...tags.keys()]);
  const heading = title?.trim();
  return { name: tag ?? heading ?? name, title: heading };
}

/** Collects subjects by a key, whatever its case; those without a key are the rest. */
function collect(
  subjects: readonly GroupSubject[],
  keyOf: (subject: GroupSubject) => string | undefined,
  rule: CategoryRule,
): Group[] {
  const groups = new Map<string, { spellings: Set<string>; members: string[]; rule: CategoryRule }>();
  for (const subject of subjects) {
    const given = keyOf(subject);
    const key = given === undefined || given === '' ? restId : given;
    const folded = key.toLowerCase();
    const group = groups.get(folded) ?? { spellings: new Set(), members: [], rule: given ? rule : 'rest' };
    group.spellings.add(key);
    group.members.push(subject.id);
    if (given) group.rule = rule;
    groups.set(folded, group);
  }
  return [...groups.values()].map((group) => {
    const id = [...group.spellings].sort(compare)[0] ?? restId;
    const label = group.rule === 'groupBy' ? id : nameFrom(id);
    return { id, label, rule: group.rule, members: group.members };
  });
}

function nameFrom(segment: string): string {
  return capitalised(phraseOf(segment)) || JSON.stringify(segment);
}

/** Tags are labels, not keys: where all scopes of a group have the same top tag, and no other group has it, its name is used. */
function labelledByTag(
  groups: readonly Group[],
  subjects: readonly GroupSubject[],
  documents: readonly DocumentReading[],
): readonly Group[] {
  const tagOf = new Map(subjects.map((subject) => [subject.id, topTag(subject)]));
  const tags = groups.map(({ members }) => {
    const distinct = new Set(members.map((id) => tagOf.get(id)).filter((tag) => tag !== undefined));
    return distinct.size === 1 ? [...distinct][0] : undefined;
  });
  // Two categories must not be called the same, so a tag gives way to what another category is called anyhow.
  const names = new Map<string, number>();
  for (const text of [
    ...groups.map(({ label }) => label),
    ...tags.flatMap((tag) => (tag === undefined ? [] : tagLabel(tag))),
  ]) {
    names.set(text.toLowerCase(), (names.get(text.toLowerCase()) ?? 0) + 1);
  }
  return ordered(
    groups.map((group, position) => {
      const tag = tags[position];
      if (tag === undefined) return group;
      const name = tagLabel(tag).toLowerCase();
      const own = name === group.label.toLowerCase() ? 2 : 1;
      return names.get(name) === own ? withTag(group, tag, documents) : group;
    }),
    documents,
  );
}

function withTag(group: Group, tag: string, documents: readonly DocumentReading[]): Group {
  const description = documents.map(({ tags }) => plainText(tags.get(tag), tag)).find((text) => text !== undefined);
  return { ...group, label: tagLabel(tag), ...(description !== undefined && { description }) };
}

/** A tag is written for people, unless it is written as one word of code. */
function tagLabel(tag: string): string {
  const text = tag.trim().replaceAll(/\s+/g, ' ');
  const isCode = !text.includes(' ') && (/[_.]/.test(text) || /^\p{Ll}/u.test(text) || /\p{Ll}\p{Lu}/u.test(text));
  return isCode ? nameFrom(text) : text;
}

/** By label, the rest last. A catalog that is nothing but the rest is called as the API is. */
function ordered(groups: readonly Group[], documents: readonly DocumentReading[]): readonly Group[] {
  const title = documents.map((reading) => reading.title?.trim()).find((text) => text !== undefined);
  const named =
    groups.length === 1
      ? groups.map((group) => (group.rule === 'rest' ? { ...group, label: title ?? group.label } : group))
      : groups;
  const key = ({ label, rule }: Group) => `${rule === 'rest' ? 1 : 0}${label.toLowerCase()}`;
  return named.toSorted((a, b) => compare(key(a), key(b)) || compare(a.id, b.id));
}

/** The first tag of most of the operations; of equally frequent ones the first in alphabetical order. */
function topTag({ operations }: GroupSubject): string | undefined {
  return mostFrequent(operations.flatMap(({ tags }) => tags.slice(0, 1)));
}

function firstTag({ operations }: GroupSubject): string | undefined {
  return operations[0]?.tags[0];
}

/** Of equally frequent ones the first of those preferred, else the first in alphabetical order. */
function mostFrequent(values: readonly string[], preferred: readonly string[] = []): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const rank = (value: string) => (preferred.includes(value) ? preferred.indexOf(value) : preferred.length);
  return [...counts].sort(([a, x], [b, y]) => y - x || rank(a) - rank(b) || compare(a, b))[0]?.[0];
}
