import { writeFileSync } from 'node:fs';
import type { ScopeCatalog } from '@tokenwright/core';
import { diffCatalogs } from '../catalog-diff.js';
import { catalogFromOpenApi, type ImportResult } from '../catalog-from-openapi.js';
import { explainCall } from '../explain-call.js';
import { isObject, member } from '../json.js';
import { type Arguments, readArguments, usage } from './arguments.js';
import { CommandError, readFile } from './read-file.js';
import { catalogText, diagnosticsText, diffText, explanationText } from './text.js';

/** Where the command writes: what was asked for, and what goes wrong. Without colours, on a terminal or not. */
export interface Output {
  print: (text: string) => void;
  complain: (text: string) => void;
}

/** @returns The exit code: 0 done, 1 the documents have errors or no call fits, 2 not understood or not read. */
export function run(args: readonly string[], output: Output): 0 | 1 | 2 {
  try {
    const read = readArguments(args);
    switch (read.command) {
      case 'help':
        output.print(usage);
        return 0;
      case 'catalog':
        return writeCatalog(read, output);
      case 'explain':
        return explain(read, output);
      case 'check':
        return check(read, output);
      case 'diff':
        return diff(read, output);
    }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (args.includes('--json')) output.print(JSON.stringify({ error: error.message }, null, 2));
    else output.complain(`${error.message}\nTry: tokenwright-openapi --help`);
    return 2;
  }
}

function importFiles({ files, options }: Pick<Arguments, 'files' | 'options'>): ImportResult {
  return catalogFromOpenApi(files.map(readFile), { ...options, documentNames: files });
}

const hasErrors = ({ diagnostics }: ImportResult): boolean => diagnostics.some(({ severity }) => severity === 'error');

const json = (value: unknown): string => JSON.stringify(value, null, 2);

function writeCatalog({ files, options, out, isJson }: Arguments, { print, complain }: Output): 0 | 1 {
  const result = importFiles({ files, options });
  const isFaulty = hasErrors(result);
  if (isFaulty && !isJson) {
    complain(`${diagnosticsText(result.diagnostics)}\nNo catalog was written: correct the errors first.`);
    return 1;
  }
  if (out !== undefined && !isFaulty) write(out, `${json(result.catalog)}\n`);
  if (isJson) print(json(result));
  else if (out === undefined) print(json(result.catalog));
  else print(`${out}: ${catalogText(result.catalog)}`);
  if (!isJson && result.diagnostics.length > 0) complain(diagnosticsText(result.diagnostics));
  return isFaulty ? 1 : 0;
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new CommandError(
      `${path} cannot be written: ${error instanceof Error ? error.message : error}. Check --out.`,
    );
  }
}

function explain({ files, options, call, isJson }: Arguments, { print, complain }: Output): 0 | 1 {
  const result = importFiles({ files, options });
  const explanations = explainCall(result, call);
  if (isJson) print(json(explanations));
  else if (explanations.length > 0) print(explanations.map(explanationText).join('\n\n'));
  else complain(`No operation of ${files.join(', ')} fits "${call}". Write a method and a path, such as "POST /jobs".`);
  if (hasErrors(result) && !isJson) complain(diagnosticsText(result.diagnostics));
  return explanations.length > 0 ? 0 : 1;
}

function check({ files, options, isJson }: Arguments, { print }: Output): 0 | 1 {
  const result = importFiles({ files, options });
  print(isJson ? json(result.diagnostics) : `${catalogText(result.catalog)}\n${diagnosticsText(result.diagnostics)}`);
  return hasErrors(result) ? 1 : 0;
}

function diff({ files, options, isJson }: Arguments, { print, complain }: Output): 0 | 1 {
  const [before, after] = files.map((file) => readCatalogOrDocument(file, options));
  if (!before || !after) throw new CommandError('diff compares two files. Write: diff <old> <new>.');
  const faults = [before, after].flatMap(({ faulty }) => faulty ?? []);
  if (faults.length > 0) {
    const diagnostics = faults.flatMap((result) => result.diagnostics);
    if (isJson) print(json({ diagnostics }));
    else complain(`${diagnosticsText(diagnostics)}\nNothing was compared: correct the errors first.`);
    return 1;
  }
  const difference = diffCatalogs(before.catalog, after.catalog);
  print(isJson ? json(difference) : diffText(difference));
  return 0;
}

interface Comparable {
  readonly catalog: ScopeCatalog;
  /** The whole result, if it has errors. */
  readonly faulty?: ImportResult;
}

function readCatalogOrDocument(file: string, options: Arguments['options']): Comparable {
  const content = readFile(file);
  if (isCatalog(content)) return { catalog: content };
  const result = catalogFromOpenApi(content, { ...options, documentNames: [file] });
  return { catalog: result.catalog, ...(hasErrors(result) && { faulty: result }) };
}

/** A catalog that `catalog` wrote: documents have no categories. */
function isCatalog(content: unknown): content is ScopeCatalog {
  const categories = member(content, 'categories');
  return (
    Array.isArray(categories) &&
    categories.every((category) => {
      const scopes = member(category, 'scopes');
      return Array.isArray(scopes) && scopes.every((scope) => isObject(scope) && typeof scope.id === 'string');
    })
  );
}
