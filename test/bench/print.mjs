import { median, p95 } from './statistics.mjs';

/** @typedef {import('./results.mjs').Result} Result */

/** Prints the results of a run for the developer who waits for them: median / p95, and ours as a ratio to the others. */
export function printTables(/** @type {readonly Result[]} */ results) {
  for (const title of new Set(results.map(titleOf))) {
    const table = results.filter((result) => titleOf(result) === title);
    const rows = [...new Set(table.map(({ measure }) => measure))].map((measure) => [
      measure,
      rowOf(table.filter((result) => result.measure === measure)),
    ]);
    console.log(`\n${title}: median / p95, and ours as a ratio of the others`);
    console.table(Object.fromEntries(rows));
  }
}

function titleOf(/** @type {Result} */ { measure, size, throttle }) {
  const slower = throttle > 1 ? `, processor ${throttle} times slower` : '';
  return measure.startsWith('contacts') ? 'Contacts' : `${size} scopes${slower}`;
}

function rowOf(/** @type {readonly Result[]} */ results) {
  const ours = results.find(({ contender }) => contender === 'ours');
  /** @type {Record<string, string | number>} */
  const row = {};
  for (const { contender, samples, isLeast } of results) {
    row[contender] = `${isLeast ? '> ' : ''}${round(median(samples))} / ${round(p95(samples))}`;
    if (ours && ours.contender !== contender) row[`× ${contender}`] = round(median(ours.samples) / median(samples));
  }
  return row;
}

function round(/** @type {number} */ value) {
  return Number(value.toPrecision(3));
}
