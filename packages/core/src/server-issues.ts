import type { ServerIssue } from './creation.js';
import type { TokenField } from './request.js';
import { type Layer, memberOf, parseBody } from './server-answer.js';
import { isRecord, isText } from './shape.js';

const maxDetail = 300;
const maxIssues = 20;
const maxRecords = 500;
const maxMembers = 100;

const fields: readonly TokenField[] = ['name', 'description', 'version', 'primaryContact', 'developerEmails', 'scopes'];

// Member names are compared without case and separators.

/** Members that lead to a field, in problem documents, JSON:API, FastAPI, express-validator, AJV, Spring, Stripe and others. */
const places = [
  ...['field', 'path', 'loc', 'pointer', 'source', 'param', 'params', 'property', 'propertypath', 'propertyname'],
  ...['target', 'instancepath', 'datapath', 'fieldname', 'attribute', 'attr', 'location', 'parameter', 'key', 'keys'],
  ...['fields', 'members', 'meta', 'context', 'extensions', 'name'],
];
/** Where a place that is an object holds the path. */
const pathMembers = ['pointer', 'parameter', 'argument', 'target', 'key', 'field', 'propertyName', 'missingProperty'];
/** Members that hold text for people, the most specific first. */
const texts = [
  ...[
    'detail',
    'message',
    'msg',
    'defaultmessage',
    'errormessage',
    'errordescription',
    'description',
    'title',
    'error',
  ],
  'reason',
];
/** Names that other members with text for people end with. */
const otherText =
  /(?<!^(?:dev|debug|internal).*)(?:message|msg|summary|text|string|info|exception|reason|details?|errors?)$/;
/** Members that hold further errors. */
const containers =
  /error|issue|violation|detail|message|valid|modelstate|fieldlist|^(inner|nested|root|reasons|responsestatus|fault|data|body|json|response|result|shape|extensions|children|constraints|properties|items|embedded|fields|failures)$/;
/** Members whose own members are names of fields, even if they hold plain text. */
const maps = /errors$|modelstate|^(constraints|fields|issues|validation|messages|details|nested|json)$/;

/**
 * Finds the errors that a server reported: at most 20 texts of at most 300 characters, each with its field if it has one. One reader
 * serves every framework. It knows the names that they use for fields, texts and lists, and not how each of them combines these.
 */
export function findIssues(layers: readonly Layer[]): readonly ServerIssue[] {
  const found = layers.map(issuesOf);
  return found.find((issues) => issues.some(({ field }) => field)) ?? found.find(({ length }) => length > 0) ?? [];
}

export function serverIssue(field: TokenField | null, detail: string): ServerIssue {
  return { field, code: 'server.rejected', detail: cut(detail.trim()) };
}

