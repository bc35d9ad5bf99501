import type { ScopeCatalog } from '@tokenwright/core';
import type { CatalogDiff, EndpointChange } from '../catalog-diff.js';
import type { Diagnostic, Severity } from '../diagnostics.js';
import type { CallExplanation } from '../explain-call.js';

export function catalogText({ categories }: ScopeCatalog): string {
  const scopes = categories.reduce((sum, category) => sum + category.scopes.length, 0);
  return `${count(scopes, 'scope', 'scopes')} in ${count(categories.length, 'category', 'categories')}`;
}

const nouns: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

/** Errors and warnings one by one; notes, of which there may be hundreds, by kind. */
export function diagnosticsText(diagnostics: readonly Diagnostic[]): string {
  const told = diagnostics.filter(({ severity }) => severity !== 'info');
  const ordered = [
    ...told.filter(({ severity }) => severity === 'error'),
    ...told.filter(({ severity }) => severity === 'warning'),
  ];
  const lines = ordered.map(
    ({ severity, code, place, message, help }) =>
      `${severity} ${code} at ${printable(place.document + place.pointer)}\n  ${printable(message)}\n  ${help}`,
  );
  const notes = new Map<string, number>();
  for (const { severity, code } of diagnostics) if (severity === 'info') notes.set(code, (notes.get(code) ?? 0) + 1);
  const counts = (['error', 'warning', 'info'] as const).map((severity) => {
    const [one, many] = nouns[severity];
    return count(diagnostics.filter((diagnostic) => diagnostic.severity === severity).length, one, many);
  });
  const kinds = [...notes].map(([code, times]) => `${times} ${code}`).join(', ');
  return [...lines, `${counts.join(', ')}${kinds && ` (${kinds}; --json lists them)`}`].join('\n');
}

export function explanationText({ operation, ways, rules }: CallExplanation): string {
  const scopes = ways.map((way) =>
    way
      .map(
        ({ id, label, access, rule }) =>
          `${printable(id)} (${printable(label)}; ${access ?? 'unknown'}${rule ? `, by ${rule}` : ''})`,
      )
      .join('\n    and '),
  );
  const needs =
    scopes.length === 0
      ? [`  needs no scope: it is ${operation.kind}`]
      : scopes.map((text, position) => `  ${position === 0 ? 'needs' : 'or   '} ${text}`);
  return [`${operation.method} ${printable(operation.path)}`, ...needs, ...rules.map((rule) => `  ${rule}`)].join('\n');
}

export function diffText({ scopes, endpoints }: CatalogDiff): string {
  const sets = (ways: EndpointChange['before']) => ways.map((set) => set.map(printable).join(' + ')).join(' or ');
  const call = ({ method, path }: EndpointChange) => `${method} ${printable(path)}`;
  const sections: [string, readonly string[]][] = [
    ['Scopes that appeared', scopes.added.map(printable)],
    ['Scopes that vanished', scopes.removed.map(printable)],
    [
      'Scopes that changed access',
      scopes.changed.map(({ id, before, after }) => `${printable(id)}: ${before} → ${after}`),
    ],
    ['Endpoints that appeared', endpoints.added.map((change) => `${call(change)}: ${sets(change.after)}`)],
    ['Endpoints that vanished', endpoints.removed.map(call)],
    [
      'Endpoints that changed access',
      endpoints.changed.map((change) => `${call(change)}: ${sets(change.before)} → ${sets(change.after)}`),
    ],
  ];
  const told = sections.filter(([, lines]) => lines.length > 0);
  if (told.length === 0) return 'The same scopes open the same endpoints.';
  return told.map(([title, lines]) => `${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`).join('\n\n');
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Documents must not steer the terminal they are printed on. */
function printable(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
