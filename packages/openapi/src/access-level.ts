import type { AccessLevel } from '@tokenwright/core';
import { wordsOf } from './words.js';

/** By which rule an access level is known. */
export type AccessRule = 'option' | 'name' | 'methods' | 'description' | 'default';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that stand for access wherever they are. */
const plainRead = words('read reads readonly reader view viewer');
const plainWrite = words('write writes writer readwrite rw manage manager modify create update delete edit editor');
const admin = words('admin administrator owner all full');

/**
 * Verbs, which count where a verb stands: at the start of a part. Verbs that read here and change something there, such as
 * check, resolve, scan, test or verify, are left to the methods.
 */
const readVerbs = words(
  `get gets list lists describe search query fetch find lookup look see show head select count preview view read browse retrieve
  discover estimate detect simulate filter compare inspect monitor download summarize views enumerate observe`.replaceAll(
    /\s+/g,
    ' ',
  ),
);
const writeVerbs = words(
  `put post patch add remove insert upsert set reset change send publish upload import execute run invoke start stop cancel
  approve reject revoke assign unassign attach detach enable disable destroy purge grant register deregister share control
  stream follow unfollow compose merge move copy restore replace rotate renew activate deactivate associate disassociate
  tag untag terminate reboot allocate release apply authorize deny accept decline archive unarchive join leave invite
  transfer submit complete begin abort schedule block unblock lock unlock close open sync trigger clear sign issue mint
  purchase pay write readwrite create update delete manage modify edit`.replaceAll(/\s+/g, ' '),
);

const isWrite = (word: string): boolean => plainWrite.has(word) || writeVerbs.has(word);
const isRead = (word: string): boolean => plainRead.has(word) || readVerbs.has(word);

function joined(segment: string): string {
  const text = segment.toLowerCase();
  return /[_\-\s]/.test(text) ? text.replaceAll(/[_\-\s]+/g, '') : text;
}

const isAccess = (word: string): boolean => isRead(word) || isWrite(word) || admin.has(word);

/** Whether a part of an id, such as `read` or `read_all`, says what may be done, and not with what. */
export function isAccessWord(segment: string): boolean {
  if (isAccess(joined(segment))) return true;
  const list = wordsOf(segment);
  return list.length > 1 && list.every((word) => isAccess(word.toLowerCase()));
}

/**
 * What an id says of access by itself.
 *
 * @param segments The parts of the id.
 * @param hasReadSibling Whether there is a scope that is called the same with a word for reading behind it.
 */
export function accessByName(segments: readonly string[], hasReadSibling: boolean): AccessLevel | undefined {
  const parts = segments.map(joined);
  if (parts.some((part) => plainWrite.has(part))) return 'write';
  if (parts.some((part) => plainRead.has(part))) return 'read';
  const order = [segments.at(-1), segments[0], ...segments.slice(1, -1)].filter((segment) => segment !== undefined);
  for (const segment of order) {
    const access = accessOfPart(segment);
    if (access) return access;
  }
  if (parts.some((part) => admin.has(part)) || admin.has(lastWord(segments.at(-1) ?? ''))) return 'admin';
  if (admin.has(wordsOf(segments.at(-1) ?? '')[0]?.toLowerCase() ?? '')) return 'admin';
  return hasReadSibling ? 'write' : undefined;
}

/** One part, which may be a compound: `ReadWriteForUser`, `activity_log_read`, `BatchGetItem`. */
function accessOfPart(segment: string): AccessLevel | undefined {
  const list = wordsOf(segment).map((word) => word.toLowerCase());
  const start = list.length > 1 && /^(?:batch|bulk|admin|global|internal)$/.test(list[0] ?? '') ? 1 : 0;
  const [first = '', second = ''] = list.slice(start);
  if (writeVerbs.has(first) || plainWrite.has(first)) return 'write';
  if (isRead(first)) {
    // `ReadWrite`, `GetOrCreate`, `read_and_delete`.
    const isBoth = plainWrite.has(second) || (/^(?:or|and)$/.test(second) && isWrite(list[start + 2] ?? ''));
    return isBoth ? 'write' : 'read';
  }
  if (list.some((word) => plainWrite.has(word))) return 'write';
  return list.some((word) => plainRead.has(word)) ? 'read' : undefined;
}

function lastWord(segment: string): string {
  return wordsOf(segment).at(-1)?.toLowerCase() ?? '';
}

/** Methods that RFC 9110 and OpenAPI 3.2 call safe and that fetch something. */
export function isReadMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'QUERY';
}

/** All of them only read: read. undefined without methods. */
export function accessByMethods(methods: readonly string[]): AccessLevel | undefined {
  if (methods.length === 0) return undefined;
  return methods.every(isReadMethod) ? 'read' : 'write';
}

const preamble =
  /^(?:(?:this|the) (?:scope|permission)\b|(?:grants?|gives?|allows?|enables?|lets?|permits?|provides?|requests?)\b|(?:the )?(?:permission|ability|access|users?|apps?|applications?|clients?|you|holder|token|third|party|to|can|may|your|a|an|the)\b|[^\p{L}]+)/iu;

/** Reading is believed of a description only if its first verb reads and no verb of it writes. */
export function accessByDescription(description: string): AccessLevel | undefined {
  let text = description.slice(0, 400);
  if (/\bread(?:ing)?[- ]only\b/i.test(text)) return 'read';
  for (let cut = preamble.exec(text); cut && cut[0] !== ''; cut = preamble.exec(text)) text = text.slice(cut[0].length);
  const list = wordsOf(text).map((word) => word.toLowerCase());
  const [first = ''] = list;
  if (list.some((word) => isWrite(word) || isWrite(word.replace(/(?:ing|s)$/, '')))) return 'write';
  return isRead(first) || isRead(first.replace(/(?:ing|s)$/, '')) ? 'read' : undefined;
}
