import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';

/** What was asked of the command cannot be done as asked; the message says why, and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/**
 * How often aliases may repeat what aliases repeat. Plain anchors come nowhere near it; documents that are made to exhaust
 * memory do at once.
 */
const maxAliasCount = 10_000;

/**
 * Reads a file of JSON or YAML.
 *
 * @throws {CommandError} naming the file, and the line and column where it knows them.
 */
export function readFile(path: string): unknown {
  const text = readText(path).replace(/^\uFEFF/, '');
  try {
    if (/\.json$/i.test(path)) return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${path} is no JSON${atPosition(text, error)}: ${messageOf(error)}. Correct the file.`);
  }
  return parseYaml(path, text);
}

function parseYaml(path: string, text: string): unknown {
  const lineCounter = new LineCounter();
  try {
    // Documents of OpenAPI 2.0 and 3.0 often use the merge keys of YAML 1.1.
    const document = parseDocument(text, { lineCounter, merge: true, prettyErrors: false, uniqueKeys: true });
    const [fault] = document.errors;
    if (fault) {
      const { line, col } = lineCounter.linePos(fault.pos[0]);
      throw new CommandError(`${path}:${line}:${col} is no YAML: ${fault.message} Correct the file.`);
    }
    return document.toJS({ maxAliasCount });
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const reason = error instanceof RangeError ? 'it is nested too deeply' : messageOf(error);
    throw new CommandError(`${path} cannot be read as YAML: ${reason}. Correct its anchors, aliases and nesting.`);
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${messageOf(error)}. Check the path and its rights.`);
  }
}

/** Node says where JSON went wrong as a position in the text. */
function atPosition(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(messageOf(error))?.[1];
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return ` at ${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
