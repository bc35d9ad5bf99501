import type { Place, Report } from './diagnostics.js';
import { isObject, type JsonObject, member } from './json.js';

/** Gives what a reference leads to, and anything else as it is. */
export type FollowReference = (value: unknown, place: Place) => unknown;

/**
 * Follows a `$ref` inside of the document. What stands beside it goes before what it leads to.
 *
 * @returns undefined, with a diagnostic, if it leads out of the document, nowhere or in a circle.
 */
export function referenceFollower(document: JsonObject, report: Report): FollowReference {
  return (value, place) => {
    const beside: JsonObject[] = [];
    const seen = new Set<unknown>();
    let target = value;
    while (isObject(target) && Object.hasOwn(target, '$ref')) {
      const { $ref: reference, ...rest } = target;
      if (typeof reference !== 'string' || seen.has(target)) {
        report(
          'reference-unresolved',
          place,
          seen.has(target) ? `${quoteReference(reference)} leads in a circle.` : '"$ref" is no string.',
        );
        return undefined;
      }
      if (!reference.startsWith('#')) {
        report('reference-external', place, `${quoteReference(reference)} leads to another file.`);
        return undefined;
      }
      seen.add(target);
      beside.push(rest);
      target = resolve(document, reference);
      if (target === undefined) {
        report('reference-unresolved', place, `${quoteReference(reference)} leads nowhere.`);
        return undefined;
      }
    }
    if (beside.length === 0 || !isObject(target)) return target;
    return Object.assign({}, target, ...beside.reverse());
  };
}

function quoteReference(reference: unknown): string {
  return JSON.stringify(String(reference).slice(0, 200));
}

function resolve(document: JsonObject, reference: string): unknown {
  if (reference === '#') return document;
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((value, part) => {
      const name = decode(part).replaceAll('~1', '/').replaceAll('~0', '~');
      return Array.isArray(value) ? value[Number(name)] : member(value, name);
    }, document);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
