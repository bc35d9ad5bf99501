import type { ApiVersion, Contact, ScopeEndpoint } from '@tokenwright/core';
import { type Group, groupOperations, groupScopes } from './categories.js';
import { checkScopes } from './check-scopes.js';
import { type Diagnostic, diagnose, type Report } from './diagnostics.js';
import { endpointsByScope, isCatalogMethod } from './endpoints.js';
import { withImplied } from './implied-scopes.js';
import type { ImportedCatalog, ImportedScope } from './imported-catalog.js';
import { compare, pointerTo } from './json.js';
import type { ImportedOperation } from './operation.js';
import { type OperationScope, operationScopes } from './operation-scopes.js';
import { type ImportOptions, readFilters, valueFor } from './options.js';
import { type DocumentReading, type OperationReading, readDocument } from './read-document.js';
import { collectScopes } from './scope-evidence.js';
import { readScopeNames } from './scope-names.js';
import { accessRank, type DraftScope, describeScopes } from './scopes.js';

export interface ImportResult {
  readonly catalog: ImportedCatalog;
  /** Every operation of the documents, in the order of paths. */
  readonly operations: readonly ImportedOperation[];
  /** In the order of the documents; what can be inferred of the whole at the end. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the documents and the host say of their version: one API, one version. */
  readonly version: ApiVersion;
  /** The contacts that the documents name with an e-mail address. */
  readonly contacts: readonly Contact[];
}

/**
 * Reads OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 documents into a catalog for the scope picker. Pure and deterministic. It
 * throws only what a function among the options throws: what cannot be read is a diagnostic of severity `error`.
 *
 * @param documents One parsed document, or all documents of one API.
 */
export function catalogFromOpenApi(documents: unknown, options: ImportOptions = {}): ImportResult {
  const given: readonly unknown[] = Array.isArray(documents) ? Array.from(documents) : [documents];
  const readings = given.map((document, position) =>
    readDocument(document, options.documentNames?.[position] ?? `document ${position + 1}`, options),
  );
  const diagnostics = readings.flatMap((reading) => reading.diagnostics);
  const report: Report = (code, place, message) => {
    diagnostics.push(diagnose(code, place, message));
  };
  const filters = readFilters(options);
  const operations = keptOperations(readings, filters.keepsOperation, options, report);
  const scopes = collectScopes(readings, withinReason(operations, report));
  const isInScopeMode = options.mode === 'scopes' || (options.mode !== 'operations' && scopes.size > 0);

  let drafts: readonly DraftScope[];
  let endpoints: ReadonlyMap<string, readonly ScopeEndpoint[]>;
  let groups: readonly Group[];
  if (isInScopeMode) {
    const offered = new Map([...scopes].filter(([id]) => filters.keepsScope(id)));
    const names = readScopeNames(offered.keys());
    drafts = describeScopes(offered, names, options);
    endpoints = endpointsByScope(
      operations.map(({ operation }) => operation),
      (id) => offered.has(id),
    );
    const subjects = drafts.map(({ id }) => ({ id, operations: operationsOf(offered.get(id)?.operations) }));
    groups = groupScopes({ subjects, documents: readings, options }, names);
    checkScopes({ scopes: offered, names, operations, documents: readings, options, report });
  } else {
    const made = operationScopes(operations, options).filter(({ draft }) => filters.keepsScope(draft.id));
    drafts = made.map(({ draft }) => draft);
    endpoints = new Map(made.map(({ draft, reading }) => [draft.id, endpointOf(reading.operation)]));
    const subjects = made.map(({ draft, reading }) => ({ id: draft.id, operations: [reading.operation] }));
    groups = groupOperations({ subjects, documents: readings, options });
    reportOperationMode(made, readings, options, report);
  }
  const catalog = assemble(groups, drafts, endpoints, options, report);
  for (const { operation, place } of operations) {
    if (!isCatalogMethod(operation.method)) {
      report('method-unlisted', place, `${operation.method} ${operation.path} has a method that catalogs do not know.`);
    }
  }
  checkOptions(options, catalog, report);
  if (catalog.categories.length === 0) {
    report('catalog-empty', { document: readings[0]?.name ?? 'document 1', pointer: '#' }, 'The catalog has no scope.');
  }
  return {
    catalog,
    operations: operations.map(({ operation }) => operation),
    diagnostics,
    version: versionOf(readings, options, report),
    contacts: contactsOf(readings),
  };
}

