import { type Entry, readEntries } from './entries.js';
import type { Warn } from './shape.js';

/** One version of the host's API that a token can be made for. */
export interface ApiVersion {
  /** Identifies the version in requests, for example `"16"`. Unique among the versions offered. */
  id: string;
  /** What the user reads, for example `"Version 16"`. */
  label: string;
  /** `latest` is chosen by default; `deprecated` is offered with a warning. In data without types, a missing one counts as `supported`. */
  status: 'latest' | 'supported' | 'deprecated';
  /**
   * The day the version stops answering, as an ISO 8601 date (`2027-06-30`). It is that calendar day for everyone: a time and a zone
   * behind it are left out.
   */
  sunsetAt?: string | undefined;
}

/** The version a new token starts with: the first `latest` one, else the first that is not deprecated, else the first. */
export function defaultVersion(versions: readonly ApiVersion[]): ApiVersion | undefined {
  return (
    versions.find((version) => version.status === 'latest') ??
    versions.find((version) => version.status !== 'deprecated') ??
    versions[0]
  );
}

/**
 * Reads what a host's `versions` gave. An id that is a number becomes text, and versions of the same label get their id beside it.
 *
 * @param warn Called for a status or a date that is not understood.
 * @throws {SourceError} naming the offending entry when it is not a list of versions with unique ids.
 */
export function readVersions(value: unknown, warn: Warn = () => {}): readonly ApiVersion[] {
  const versions = readEntries('versions', value, (entry): ApiVersion => {
    const { id, label, sunsetAt } = entry;
    const day = readDay(sunsetAt ?? undefined);
    if (day === undefined && sunsetAt !== undefined && sunsetAt !== null) {
      warn(
        `the "sunsetAt" of version "${id}" is not a date that can be read, so none is shown. Pass one such as "2027-06-30".`,
      );
    }
    return {
      id,
      label: typeof label === 'string' && label !== '' ? label : id,
      status: readStatus(entry, warn),
      ...(day !== undefined && { sunsetAt: day }),
    };
  });
  const labels = versions.map(({ label }) => label);
  return versions.map((version, position) =>
    labels.indexOf(version.label) === labels.lastIndexOf(version.label) || labels[position] === version.id
      ? version
      : { ...version, label: `${version.label} (${version.id})` },
  );
}

function readStatus({ id, status }: Entry, warn: Warn): ApiVersion['status'] {
  const given = typeof status === 'string' ? status.trim().toLowerCase() : status;
  if (given === 'latest' || given === 'deprecated' || given === 'supported') return given;
  if (given !== undefined && given !== null) {
    const named = typeof given === 'string' ? `"${given.slice(0, 40)}"` : `of type ${typeof given}`;
    warn(
      `the "status" of version "${id}" is ${named}, so it counts as supported. Pass "latest", "supported" or "deprecated".`,
    );
  }
  return 'supported';
}

const inNumbers = /^(\d{1,2}|\d{4})([-/.])(\d{1,2})\2(\d{1,2}|\d{4})(?!\d)/;
const inWords = /\b(?:\d{1,2}(?:st|nd|rd|th)?[ -][a-z]{3,9}[ -]\d{4}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b/i;

/**
 * The calendar day that is written, as `2027-06-30`, whatever the time and the zone; undefined if there is no such day, or it may be
 * another one (`06/07/2027`). Numbers are seconds or milliseconds since 1970.
 */
function readDay(value: unknown): string | undefined {
  if (value instanceof Date) return isoDay(value.getTime());
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{10,13}$/.test(value))) {
    const time = Number(value);
    // A smaller number may be anything, a year for example.
    return time < 1e9 ? undefined : isoDay(time < 1e11 ? time * 1000 : time);
  }
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const [words] = inWords.exec(text) ?? [];
  if (words) return isoDay(Date.parse(`${words.replaceAll(/(?<=\d)[a-z]+|-/gi, ' ')} UTC`));
  const [, first = '', sign = '', second = '', third = ''] = inNumbers.exec(text) ?? [];
  const isYearFirst = first.length === 4;
  const isMonthFirst = sign === '/' && Number(second) > 12;
  const isAmbiguous = sign === '-' || (sign === '/' && first !== second && !isMonthFirst && Number(first) <= 12);
  if (!isYearFirst && isAmbiguous) return undefined;
  const [month, day] = isYearFirst ? [second, third] : isMonthFirst ? [first, second] : [second, first];
  const iso = [isYearFirst ? first : third, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  // Some engines take February 30 for March 2.
  return isoDay(Date.parse(iso)) === iso ? iso : undefined;
}

function isoDay(time: number): string | undefined {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().slice(0, 10) : undefined;
}
