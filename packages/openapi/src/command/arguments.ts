import { parseArgs } from 'node:util';
import type { ImportOptions } from '../options.js';
import { CommandError } from './read-file.js';

export const usage = `Turns OpenAPI documents into a scope catalog.

Usage:
  tokenwright-openapi catalog <file...> [--out <file>]   write the catalog, or print it
  tokenwright-openapi explain <file...> "POST /jobs"     say what a call needs, and by which rule
  tokenwright-openapi check <file...>                    print what is wrong with the documents
  tokenwright-openapi diff <old> <new>                   say which scopes and endpoints appeared, vanished or changed

Files are JSON or YAML; several are one API. diff compares two documents, or two catalogs written earlier.

Options:
  --out <file>               catalog: where to write it
  --mode <mode>              auto (default), scopes, or operations: each operation is a scope
  --scope-list <which>       all (default) scopes of a list are needed, or any of them will do
  --scope-extension <x-...>  name of the vendor extension that holds the scopes of an operation
  --json                     print JSON, for programs
  --help                     print this

Exit codes: 0 done; 1 the documents have errors, or no call fits; 2 the command was not understood or a file not read.`;

const commands = ['catalog', 'explain', 'check', 'diff'] as const;
type Command = (typeof commands)[number];

export interface Arguments {
  readonly command: Command | 'help';
  readonly files: readonly string[];
  /** What `explain` is asked about. */
  readonly call: string;
  readonly out: string | undefined;
  readonly isJson: boolean;
  readonly options: ImportOptions;
}

/** @throws {CommandError} saying which argument is wrong. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const [command, ...rest] = positionals;
  const isJson = values.json === true;
  const base = { files: rest, call: '', out: values.out, isJson, options: {} };
  if (values.help === true) return { ...base, command: 'help' };
  if (command === undefined) throw new CommandError('Say what to do: catalog, explain, check or diff.');
  const known = commands.find((name) => name === command);
  if (!known) throw new CommandError(`"${command}" is no command. Use catalog, explain, check or diff.`);
  if (values.out !== undefined && known !== 'catalog')
    throw new CommandError(`--out is for catalog, not for ${known}.`);
  const extension = values['scope-extension'];
  const options: ImportOptions = {
    mode: choice('--mode', values.mode, ['auto', 'scopes', 'operations']) ?? 'auto',
    scopeList: choice('--scope-list', values['scope-list'], ['all', 'any']) ?? 'all',
    ...(extension !== undefined && { scopeExtension: extension }),
  };
  const call = known === 'explain' ? (rest.at(-1) ?? '') : '';
  const files = known === 'explain' ? rest.slice(0, -1) : rest;
  if (known === 'diff' && files.length !== 2) {
    throw new CommandError(`diff compares two files, and got ${files.length}. Write: diff <old> <new>.`);
  }
  if (files.length === 0) {
    throw new CommandError(
      known === 'explain'
        ? 'explain needs a file and a call. Write: explain <file...> "POST /jobs".'
        : `${known} needs at least one file.`,
    );
  }
  return { ...base, command: known, files, call, options };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        mode: { type: 'string' },
        'scope-list': { type: 'string' },
        'scope-extension': { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
}

function choice<T extends string>(name: string, value: string | undefined, choices: readonly T[]): T | undefined {
  const chosen = choices.find((candidate) => candidate === value);
  if (value !== undefined && chosen === undefined) {
    throw new CommandError(`${name} is "${value}". Use ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`);
  }
  return chosen;
}
