import type { HttpMethod } from './catalog.js';

/** A call that somebody asks about. */
export interface EndpointQuery {
  /** null when only a path was given: any method. */
  readonly method: HttpMethod | null;
  /** Without host, query and fragment; it may start with a base path that the catalog does not know. */
  readonly path: string;
}

const methods: readonly HttpMethod[] = ['GET', 'HEAD', 'QUERY', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

/**
 * Reads a call as people have it at hand: `POST /v1/jobs/{id}`, `/v1/jobs/42`, `https://api.example.com/v1/jobs/42?full=1`,
 * the first line of a request, or a `curl` command line with quotes and line continuations.
 *
 * @returns null when the text names no path.
 */
export function readEndpointQuery(text: string): EndpointQuery | null {
  // A longer text is a document, not a call. In code units.
  const trimmed = text.slice(0, 100_000).trim();
  if (/^(?:\$\s*)?curl(?:\.exe)?\s/i.test(trimmed)) {
    const line = trimmed.replace(/^\$\s*/, '');
    const query = readCurl(splitWords(line).slice(1));
    return query && elsewhere.test(line) ? { ...query, method: null } : query;
  }
  const [, word = '', rest = trimmed] = /^([A-Za-z]+)\s+(\S.*)/s.exec(trimmed) ?? [];
  const method = readMethod(word);
  const target = /^(\S+)\s+HTTP\/\d/.exec(rest)?.[1] ?? rest;
  const path = readPath(method ? target : trimmed);
  return path === null ? null : { method, path };
}

/** What may change the method of a curl line, or send a second request: then it may be any. */
const elsewhere = /\s(?:-:|-K|--next|--config|curl(?:\.exe)?)\s|method-override|\s["']?(?:\$[\w{]|%\w)[^\s/]*(?:\s|$)/i;

function readMethod(word: string): HttpMethod | null {
  return methods.find((method) => method === word.toUpperCase()) ?? null;
}

/** The path of a URL or of a text that starts with a slash; null for anything else. */
function readPath(text: string): string | null {
  const [, afterHost = text] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*(.*)/is.exec(text) ?? [];
  const path = afterHost.replace(/[?#].*/s, '');
  return path.startsWith('/') && !/\s/.test(path) ? path : null;
}

/** Options of curl that send a body. */
const bodyOption = /^-(?:[dF]|-data(?:-raw|-binary|-ascii|-urlencode)?|-form(?:-string)?|-json)$/;
/** Other options of curl that take a value. */
const valueOption =
  /^-(?:[XTHuAbceomxwKEDUr]|-(?:request|upload-file|url(?:-query)?|header|user(?:-agent)?|cookie(?:-jar)?|referer|output|max-time|proxy(?:-user)?|write-out|config|cert(?:-type)?|dump-header|aws-sigv4|limit-rate|key|cacert|connect-timeout|retry|oauth2-bearer|resolve|range))$/;

/** Options of PowerShell's own `curl`, and abbreviated ones, that say what is not understood about the method. */
const unclear = /^-(?:-?(?:met|custom|bod|inf|dat|for|jso|req|upl))/i;

function readCurl(words: readonly string[]): EndpointQuery | null {
  // Undefined while nothing asks for one, null for one that cannot be read: then it may be any, not the one that curl would choose.
  let asked: HttpMethod | null | undefined;
  let url: string | null = null;
  const operands: string[] = [];
  let implied: HttpMethod = 'GET';
  let isGet = false;
  const rest = words.values();
  for (const word of rest) {
    const { name, value } =
      /^-[a-z]{4}/i.test(word) && unclear.test(word) ? { name: word, value: null } : splitOption(word);
    const hasBody = bodyOption.test(name);
    // A value is either joined to its option or the next word.
    const given = hasBody || valueOption.test(name) ? (value ?? rest.next().value ?? '') : '';
    if (name === '-X' || name === '--request') asked = readMethod(given);
    else if (name === '--url') url = given;
    else if (name === '-G' || name === '--get') isGet = true;
    else if (name === '-I' || name === '--head') implied = 'HEAD';
    else if (name === '-T' || name === '--upload-file') implied = 'PUT';
    else if (hasBody) implied = 'POST';
    else if (!name.startsWith('-')) operands.push(name);
    else if (unclear.test(name)) asked ??= null;
  }
  // The value of an option that is not known here looks like an operand.
  url ??= operands.find((word) => word.includes('://')) ?? operands[0] ?? null;
  const path = url === null ? null : readPath(/^[a-z]+:\/\//i.test(url) ? url : `http://${url}`);
  return path === null ? null : { method: asked === undefined ? (isGet ? 'GET' : implied) : asked, path };
}

/** `-XPOST` and `--request=POST` carry their value with them, and `-sX` bundles options: the last of them may take one. */
function splitOption(word: string): { name: string; value: string | null } {
  if (word.startsWith('--')) {
    const [name = word, ...rest] = word.split('=');
    return { name, value: rest.length > 0 ? rest.join('=') : null };
  }
  if (!word.startsWith('-')) return { name: word, value: null };
  for (let position = 1; position < word.length; position += 1) {
    const name = `-${word[position]}`;
    if (bodyOption.test(name) || valueOption.test(name)) return { name, value: word.slice(position + 1) || null };
    if (name === '-G' || name === '-I') return { name, value: null };
  }
  return { name: word, value: null };
}

/** Words as a POSIX shell splits them: quotes, backslashes and line continuations; those of Windows (`^`) as well. */
function splitWords(command: string): readonly string[] {
  // "Copy as cURL (cmd)" of browsers on Windows: a caret escapes the character after it.
  const line = command.includes('^"')
    ? command.replaceAll(/\^(\r?\n|[^\r\n])/g, (_, next: string) => next.trim() || ' ')
    : command;
  const words: string[] = [];
  const part =
    /\$'((?:[^'\\]|\\[\s\S])*)'|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|[\\^](\r?\n)|\\([\s\S])|(\s+)|([^\s'"\\^$]+)|['"\\^$]/g;
  let word: string | null = null;
  for (const [all, ansi, single, double, continued, escaped, space, plain] of line.matchAll(part)) {
    if (space !== undefined) {
      if (word !== null) words.push(word);
      word = null;
      continue;
    }
    const quoted = (ansi ?? double)?.replaceAll(/\\([\s\S])/g, '$1');
    // A quote or backslash that nothing follows is left out; `^` and `$` are letters like any other.
    const text = quoted ?? single ?? escaped ?? plain ?? (all === '^' || all === '$' ? all : undefined);
    if (continued === undefined && text !== undefined) word = (word ?? '') + text;
  }
  if (word !== null) words.push(word);
  return words;
}