function issuesOf(root: Layer): readonly ServerIssue[] {
  const issues: ServerIssue[] = [];
  const seen = new Set<unknown>();

  function readText(text: string, field: TokenField | null): void {
    const body = parseBody(text);
    if (typeof body !== 'string') {
      read(body, field);
      return;
    }
    const issue = serverIssue(field ?? fieldAtStart(body), body);
    // A web page, or the name of a field or of a kind of error.
    if (body === '' || body.startsWith('<') || (field && /^\S+$/.test(body) && (fieldIn(body) || /Error$/.test(body))))
      return;
    // Clients and validators keep the same error in several places, not always with its field.
    const known = issues.findIndex(
      ({ field: other, detail }) => detail === issue.detail && (!field || !other || other === field),
    );
    if (known < 0 && issues.length < maxIssues) issues.push(issue);
    else if (field && known >= 0) issues[known] = issue;
  }

  /**
   * @param map The name of the list whose members are fields; '' if they are not.
   * @param isEntry Whether this is one of several errors, so that its text counts beside those of the others.
   */
  function read(value: unknown, outer: TokenField | null, map = '', isEntry = false): void {
    if (typeof value === 'string') readText(value, outer);
    if (!isRecord(value) || seen.has(value) || seen.size > maxRecords) return;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const entry of value.slice(0, maxMembers)) {
        read(entry, outer ?? (isText(entry) ? fieldAtStart(entry, true) : null), '', true);
      }
      return;
    }
    const members = Object.keys(value)
      .slice(0, maxMembers)
      .map((name) => ({ name: plain(name), field: fieldIn(name), member: memberOf(value, name) }));
    const called = (wanted: string) => members.find(({ name }) => name === wanted)?.member;
    const isError = value instanceof Error;
    const words = texts
      // The message of an Error is that of a client library; in a map, "description" is a field.
      .filter((name) => !(isError && name === 'message') && !(map && name === 'description'))
      .map(called);
    const other = () => members.find(({ name, member }) => otherText.test(name) && hasSpace(member))?.member;
    const text = [...words, map ? null : other()].find(isPhrase) ?? (value === root ? words.find(isText) : undefined);
    const field = (map ? null : firstOf(places, (name) => placeIn(called(name)))) ?? outer;
    const before = issues.length;
    for (const { name, field: named, member } of members) {
      if (containers.test(name) && isRecord(member)) read(member, field, maps.test(name) ? name : '');
      else if (/^\d+$/.test(name) || (map && !named && (Array.isArray(member) || (!text && hasSpace(member))))) {
        read(member, field, '', true);
      }
    }
    // A body that has a text may also repeat the request.
    if (map || !(text || isError)) {
      for (const { field: named, member } of members) {
        // Details of one word are data, such as the name that was asked for.
        const isData = map === 'details' && !isRecord(member) && !hasSpace(member);
        if (named && !isData && (map || isRecord(member) || issues.length === before)) read(member, named, '', true);
      }
      // Members that only this server knows.
      if ((outer || value === root) && issues.length === before) {
        for (const { member } of members)
          if (Array.isArray(member) || (outer && hasSpace(member))) read(member, outer, '', true);
      }
    }
    if (text && issues.length === (isEntry ? before : 0)) readText(text, field);
  }

  try {
    read(root, null);
  } catch {
    // A proxy can refuse every look at it.
  }
  return issues;
}

/** Text for people, not a page, a code such as `name_taken`, or what Angular says of a status. */
function isPhrase(value: unknown): value is string {
  return isText(value) && !/^\s*<|^[\w.-]*_[\w.-]*$|^http\b.* \d{3}\b/i.test(value);
}

function hasSpace(value: unknown): boolean {
  return typeof value === 'string' && /\s/.test(value.trim());
}

function plain(name: string): string {
  return name
    .slice(0, maxDetail)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The first field in a path: `#/body/name`, `developer_emails[0]`, `data.attributes.Name`. */
function fieldIn(path: string): TokenField | null {
  const words = path
    .slice(0, maxDetail)
    .split(/[^\p{L}\p{N}_-]+/u)
    .map(stem);
  return firstOf(words, (word) => fields.find((field) => stem(field) === word) ?? null);
}

/** `tokenName`, `api_version`, `primary_contact_id` and `scope` are names of our fields as well. */
function stem(name: string): string {
  return plain(name).replaceAll(/^(?:token|api)|(?:ids?|s)$/g, '');
}

/** The field that a text begins with: as a path or quoted, "body/name must …", or in words where the text is one of a list. */
function fieldAtStart(text: string, isListed = false): TokenField | null {
  const [first = '', second = ''] = text
    .trim()
    .replace(/^each value in /i, '')
    .split(/\s+/, 2);
  if (isListed) return fieldIn(first) ?? fieldIn(first + second);
  return /^["`]|[/:[\]]/.test(first) ? fieldIn(first) : null;
}

function placeIn(value: unknown, depth = 0): TokenField | null {
  if (typeof value === 'string') return hasSpace(value.replaceAll(/<[^>]*>/g, '')) ? null : fieldIn(value);
  if (!isRecord(value) || depth > 2) return null;
  const parts: readonly unknown[] = Array.isArray(value)
    ? value.slice(0, 9)
    : pathMembers.map((name) => memberOf(value, name));
  return firstOf(parts, (part) => placeIn(part, depth + 1));
}

function firstOf<T>(values: readonly T[], look: (value: T) => TokenField | null): TokenField | null {
  for (const value of values) {
    const found = look(value);
    if (found) return found;
  }
  return null;
}

/** At most `maxDetail` code units, and no half of a surrogate pair at the end. */
function cut(text: string): string {
  return text.slice(0, maxDetail).replace(/\p{Cs}$/u, '');
}
