import type { AccessLevel } from '@tokenwright/core';
import { type AccessRule, accessByDescription, accessByMethods, isAccessWord } from './access-level.js';
import type { ImportedScope, ScopeOrigin } from './imported-catalog.js';
import type { ImportedOperation } from './operation.js';
import { type ImportOptions, valueFor } from './options.js';
import { plainText, saysDeprecated } from './plain-text.js';
import type { ScopeEvidence } from './scope-evidence.js';
import type { ScopeName } from './scope-names.js';
import { capitalised, phraseOf } from './words.js';

/** A scope before it stands in a category. */
export interface DraftScope
  extends Pick<ImportedScope, 'id' | 'label' | 'description' | 'access' | 'deprecated' | 'origin'> {
  access: AccessLevel;
  /** What scopes of one category are ordered by, before their access. */
  readonly order: string;
  /** The one operation that it stands for, where the documents know no scopes. */
  readonly operation?: ImportedOperation;
  readonly rules: Omit<ImportedScope['inferred'], 'category'>;
}

const accessLevels: readonly AccessLevel[] = ['read', 'write', 'admin'];

export function accessRank(access: AccessLevel): number {
  return accessLevels.indexOf(access);
}

/** What people are told of each scope. */
export function describeScopes(
  scopes: ReadonlyMap<string, ScopeEvidence>,
  names: ReadonlyMap<string, ScopeName>,
  options: ImportOptions,
): readonly DraftScope[] {
  return [...scopes.values()].map((evidence) => {
    const { id, isDeclared, operations } = evidence;
    const name = names.get(id);
    const description = plainText(evidence.description, id);
    const label = valueFor(options.labels, id);
    const { access, rule } = accessOf(evidence, name, description, options);
    return {
      id,
      label: label ?? labelOf(id, name?.segments ?? [id]),
      ...(description !== undefined && { description }),
      access,
      ...(saysDeprecated(evidence.description) && { deprecated: true }),
      origin: originOf(isDeclared, operations.length > 0),
      order: name?.thing ?? '',
      rules: { label: label === undefined ? ('id' as const) : ('option' as const), access: rule },
    };
  });
}

function originOf(isDeclared: boolean, isUsed: boolean): ScopeOrigin {
  if (!isDeclared) return 'undeclared';
  return isUsed ? 'documented' : 'unused';
}

/** The name, then the methods, then the description, then `write`: to take a write for a read is the error that matters. */
function accessOf(
  { id, operations }: ScopeEvidence,
  name: ScopeName | undefined,
  description: string | undefined,
  options: ImportOptions,
): { access: AccessLevel; rule: AccessRule } {
  const given = valueFor(options.access, id);
  if (given) return { access: given, rule: 'option' };
  if (name?.access) return { access: name.access, rule: 'name' };
  const methods = accessByMethods(operations.map(({ operation }) => operation.method));
  if (methods) return { access: methods, rule: 'methods' };
  const said = description === undefined ? undefined : accessByDescription(description);
  return said ? { access: said, rule: 'description' } : { access: 'write', rule: 'default' };
}

/** The id as people read it, the thing before what may be done with it: `read:user` is "User: read". */
function labelOf(id: string, segments: readonly string[]): string {
  const isAccess = segments.map(isAccessWord);
  const isLed = segments.length > 1 && isAccess[0] === true && !isAccess.includes(true, 1);
  const [first = id, ...others] = segments;
  const parts = isLed ? [...others, first] : segments;
  const split = isLed ? parts.length - 1 : isAccess.indexOf(true, 1);
  const end = split > 0 ? split : id.includes('://') ? parts.length : Math.max(1, parts.length - 1);
  const phrase = (texts: readonly string[]) => texts.map(phraseOf).filter(Boolean).join(' ');
  const label = capitalised([phrase(parts.slice(0, end)), phrase(parts.slice(end))].filter(Boolean).join(': '));
  if (label !== '') return label;
  return id.trim() === '' ? JSON.stringify(id) : id.trim();
}