const operationsOf = (readings: readonly OperationReading[] = []): readonly ImportedOperation[] =>
  readings.map(({ operation }) => operation);

const endpointOf = ({ method, path }: ImportedOperation): readonly ScopeEndpoint[] =>
  isCatalogMethod(method) ? [{ method, path }] : [];

/** The operations that are not filtered out, each once, in an order that does not depend on that of the documents. */
function keptOperations(
  documents: readonly DocumentReading[],
  keeps: (method: string, path: string) => boolean,
  { implies }: ImportOptions,
  report: Report,
): readonly OperationReading[] {
  const kept = new Map<string, OperationReading>();
  for (const reading of documents.flatMap((document) => document.operations)) {
    const { method, path } = reading.operation;
    if (!keeps(method, path)) continue;
    const key = `${method} ${path}`;
    const known = kept.get(key);
    if (known) report('operation-duplicate', reading.place, `${key} stands in "${known.place.document}" as well.`);
    else kept.set(key, reading);
  }
  const sorted = [...kept.values()].sort(
    ({ operation: a }, { operation: b }) =>
      compare(a.path, b.path) || methodRank(a.method) - methodRank(b.method) || compare(a.method, b.method),
  );
  if (!implies) return sorted;
  const expand = withImplied(
    implies,
    new Set(sorted.flatMap(({ operation }) => operation.alternatives.flat())),
    documents,
  );
  return sorted.map((reading) => ({
    ...reading,
    operation: { ...reading.operation, alternatives: expand(reading.operation.alternatives) },
  }));
}

const methodOrder = ['GET', 'HEAD', 'QUERY', 'POST', 'PUT', 'PATCH', 'DELETE'];

function methodRank(method: string): number {
  const rank = methodOrder.indexOf(method);
  return rank < 0 ? methodOrder.length : rank;
}

/** The most that sets of scopes may come to: each scope names for each of its endpoints the others it needs. */
const mostMentions = 2_000_000;

function withinReason(operations: readonly OperationReading[], report: Report): readonly OperationReading[] {
  let mentions = 0;
  return operations.filter(({ operation, place }) => {
    const before = mentions;
    for (const set of operation.alternatives) mentions += set.length ** 2;
    if (before <= mostMentions && mentions > mostMentions) {
      report(
        'too-large',
        place,
        `From ${operation.method} ${operation.path} on, the catalog leaves out what operations need.`,
      );
    }
    return mentions <= mostMentions;
  });
}

function assemble(
  groups: readonly Group[],
  drafts: readonly DraftScope[],
  endpoints: ReadonlyMap<string, readonly ScopeEndpoint[]>,
  options: ImportOptions,
  report: Report,
): ImportedCatalog {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const categories = groups.map(({ id, label, description, rule, members }) => {
    // Where a document is a category, what has its tag comes before what has another.
    const aside = ({ operation }: DraftScope) => (rule === 'document' && operation && operation.tags[0] !== id ? 1 : 0);
    const scopes = members
      .flatMap((member) => byId.get(member) ?? [])
      .sort(
        (a, b) =>
          aside(a) - aside(b) ||
          compare(a.order, b.order) ||
          accessRank(a.access) - accessRank(b.access) ||
          compare(a.id, b.id),
      );
    // A scope may be called as its category is; the label is the scope's then.
    const given = byId.has(id) ? undefined : valueFor(options.labels, id);
    return {
      id,
      label: given ?? label,
      ...(description !== undefined && { description }),
      scopes: distinctLabels(scopes).map(({ order: _order, operation: _operation, rules, ...scope }): ImportedScope => {
        const opened = endpoints.get(scope.id) ?? [];
        return {
          ...scope,
          ...hostValues(scope.id, options, byId, report),
          ...(opened.length > 0 && { endpoints: opened }),
          inferred: { ...rules, category: rule },
        };
      }),
    };
  });
  return { categories };
}

