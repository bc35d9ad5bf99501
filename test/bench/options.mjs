import { parseArgs } from 'node:util';

const contenders = /** @type {const} */ (['ours', 'rhf-radix', 'native']);
/** @typedef {(typeof contenders)[number]} ContenderName */

const measures = /** @type {const} */ ([
  'mount',
  'transition',
  'toggle',
  'search',
  'clear',
  'name',
  'server',
  'event',
  'contacts',
]);
/** @typedef {(typeof measures)[number]} MeasureName */

const allSizes = [100, 1000, 10_000, 22_000];

/**
 * @typedef {object} Options
 * @property {readonly MeasureName[]} only What is measured.
 * @property {readonly number[]} sizes Scopes in the catalog.
 * @property {readonly ContenderName[]} contenders
 * @property {number} runs How often everything is measured, each time in a fresh browser profile.
 * @property {readonly number[]} throttles How many times slower the processor is made; more than 1 is measured at 1,000 scopes.
 * @property {boolean} save Whether the results are kept in results.json, in place of those of the same kind.
 */

/** Without any argument everything is measured and saved. @throws {Error} that names the option and what it may be. @returns {Options} */
export function readOptions(/** @type {string[]} */ args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: measures.join() },
      sizes: { type: 'string', default: allSizes.join() },
      contenders: { type: 'string', default: contenders.join() },
      runs: { type: 'string', default: '5' },
      throttle: { type: 'string', default: args.length === 0 ? '1,4' : '1' },
      save: { type: 'boolean', default: args.length === 0 },
    },
  });
  return {
    only: someOf(measures, 'only', values.only),
    sizes: someOf(allSizes.map(String), 'sizes', values.sizes).map(Number),
    contenders: someOf(contenders, 'contenders', values.contenders),
    runs: positive('runs', values.runs),
    throttles: values.throttle.split(',').map((rate) => positive('throttle', rate)),
    save: values.save,
  };
}

/**
 * @template {string} T
 * @param {readonly T[]} known
 */
function someOf(known, /** @type {string} */ option, /** @type {string} */ list) {
  return list.split(',').map((name) => {
    const found = known.find((other) => other === name);
    if (found === undefined) {
      throw new Error(
        `--${option} does not know "${name}". Give it one or more of ${known.join(', ')}, with commas between.`,
      );
    }
    return found;
  });
}

function positive(/** @type {string} */ option, /** @type {string} */ text) {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${option} is "${text}". Give it a whole number from 1.`);
}
