import type { AccessLevel, ApiVersion } from '@tokenwright/core';
import type { ImportedOperation } from './operation.js';

/** A value for some scopes: by their id, or a function that knows. Where it says nothing, the importer infers. */
export type PerScope<T> = Readonly<Record<string, T>> | ((id: string) => T | undefined);

/** An operation as the document has it, with its method and path beside its own members. */
export type DocumentedOperation = Readonly<Record<string, unknown>> & {
  readonly method: string;
  readonly path: string;
};

/** What a scope is grouped by. */
export interface GroupSubject {
  readonly id: string;
  /** The operations that name the scope; in operation mode the one operation that it opens. */
  readonly operations: readonly ImportedOperation[];
}

/** What the host knows and the documents do not say. Every option goes before what would be inferred. */
export interface ImportOptions {
  /**
   * Whether all scopes of a list are needed, as the specification says, or any one of them, as some vendors mean it.
   * Default `'all'`.
   */
  scopeList?: 'all' | 'any' | undefined;
  /** The scopes that an operation needs, as alternatives; undefined leaves it to the document. */
  scopesOf?: (operation: DocumentedOperation) => readonly (readonly string[])[] | undefined | undefined;
  /** Name of a vendor extension of operations, such as `x-required-permissions`, that goes before `security`. */
  scopeExtension?: string | undefined;
  /**
   * How scopes become categories. `'name'`: by the first word of the id that names a thing; `'tag'`: by the tag of most of
   * its operations; `'document'`; or a function that returns a category's name. Default `'auto'`: by name, or by tag if most
   * of the categories would hold one scope.
   */
  groupBy?: 'auto' | 'name' | 'tag' | 'document' | ((scope: GroupSubject) => string | undefined) | undefined;
  /** What people read; by the id of a scope, or of a category that no scope is called as. */
  labels?: PerScope<string> | undefined;
  access?: PerScope<AccessLevel> | undefined;
  /** For a scope, the ids of those it includes: its holder may call what they open. Never inferred. */
  implies?: PerScope<readonly string[]> | undefined;
  /** For a scope, the ids of those it does not work without. Never inferred. */
  requires?: PerScope<readonly string[]> | undefined;
  sensitive?: PerScope<boolean | { readonly reason: string }> | undefined;
  /**
   * Patterns with `*` for any text. One that starts with a method and a space, or with a slash, is for operations:
   * `GET /v2/*`, `/internal/*`; any other is for scope ids: `admin:*`. If there are patterns of a kind, the rest of that
   * kind is left out.
   */
  include?: readonly string[] | undefined;
  /** The same patterns; goes before `include`. */
  exclude?: readonly string[] | undefined;
  /** `'scopes'`: the scopes of the documents; `'operations'`: each operation is a scope. Default `'auto'`: scopes, if there are any. */
  mode?: 'auto' | 'scopes' | 'operations' | undefined;
  /** What the documents do not know of their version: its status, when it ends; or another id or label. */
  version?: Partial<ApiVersion> | undefined;
  /** What the documents are called in diagnostics, in their order: their files. Default `document 1`, … */
  documentNames?: readonly string[] | undefined;
}

/** The value of an option for one scope. */
export function valueFor<T>(option: PerScope<T> | undefined, id: string): T | undefined {
  if (typeof option === 'function') return option(id);
  return option && Object.hasOwn(option, id) ? option[id] : undefined;
}

const isOperationPattern = (pattern: string): boolean => /^(?:[A-Za-z]+ )?\//.test(pattern);

/** Tells from `include` and `exclude` what is left in. */
export function readFilters({ include = [], exclude = [] }: ImportOptions): {
  keepsOperation: (method: string, path: string) => boolean;
  keepsScope: (id: string) => boolean;
} {
  const split = (patterns: readonly string[]) => ({
    operations: patterns.filter(isOperationPattern).map(matcher),
    scopes: patterns.filter((pattern) => !isOperationPattern(pattern)).map(matcher),
  });
  const [included, excluded] = [split(include), split(exclude)];
  const fits = (matchers: readonly Matcher[], ...texts: string[]) =>
    matchers.some((matches) => texts.some((text) => matches(text)));
  return {
    keepsOperation: (method, path) =>
      (included.operations.length === 0 || fits(included.operations, path, `${method} ${path}`)) &&
      !fits(excluded.operations, path, `${method} ${path}`),
    keepsScope: (id) => (included.scopes.length === 0 || fits(included.scopes, id)) && !fits(excluded.scopes, id),
  };
}

type Matcher = (text: string) => boolean;

/** Matches piece by piece, so that no pattern takes more than linear time per piece. */
function matcher(pattern: string): Matcher {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (text) => text === pattern;
  return (text) => {
    if (!text.startsWith(first)) return false;
    let position = first.length;
    for (const piece of rest) {
      const found = text.indexOf(piece, position);
      if (found < 0) return false;
      position = found + piece.length;
    }
    return text.length - last.length >= position && text.endsWith(last);
  };
}