/** Two check boxes of one category must not be called the same. */
function distinctLabels(scopes: readonly DraftScope[]): readonly DraftScope[] {
  const counts = new Map<string, number>();
  for (const { label } of scopes) counts.set(label, (counts.get(label) ?? 0) + 1);
  return scopes.map((scope) => {
    if (counts.get(scope.label) === 1) return scope;
    const { id, label, operation } = scope;
    return { ...scope, label: `${label} (${operation ? `${operation.method} ${operation.path}` : id})` };
  });
}

function hostValues(
  id: string,
  { requires, sensitive }: ImportOptions,
  offered: ReadonlyMap<string, unknown>,
  report: Report,
): Pick<ImportedScope, 'requires' | 'sensitive'> {
  const needed = valueFor(requires, id)?.filter((other) => {
    const isOffered = offered.has(other);
    if (!isOffered)
      report(
        'option-unknown-scope',
        atOption('requires'),
        `"${id}" requires "${other}", which the catalog does not have.`,
      );
    return isOffered;
  });
  const mark = valueFor(sensitive, id);
  return { ...(needed && needed.length > 0 && { requires: needed }), ...(mark !== undefined && { sensitive: mark }) };
}

const atOption = (name: string) => ({ document: 'options', pointer: pointerTo(name) });

/** What an option says of a scope that is not there was most likely mistyped. */
function checkOptions(options: ImportOptions, { categories }: ImportedCatalog, report: Report): void {
  const known = new Set(categories.flatMap(({ scopes }) => scopes.map(({ id }) => id)));
  const labelled = new Set([...known, ...categories.map(({ id }) => id)]);
  for (const name of ['labels', 'access', 'implies', 'requires', 'sensitive'] as const) {
    const option = options[name];
    if (typeof option !== 'object') continue;
    for (const id of Object.keys(option)) {
      if (!(name === 'labels' ? labelled : known).has(id))
        report(
          'option-unknown-scope',
          atOption(name),
          `"${name}" names the scope "${id}", which the catalog does not have.`,
        );
    }
  }
}

/** The domains that RFC 2606 and RFC 6761 reserve for documentation: the reader fills in the real one. */
const placeholderHost =
  /^(?:https?:)?\/\/(?:[^/?#]*[.@])?(?:example\.(?:com|net|org)|[^/?#.]*\.?(?:example|invalid|test))(?::\d+)?(?:[/?#]|$)/i;

function reportOperationMode(
  made: readonly OperationScope[],
  documents: readonly DocumentReading[],
  { mode }: ImportOptions,
  report: Report,
): void {
  const [first] = documents;
  if (mode !== 'operations' && first && made.length > 0) {
    report(
      'operation-mode',
      { document: first.name, pointer: '#' },
      `The documents name no scopes, so each of the ${made.length} operations is one.`,
    );
  }
  const isElsewhere = ({ servers }: DocumentReading) =>
    servers.length > 0 && servers.every((url) => placeholderHost.test(url));
  if (!documents.some(({ servers }) => servers.some((url) => /^https?:/i.test(url) && !placeholderHost.test(url))))
    return;
  const receivers = new Set(documents.filter(isElsewhere).map(({ name }) => name));
  for (const {
    reading: { operation, place },
  } of made) {
    if (receivers.has(operation.document)) {
      report(
        'receiver-suspected',
        place,
        `${operation.method} ${operation.path} is answered by a server that the reader has to fill in.`,
      );
    }
  }
}

function versionOf(documents: readonly DocumentReading[], { version = {} }: ImportOptions, report: Report): ApiVersion {
  const ids = [...new Set(documents.flatMap((reading) => reading.version ?? []))].sort(compare);
  const [id = '1'] = ids;
  if (ids.length > 1 && version.id === undefined) {
    const place = {
      document: documents.find((reading) => reading.version !== id)?.name ?? '',
      pointer: '#/info/version',
    };
    report('versions-differ', place, `The documents are of the versions ${ids.slice(0, 5).join(', ')}.`);
  }
  return { id, label: `Version ${version.id ?? id}`, status: 'supported', ...version };
}

function contactsOf(documents: readonly DocumentReading[]): readonly Contact[] {
  const contacts = new Map<string, Contact>();
  for (const { contact } of documents) {
    if (contact && !contacts.has(contact.email)) {
      contacts.set(contact.email, { id: contact.email, name: contact.name ?? contact.email, email: contact.email });
    }
  }
  return [...contacts.values()];
}
