import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const resultsFile = fileURLToPath(new URL('results.json', import.meta.url));

/**
 * @typedef {object} Result
 * @property {string} measure
 * @property {string} contender
 * @property {number} size Scopes; for the list of contacts, contacts.
 * @property {number} throttle How many times slower the processor was made.
 * @property {number[]} samples In the order measured.
 * @property {true} [isLeast] The samples say only the least: what takes longer was not waited for.
 */

/** @typedef {{ machine: Record<'processor' | 'chromium' | 'node' | 'date', string>, results: readonly Result[] }} Results */

/** @returns {Results} */
export function readResults() {
  return JSON.parse(readFileSync(resultsFile, 'utf8'));
}

/** Keeps the results, in place of those of the same kind. What other machines measured goes: it cannot be compared. */
export function saveResults(/** @type {Results['machine']} */ machine, /** @type {readonly Result[]} */ results) {
  const before = existsSync(resultsFile) ? readResults() : undefined;
  const isComparable = before?.machine.processor === machine.processor && before.machine.chromium === machine.chromium;
  const fresh = new Set(results.map(keyOf));
  const kept = isComparable ? before.results.filter((result) => !fresh.has(keyOf(result))) : [];
  const rows = [...kept, ...results]
    .toSorted((a, b) => a.throttle - b.throttle || a.size - b.size)
    .map((result) =>
      JSON.stringify({ ...result, samples: result.samples.map((sample) => Number(sample.toPrecision(3))) }),
    );
  writeFileSync(resultsFile, `{"machine":${JSON.stringify(machine)},"results":[\n${rows.join(',\n')}\n]}\n`);
}

function keyOf(/** @type {Result} */ { measure, contender, size, throttle }) {
  return [measure, contender, size, throttle].join(' ');
}
