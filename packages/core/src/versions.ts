import { hasText, isRecord } from './shape.js';
import { SourceError } from './source-error.js';

/** One version of the host's API that a token can be made for. */
export interface ApiVersion {
  /** Identifies the version in requests, for example `"16"`. Unique among the versions offered. */
  id: string;
  /** What the user reads, for example `"Version 16"`. */
  label: string;
  /** `latest` is chosen by default; `deprecated` is offered with a warning. */
  status: 'latest' | 'supported' | 'deprecated';
  /** The day the version stops answering, as an ISO 8601 date (`2027-06-30`). */
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
 * Reads what a host's `versions` gave.
 *
 * @throws {SourceError} naming the offending entry when it is not a list of versions with unique ids.
 */
export function readVersions(value: unknown): readonly ApiVersion[] {
  if (!Array.isArray(value)) throw new SourceError('versions', 'expected an array of API versions.');
  const seen = new Set<string>();
  return value.map((entry: unknown, position) => {
    if (!isRecord(entry) || !hasText(entry, 'id')) {
      throw new SourceError('versions', `entry ${position} has no "id". Give every version a non-empty string id.`);
    }
    const { id, label, status, sunsetAt } = entry;
    if (seen.has(id)) throw new SourceError('versions', `the id "${id}" appears twice. Version ids must be unique.`);
    seen.add(id);
    return {
      id,
      label: typeof label === 'string' && label !== '' ? label : id,
      status: status === 'latest' || status === 'deprecated' ? status : 'supported',
      ...(typeof sunsetAt === 'string' && !Number.isNaN(Date.parse(sunsetAt)) && { sunsetAt }),
    };
  });
}
