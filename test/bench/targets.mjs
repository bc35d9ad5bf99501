// What the wizard is to reach. Ratios are of medians, unless it says p95, measured in one run on one machine.

/**
 * @typedef {object} Target
 * @property {string} what
 * @property {string} measure
 * @property {number} size Scopes; for the list of contacts, contacts.
 * @property {number} atMost
 * @property {{ contender: import('./options.mjs').ContenderName, size?: number }} [against] Makes `atMost` a ratio to this one.
 * @property {'median' | 'p95'} [statistic]
 * @property {string} unit
 */

const rhf = /** @type {const} */ ({ contender: 'rhf-radix' });
const native = /** @type {const} */ ({ contender: 'native' });

/** @type {readonly Target[]} */
export const targets = [
  {
    what: 'Scope step, until first paint',
    measure: 'mount.firstPaint',
    size: 1000,
    atMost: 0.12,
    against: rhf,
    unit: 'ms',
  },
  {
    what: 'Scope step, until first paint',
    measure: 'mount.firstPaint',
    size: 1000,
    atMost: 0.45,
    against: native,
    unit: 'ms',
  },
  {
    what: 'Scope step, until first paint',
    measure: 'mount.firstPaint',
    size: 10_000,
    atMost: 0.05,
    against: rhf,
    unit: 'ms',
  },
  { what: 'Longest task while mounting', measure: 'mount.longestTask', size: 1000, atMost: 60, unit: 'ms' },
  { what: 'Longest task while mounting', measure: 'mount.longestTask', size: 10_000, atMost: 120, unit: 'ms' },
  {
    what: 'The same, mounted in a transition, as routers do',
    measure: 'transition.longestTask',
    size: 1000,
    atMost: 60,
    unit: 'ms',
  },
  {
    what: 'The same, mounted in a transition, as routers do',
    measure: 'transition.longestTask',
    size: 10_000,
    atMost: 120,
    unit: 'ms',
  },
  { what: 'One check box', measure: 'toggle.scriptAndLayout', size: 1000, atMost: 0.3, against: rhf, unit: 'ms' },
  {
    what: 'One check box',
    measure: 'toggle.scriptAndLayout',
    size: 1000,
    atMost: 0.3,
    against: rhf,
    statistic: 'p95',
    unit: 'ms',
  },
  { what: 'One check box', measure: 'toggle.scriptAndLayout', size: 1000, atMost: 1.7, against: native, unit: 'ms' },
  {
    what: 'One check box',
    measure: 'toggle.scriptAndLayout',
    size: 1000,
    atMost: 1.7,
    against: native,
    statistic: 'p95',
    unit: 'ms',
  },
  {
    what: 'One check box',
    measure: 'toggle.scriptAndLayout',
    size: 10_000,
    atMost: 1.5,
    against: { contender: 'ours', size: 1000 },
    unit: 'ms',
  },
  { what: 'Components rendered for it', measure: 'toggle.renders', size: 1000, atMost: 9, unit: '' },
  { what: 'Components rendered for it', measure: 'toggle.renders', size: 10_000, atMost: 9, unit: '' },
  {
    what: 'Clear All of everything',
    measure: 'clear.scriptAndLayout',
    size: 1000,
    atMost: 0.1,
    against: rhf,
    unit: 'ms',
  },
  {
    what: 'Clear All of everything',
    measure: 'clear.scriptAndLayout',
    size: 10_000,
    atMost: 0.01,
    against: rhf,
    unit: 'ms',
  },
  { what: 'A key in Token Name', measure: 'name.scriptAndLayout', size: 1000, atMost: 1, against: rhf, unit: 'ms' },
  { what: 'A key in Token Name', measure: 'name.scriptAndLayout', size: 10_000, atMost: 1, against: rhf, unit: 'ms' },
  { what: 'A key in the search, results painted', measure: 'search.frames', size: 1000, atMost: 1, unit: 'frames' },
  { what: 'A key in the search, results painted', measure: 'search.painted', size: 10_000, atMost: 50, unit: 'ms' },
  { what: 'Heap of the mounted scope step', measure: 'heap', size: 1000, atMost: 0.5, against: rhf, unit: 'MB' },
  { what: 'Heap of the mounted scope step', measure: 'heap', size: 10_000, atMost: 0.5, against: rhf, unit: 'MB' },
  { what: '`renderToString` of the scope step', measure: 'server', size: 1000, atMost: 0.5, against: rhf, unit: 'ms' },
  { what: 'One event of the machine', measure: 'event', size: 10_000, atMost: 50, unit: 'µs' },
  {
    what: '5,000 contacts opened, beside a Radix Select of 1,000',
    measure: 'contacts.painted',
    size: 5000,
    atMost: 0.1,
    against: rhf,
    unit: 'ms',
  },
];
