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
  ...['target', 'instancepath', 'datapath', 'fieldname', 'attribute', 'parameter', 'key', 'keys', 'extensions', 'name'],
];
/** Where a place that is an object holds the path. */
const pathMembers = ['pointer', 'parameter', 'key', 'field', 'missingProperty'];
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
/** Members that hold further errors. */
const containers =
  /error|issue|violation|detail|message|valid|modelstate|^(inner|data|body|json|response|result|shape|extensions|children|constraints|properties|items|embedded|fields|failures)$/;
/** Members whose own members are names of fields, even if they hold plain text. */
const maps = /errors$|modelstate|^(constraints|fields|validation|messages|details)$/;

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
    const issue = serverIssue(field, body);
    if (body === '' || body.startsWith('<')) return;
    // Clients and validators keep the same error in several places, not always with its field.
    const known = issues.findIndex(
      ({ field: other, detail }) => detail === issue.detail && (!field || !other || other === field),
    );
    if (known < 0 && issues.length < maxIssues) issues.push(issue);
    else if (field && known >= 0) issues[known] = issue;
  }

  /**
   * @param isMap Whether the members are fields.
   * @param isEntry Whether this is one of several errors, so that its text counts beside those of the others.
   */
  function read(value: unknown, outer: TokenField | null, isMap = false, isEntry = false): void {
    if (typeof value === 'string') readText(value, outer);
    if (!isRecord(value) || seen.has(value) || seen.size > maxRecords) return;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const entry of value.slice(0, maxMembers)) {
        // "name must be longer …": in a list of texts, a text begins with its field if it names one.
        read(entry, outer ?? (isText(entry) ? fieldIn(entry.trim().split(/\s/, 1).join()) : null), false, true);
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
      .filter((name) => !(isError && name === 'message') && !(isMap && name === 'description'))
      .map(called);
    const text = words.find(isPhrase) ?? (value === root ? words.find(isText) : undefined);
    const field = (isMap ? null : firstOf(places, (name) => placeIn(called(name)))) ?? outer;
    const before = issues.length;
    for (const { name, field: named, member } of members) {
      if (containers.test(name) && isRecord(member)) read(member, field, maps.test(name));
      else if (/^\d+$/.test(name) || (isMap && !named && (Array.isArray(member) || (!text && hasSpace(member))))) {
        read(member, field, false, true);
      }
    }
    // A body that has a text may also repeat the request.
    if (isMap || !(text || isError)) {
      for (const { field: named, member } of members) {
        if (named && (isMap || isRecord(member) || issues.length === before)) read(member, named, false, true);
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

/** Text for people, not a code such as `name_taken`. */
function isPhrase(value: unknown): value is string {
  return isText(value) && !/^[\w.-]*_[\w.-]*$/.test(value);
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
    .map(plain);
  return firstOf(words, (word) => fields.find((field) => field.toLowerCase() === word) ?? null);
}

function placeIn(value: unknown, depth = 0): TokenField | null {
  if (typeof value === 'string') return hasSpace(value) ? null : fieldIn(value);
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
