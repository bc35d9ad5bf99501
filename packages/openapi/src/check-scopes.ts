import { isReadMethod } from './access-level.js';
import type { Report } from './diagnostics.js';
import type { ImportOptions } from './options.js';
import type { DocumentReading, OperationReading } from './read-document.js';
import type { ScopeEvidence } from './scope-evidence.js';
import type { ScopeName } from './scope-names.js';

interface Findings {
  scopes: ReadonlyMap<string, ScopeEvidence>;
  names: ReadonlyMap<string, ScopeName>;
  operations: readonly OperationReading[];
  documents: readonly DocumentReading[];
  options: ImportOptions;
  report: Report;
}

/** What the scopes as a whole say about the documents. Nothing of it changes the catalog. */
export function checkScopes(findings: Findings): void {
  const { scopes, report } = findings;
  const anyDeclared = [...scopes.values()].some(({ isDeclared }) => isDeclared);
  for (const { id, isDeclared, operations, place } of scopes.values()) {
    const name = JSON.stringify(id);
    if (isDeclared && operations.length === 0) report('scope-unused', place, `No operation needs the scope ${name}.`);
    if (!isDeclared && operations.length !== 1)
      report('scope-undeclared', place, `The scope ${name} is used, but not declared.`);
    if (!isDeclared && operations.length === 1) {
      const also = anyDeclared ? '' : ', as are all others';
      report('scope-possible-typo', place, `The scope ${name} is used by one operation only, and not declared${also}.`);
    }
    if (/[\s"\\]|[^\x21-\x7E]/.test(id))
      report('scope-id-unsendable', place, `The scope id ${name} holds what no scope may.`);
  }
  checkLists(findings);
  suggest(findings);
}

/** How many lists must look like it, and which share of them. */
const fewestLists = 10;
const shareOfPairs = 0.6;

/** By the specification every scope of a list is needed; nobody needs to write in order to read. */
function checkLists({ names, operations, options: { scopeList = 'all' }, report }: Findings): void {
  if (scopeList === 'any') return;
  const lists = operations
    .filter(({ operation: { method, source } }) => isReadMethod(method) && source !== 'scopesOf')
    .flatMap(({ operation, place }) => operation.alternatives.map((list) => ({ list, place })));
  const pairs = lists.filter(({ list }) => {
    const read = new Set<string>();
    const written = new Set<string>();
    for (const id of list) {
      const { thing, access } = names.get(id) ?? { thing: '', access: undefined };
      if (access === 'read') read.add(thing);
      else if (access) written.add(thing);
    }
    return [...read].some((thing) => written.has(thing));
  });
  const [first] = pairs;
  if (!first || lists.length < fewestLists || pairs.length < lists.length * shareOfPairs) return;
  report(
    'lists-look-like-alternatives',
    first.place,
    `${pairs.length} of ${lists.length} lists of operations that only read ask for reading and writing the same thing.`,
  );
}

/** Words that often stand for what deserves a second look: good enough to be asked about, not to be believed. */
const sensitiveWord = /(?:^|[^a-z])(password|secret|credential|token|key|billing|payment|bank|tax)s?(?![a-z])/i;

/** What may be true and is never inferred: seven documents disprove each rule that was tried. */
function suggest({ scopes, names, options: { implies, sensitive }, report }: Findings): void {
  const readers = new Map<string, string>();
  for (const [id, { thing, access }] of names) if (access === 'read') readers.set(thing, id);
  for (const { id, place } of scopes.values()) {
    const name = names.get(id);
    const reader = name && readers.get(name.thing);
    if (!implies && reader !== undefined && name?.access === 'write') {
      report('implication-suggested', place, `"${id}" may include "${reader}".`);
    }
    const [, word] = (!sensitive && sensitiveWord.exec(id)) || [];
    if (word !== undefined) report('sensitivity-suggested', place, `"${id}" names "${word.toLowerCase()}".`);
  }
}
