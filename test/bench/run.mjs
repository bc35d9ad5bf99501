// The benchmark: see README.md beside it.
import { buildPage, buildProgram } from './build.mjs';
import { measureContacts } from './contact-visits.mjs';
import { describeMachine } from './machine.mjs';
import { measureEvent, measureServer } from './node-measures.mjs';
import { readOptions } from './options.mjs';
import { printTables } from './print.mjs';
import { writeReport } from './report.mjs';
import { saveResults } from './results.mjs';
import { assertSameText, measureClearAll, measureName, measureScopeStep, measureTransition } from './wizard-visits.mjs';

/** @typedef {import('./options.mjs').ContenderName} ContenderName */
/** @typedef {import('./options.mjs').MeasureName} MeasureName */

const options = readOptions(process.argv.slice(2));
const { only, sizes, runs, throttles } = options;
const wants = (/** @type {MeasureName} */ measure) => only.includes(measure);

/** @type {Map<string, import('./results.mjs').Result>} */
const results = new Map();

/**
 * @param {Pick<import('./results.mjs').Result, 'contender' | 'size' | 'throttle'>} of
 * @returns {import('./wizard-visits.mjs').Note}
 */
function noteFor({ contender, size, throttle }) {
  return (measure, sample, isLeast = false) => {
    const key = [measure, contender, size, throttle].join(' ');
    const result = results.get(key) ?? { measure, contender, size, throttle, samples: [] };
    result.samples.push(sample);
    if (isLeast) result.isLeast = true;
    results.set(key, result);
  };
}

/** @type {readonly { visit: (visit: import('./wizard-visits.mjs').WizardVisit) => Promise<void>, measures: readonly MeasureName[] }[]} */
const wizardVisits = [
  { visit: measureScopeStep, measures: ['mount', 'toggle', 'search'] },
  { visit: measureTransition, measures: ['transition'] },
  { visit: measureClearAll, measures: ['clear'] },
  { visit: measureName, measures: ['name'] },
];

/** React Hook Form takes minutes where the others take seconds, and varies less than they do. */
function runsOf(
  /** @type {ContenderName} */ contender,
  /** @type {number} */ scopes,
  /** @type {readonly MeasureName[]} */ measures,
) {
  if (contender !== 'rhf-radix' || scopes < 10_000) return runs;
  if (scopes > 10_000) return 0;
  return Math.min(runs, measures.includes('clear') ? 1 : 2);
}

async function measureWizards() {
  /** @type {Map<ContenderName, string>} */
  const folders = new Map();
  for (const name of options.contenders) folders.set(name, await buildPage(`contenders/${name}.page.ts`));
  await assertSameText(folders);
  for (const throttle of throttles) {
    for (const size of throttle > 1 ? sizes.filter((scopes) => scopes === 1000) : sizes) {
      for (let run = 1; run <= runs; run += 1) {
        for (const [contender, folder] of folders) {
          const note = noteFor({ contender, size, throttle });
          for (const { visit, measures } of wizardVisits) {
            if (!measures.some(wants) || run > runsOf(contender, size, measures)) continue;
            await visit({ folder, scopes: size, throttle, only, note });
          }
        }
        console.error(`${size} scopes, processor ÷ ${throttle}: run ${run} of ${runs}`);
      }
    }
  }
}

async function measureInNode() {
  const render = await buildProgram('node/render.tsx');
  const event = await buildProgram('node/machine-event.ts');
  for (const size of sizes) {
    for (let run = 1; run <= runs; run += 1) {
      for (const contender of options.contenders) {
        if (!wants('server') || run > runsOf(contender, size, ['server'])) continue;
        const note = noteFor({ contender, size, throttle: 1 });
        for (const sample of measureServer(render, contender, size)) note('server', sample);
      }
      if (!wants('event')) continue;
      const note = noteFor({ contender: 'ours', size, throttle: 1 });
      for (const sample of measureEvent(event, size)) note('event', sample);
    }
  }
}

async function measureContactLists() {
  const folders = [
    { contender: 'ours', folder: await buildPage('contacts/ours.page.tsx') },
    { contender: 'rhf-radix', folder: await buildPage('contacts/radix-select.page.tsx') },
  ];
  for (let run = 1; run <= runs; run += 1) {
    for (const { contender, folder } of folders) {
      await measureContacts(folder, noteFor({ contender, size: 5000, throttle: 1 }));
    }
  }
}

if (wizardVisits.some(({ measures }) => measures.some(wants))) await measureWizards();
if (wants('server') || wants('event')) await measureInNode();
if (wants('contacts')) await measureContactLists();
printTables([...results.values()]);
if (options.save) {
  saveResults(await describeMachine(), [...results.values()]);
  writeReport();
}
