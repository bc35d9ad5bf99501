import { median, p95 } from './statistics.mjs';

/**
 * @typedef {object} Result
 * @property {string} measure
 * @property {string} contender
 * @property {number} scopes
 * @property {number} throttle
 * @property {number[]} samples
 */

/** Prints the results of a run for the developer who waits for them: median / p95, and ours as a ratio to the others. */
export function printTables(/** @type {readonly Result[]} */ results) {
  for (const scopes of new Set(results.map((result) => result.scopes))) {
    const ofSize = results.filter((result) => result.scopes === scopes);
    const rows = [...new Set(ofSize.map(({ measure }) => measure))].map((measure) => [
      measure,
      rowOf(ofSize.filter((result) => result.measure === measure)),
    ]);
    console.log(`\n${scopes} scopes: median / p95, and ours as a ratio of the others`);
    console.table(Object.fromEntries(rows));
  }
}

function rowOf(/** @type {readonly Result[]} */ results) {
  const ours = results.find(({ contender }) => contender === 'ours');
  /** @type {Record<string, string | number>} */
  const row = {};
  for (const { contender, samples } of results) {
    row[contender] = `${round(median(samples))} / ${round(p95(samples))}`;
    if (ours && ours.contender !== contender) row[`× ${contender}`] = round(median(ours.samples) / median(samples));
  }
  return row;
}

function round(/** @type {number} */ value) {
  return Number(value.toPrecision(3));
}
