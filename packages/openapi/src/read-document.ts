import { type Diagnostic, diagnose, type Place, type Report } from './diagnostics.js';
import { entriesOf, isObject, type JsonObject, member, pointerTo, textMember } from './json.js';
import type { ImportedOperation } from './operation.js';
import type { DocumentedOperation, ImportOptions } from './options.js';
import { type FollowReference, referenceFollower } from './references.js';
import { readScopeExtension } from './scope-extension.js';
import {
  combine,
  type DeclaredScope,
  distinct,
  type Needs,
  readSchemes,
  readSecurity,
  unspecified,
} from './security.js';

/** An operation with what else the importer looks at. */
export interface OperationReading {
  readonly operation: ImportedOperation;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly place: Place;
}

/** What one document says; nothing of its schemas is looked at. */
export interface DocumentReading {
  readonly name: string;
  readonly title: string | undefined;
  readonly version: string | undefined;
  readonly contact: { readonly name: string | undefined; readonly email: string } | undefined;
  /** Descriptions of the tags that the document declares, by name. */
  readonly tags: ReadonlyMap<string, string | undefined>;
  readonly servers: readonly string[];
  readonly declared: readonly DeclaredScope[];
  readonly operations: readonly OperationReading[];
  readonly diagnostics: readonly Diagnostic[];
}

/** More operations than any API has. */
const mostOperations = 200_000;

const fixedMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** Reads one parsed document. It never throws: what cannot be read is a diagnostic. */
export function readDocument(document: unknown, name: string, options: ImportOptions): DocumentReading {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, place, message) => {
    diagnostics.push(diagnose(code, place, message));
  };
  const fault = checkVersion(document, name, report);
  if (!isObject(document) || fault) {
    report(
      'document-unreadable',
      { document: name, pointer: '#' },
      `"${name}" cannot be read: ${fault ?? 'it is no object'}.`,
    );
    return { ...nothing, name, diagnostics };
  }
  const follow = referenceFollower(document, report);
  const { schemes, declared } = readSchemes(document, { name, report, follow });
  const readNeeds = needsReader(document, { name, options, report, schemes });
  const readTagsOf = tagsReader();
  const operations = [...operationsIn(document, { name, report, follow })].map(({ method, path, value, place }) => {
    const operationId = textMember(value, 'operationId');
    return {
      operation: {
        method,
        path,
        ...readNeeds(value, { method, path, place }),
        tags: readTagsOf(member(value, 'tags')),
        deprecated: member(value, 'deprecated') === true,
        ...(operationId !== undefined && { operationId }),
        document: name,
      },
      summary: textMember(value, 'summary'),
      description: textMember(value, 'description'),
      place,
    };
  });
  const info = member(document, 'info');
  const version = member(info, 'version');
  return {
    name,
    title: textMember(info, 'title'),
    version: typeof version === 'number' ? String(version) : textMember(info, 'version'),
    contact: readContact(member(info, 'contact')),
    tags: readTags(member(document, 'tags')),
    servers: readServers(document),
    declared,
    operations,
    diagnostics,
  };
}

const nothing = {
  title: undefined,
  version: undefined,
  contact: undefined,
  tags: new Map<string, string | undefined>(),
  servers: [],
  declared: [],
  operations: [],
};

/** @returns Why the document is none that can be read; undefined if it can. */
function checkVersion(document: unknown, name: string, report: Report): string | undefined {
  if (!isObject(document)) return 'it is no object. Was the file empty, or was its text not parsed?';
  const swagger = member(document, 'swagger');
  const openapi = member(document, 'openapi');
  if (swagger !== undefined) {
    return Number.parseFloat(versionText(swagger)) === 2
      ? undefined
      : `"swagger" is ${quote(swagger)}, and only 2.0 is known`;
  }
  if (openapi === undefined) return 'it has neither "openapi" nor "swagger", which say what it is';
  const known = /^3(?:\.(\d+))?/.exec(versionText(openapi));
  if (!known) return `"openapi" is ${quote(openapi)}, and only 3.0, 3.1 and 3.2 are known`;
  if (Number(known[1] ?? 0) > 2) {
    report(
      'version-unknown',
      { document: name, pointer: '#/openapi' },
      `"${name}" says it is OpenAPI ${quote(openapi)}.`,
    );
  }
  return undefined;
}

/** YAML reads an unquoted 3.0 as a number. */
function versionText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function quote(value: unknown): string {
  return versionText(value) === '' ? 'no version' : JSON.stringify(versionText(value).slice(0, 20));
}

interface FoundOperation {
  method: string;
  path: string;
  value: JsonObject;
  place: Place;
}

/** Operations stand under `paths` only: `webhooks` and `callbacks` are calls that the API makes itself. */
function* operationsIn(
  document: JsonObject,
  { name, report, follow }: { name: string; report: Report; follow: FollowReference },
): Generator<FoundOperation> {
  let count = 0;
  for (const [path, given] of entriesOf(member(document, 'paths'))) {
    if (path.startsWith('x-')) continue;
    const pathPlace = { document: name, pointer: pointerTo('paths', path) };
    const item = follow(given, pathPlace);
    for (const [key, parent, value] of entriesIn(item)) {
      const method = key.toUpperCase();
      const place = { document: name, pointer: pathPlace.pointer + parent + pointerTo(key).slice(1) };
      count += 1;
      if (count > mostOperations) {
        report('too-large', place, `There are more than ${mostOperations} operations; the first ones were read.`);
        return;
      }
      const operation = follow(value, place);
      if (isObject(operation)) yield { method, path, value: operation, place };
      // A reference that could not be followed has said so.
      else if (operation !== undefined) report('operation-malformed', place, `${method} ${path} is no object.`);
    }
  }
}

