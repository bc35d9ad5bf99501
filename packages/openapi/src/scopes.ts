import type { AccessLevel } from '@tokenwright/core';
import { type AccessRule, accessByDescription, accessByMethods, accessByName, isAccessWord } from './access-level.js';
import type { ImportedScope } from './imported-catalog.js';
import { type ImportOptions, valueFor } from './options.js';
import { plainText, saysDeprecated } from './plain-text.js';
import type { ScopeEvidence } from './scope-evidence.js';
import { capitalised, phraseOf, segmentsWithoutNamespace } from './words.js';

/** A scope before it stands in a category. */
export interface DraftScope
  extends Pick<ImportedScope, 'id' | 'label' | 'description' | 'access' | 'deprecated' | 'origin'> {
  access: AccessLevel;
  /** What scopes of one category are ordered by, before their access. */
  readonly order: string;
  /** Tells a scope from another with the same label, where the id does not read well. */
  readonly path?: string;
  readonly rules: Omit<ImportedScope['inferred'], 'category'>;
}

const accessLevels: readonly AccessLevel[] = ['read', 'write', 'admin'];

export function accessRank(access: AccessLevel): number {
  return accessLevels.indexOf(access);
}

/** What people are told of each scope, and the parts of its id without the namespace. */
export function describeScopes(
  scopes: ReadonlyMap<string, ScopeEvidence>,
  options: ImportOptions,
): { drafts: readonly DraftScope[]; segments: ReadonlyMap<string, readonly string[]> } {
  const segments = segmentsWithoutNamespace(scopes.keys(), isAccessWord);
  const drafts = [...scopes.values()].map((evidence) => {
    const { id, isDeclared, operations } = evidence;
    const parts = segments.get(id) ?? [id];
    const description = plainText(evidence.description, id);
    const label = valueFor(options.labels, id);
    const { access, rule } = accessOf(evidence, parts, description, { scopes, options });
    return {
      id,
      label: label ?? labelOf(id, parts),
      ...(description !== undefined && { description }),
      access,
      ...(saysDeprecated(evidence.description) && { deprecated: true }),
      origin: isDeclared
        ? operations.length > 0
          ? ('documented' as const)
          : ('unused' as const)
        : ('undeclared' as const),
      order: parts
        .filter((part) => !isAccessWord(part))
        .join(' ')
        .toLowerCase(),
      rules: { label: label === undefined ? ('id' as const) : ('option' as const), access: rule },
    };
  });
  return { drafts, segments };
}

/** The name, then the methods, then the description, then `write`: to take a write for a read is the error that matters. */
function accessOf(
  { id, operations }: ScopeEvidence,
  segments: readonly string[],
  description: string | undefined,
  { scopes, options }: { scopes: ReadonlyMap<string, unknown>; options: ImportOptions },
): { access: AccessLevel; rule: AccessRule } {
  const given = valueFor(options.access, id);
  if (given) return { access: given, rule: 'option' };
  const name = accessByName(segments, hasReadSibling(id, scopes));
  if (name) return { access: name, rule: 'name' };
  const methods = accessByMethods(operations.map(({ operation }) => operation.method));
  if (methods) return { access: methods, rule: 'methods' };
  const said = description === undefined ? undefined : accessByDescription(description);
  return said ? { access: said, rule: 'description' } : { access: 'write', rule: 'default' };
}

const readWords = ['read', 'readonly', 'read_only', 'read-only', 'Read', 'ReadOnly'];
const joints = [':', '.', '/', '_', '-'];

/** `contacts.read` or `read:contacts` beside `contacts`. */
export function hasReadSibling(id: string, scopes: ReadonlyMap<string, unknown>): boolean {
  return joints.some((joint) =>
    readWords.some((word) => scopes.has(id + joint + word) || scopes.has(word + joint + id)),
  );
}

/** The id as people read it, the thing before what may be done with it: `read:user` is "User: read". */
function labelOf(id: string, segments: readonly string[]): string {
  const [first = id, ...others] = segments;
  const isLed = others.length > 0 && isAccessWord(first) && !others.some(isAccessWord);
  const parts = isLed ? [...others, first] : segments;
  const split = parts.findIndex((part, position) => position > 0 && isAccessWord(part));
  const end = split > 0 ? split : id.includes('://') ? parts.length : Math.max(1, parts.length - 1);
  const thing = parts.slice(0, end).map(phraseOf).filter(Boolean).join(' ');
  const rest = parts.slice(end).map(phraseOf).filter(Boolean).join(' ');
  const label = capitalised([thing, rest].filter(Boolean).join(': '));
  if (label !== '') return label;
  return id.trim() === '' ? JSON.stringify(id) : id.trim();
}
