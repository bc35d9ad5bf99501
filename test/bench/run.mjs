// The benchmark: see README.md beside it.
import { buildPage } from './build.mjs';
import { contenders, readOptions } from './options.mjs';
import { printTables } from './print.mjs';
import { assertSameText, measureClearAll, measureName, measureScopeStep } from './wizard-visits.mjs';

const options = readOptions(process.argv.slice(2));
const { only, sizes, runs, throttle } = options;

/** @type {Map<string, import('./print.mjs').Result>} */
const results = new Map();

const note = (
  /** @type {string} */ measure,
  /** @type {string} */ contender,
  /** @type {number} */ scopes,
  /** @type {number} */ sample,
) => {
  const key = [measure, contender, scopes].join(' ');
  const result = results.get(key) ?? { measure, contender, scopes, throttle, samples: [] };
  result.samples.push(sample);
  results.set(key, result);
};

/** @type {Map<string, string>} */
const folders = new Map();
for (const name of contenders) {
  if (options.contenders.includes(name)) folders.set(name, await buildPage(`contenders/${name}.page.ts`));
}
await assertSameText(folders);

const wizardVisits = [
  { visit: measureScopeStep, measures: /** @type {const} */ (['mount', 'toggle', 'search']) },
  { visit: measureClearAll, measures: /** @type {const} */ (['clear']) },
  { visit: measureName, measures: /** @type {const} */ (['name']) },
];

for (const scopes of sizes) {
  for (let run = 1; run <= runs; run += 1) {
    for (const [contender, folder] of folders) {
      const start = performance.now();
      for (const { visit, measures } of wizardVisits) {
        if (!measures.some((measure) => only.includes(measure))) continue;
        await visit({
          folder,
          scopes,
          throttle,
          only,
          note: (measure, sample) => note(measure, contender, scopes, sample),
        });
      }
      console.error(`${scopes} scopes, run ${run}, ${contender}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    }
  }
}

printTables([...results.values()]);