/** The operations of a path by their key, and under which member of the path they stand. */
function* entriesIn(item: unknown): Generator<[string, string, unknown]> {
  for (const key of fixedMethods) {
    const value = member(item, key);
    if (value !== undefined) yield [key, '', value];
  }
  for (const [key, value] of entriesOf(member(item, 'additionalOperations'))) {
    if (value !== undefined) yield [key, '/additionalOperations', value];
  }
}

type NeedsReader = (
  operation: JsonObject,
  at: Pick<FoundOperation, 'method' | 'path' | 'place'>,
) => Needs & Pick<ImportedOperation, 'source'>;

/** The rules by which the scopes of an operation are known: the host's function, its extension, its security, the root's. */
function needsReader(
  document: JsonObject,
  {
    name,
    options,
    report,
    schemes,
  }: {
    name: string;
    options: ImportOptions;
    report: Report;
    schemes: ReadonlyMap<string, string | undefined>;
  },
): NeedsReader {
  const scopeList = options.scopeList ?? 'all';
  // Aliases let thousands of operations share one list: each list is read once.
  const known = new Map<unknown, Needs>();
  const read = (value: unknown, place: Place): Needs => {
    const needs = known.get(value) ?? readSecurity(value, { schemes, scopeList, place, report });
    known.set(value, needs);
    return needs;
  };
  const rootValue = member(document, 'security');
  const root =
    rootValue === undefined ? undefined : read(rootValue, { document: name, pointer: pointerTo('security') });

  return (value, { method, path, place }) => {
    const own = member(value, 'security');
    const standard = own === undefined ? root : read(own, { ...place, pointer: `${place.pointer}/security` });
    const operation = options.scopesOf || options.scopeExtension ? { ...value, method, path } : { method, path };
    const hooked = callHook(options, operation, place, report);
    if (hooked) return { ...fromHost(hooked, standard), source: 'scopesOf' };
    const extended = readScopeExtension(options.scopeExtension, operation, place, report);
    if (extended) {
      const alternatives = extended.flatMap((list) => combine([list], scopeList));
      return { ...fromHost(alternatives, standard), source: 'extension' };
    }
    if (!standard) return { ...unspecified, source: 'none' };
    return { ...standard, source: own === undefined ? 'root' : 'operation' };
  };
}

/** What the host says of scopes replaces what the document says of credentials, but for its `{}`. */
function fromHost(given: readonly (readonly string[])[], standard: Needs = unspecified): Needs {
  const alternatives = distinct(given.filter((set) => set.length > 0));
  if (alternatives.length === 0) return { ...standard, alternatives };
  return { ...unspecified, kind: 'secured', anonymousAllowed: standard.anonymousAllowed, alternatives };
}

function callHook(
  { scopesOf }: ImportOptions,
  operation: DocumentedOperation,
  place: Place,
  report: Report,
): string[][] | undefined {
  if (!scopesOf) return undefined;
  try {
    const alternatives = scopesOf(operation);
    if (alternatives === undefined) return undefined;
    // Hosts that write JavaScript are not held to the type.
    return alternatives.map((set) => set.map((id) => String(id)).filter((id) => id !== ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'something that is no error';
    report('hook-failed', place, `scopesOf failed for ${operation.method} ${operation.path}: ${reason}`);
    return undefined;
  }
}

const isName = (tag: unknown): tag is string => typeof tag === 'string' && tag.trim() !== '';

/** Aliases let thousands of operations share one list of tags: each list is read once. */
function tagsReader(): (tags: unknown) => readonly string[] {
  const known = new Map<unknown, readonly string[]>();
  return (tags) => {
    if (!Array.isArray(tags)) return [];
    const names = known.get(tags) ?? [
      // YAML reads an unquoted 404 as a number.
      ...new Set(tags.map((tag) => (typeof tag === 'number' ? String(tag) : tag)).filter(isName)),
    ];
    known.set(tags, names);
    return names;
  };
}

function readContact(value: unknown): DocumentReading['contact'] {
  const email = textMember(value, 'email')?.trim();
  return email === undefined ? undefined : { email, name: textMember(value, 'name')?.trim() };
}

function readTags(value: unknown): ReadonlyMap<string, string | undefined> {
  const tags = new Map<string, string | undefined>();
  for (const tag of Array.isArray(value) ? value : []) {
    const name = textMember(tag, 'name');
    if (name !== undefined) tags.set(name, textMember(tag, 'description'));
  }
  return tags;
}

function readServers(document: JsonObject): readonly string[] {
  const host = textMember(document, 'host');
  const servers = member(document, 'servers');
  const urls = Array.isArray(servers) ? servers.map((server) => textMember(server, 'url')) : [];
  return [host === undefined ? undefined : `https://${host}`, ...urls].filter((url) => url !== undefined);
}
