// The table of what is reached and what is not.
import { median, p95 } from './statistics.mjs';
import { targets } from './targets.mjs';

/** @typedef {import('./results.mjs').Results} Results */

/** @returns {string} The table of targets in Markdown, with the machine. */
export function table(/** @type {Results} */ { machine, results }) {
  const rows = targets.map((target) => {
    const { ours, other, isLeast, reached } = verdict(target, results);
    const size = target.size.toLocaleString('en');
    const what = target.statistic === 'p95' ? `${target.what}, p95` : target.what;
    const aim = `≤ ${target.atMost}${target.against ? ` × ${nameOf(target.against)}` : withUnit(target.unit)}`;
    const ratio =
      other === undefined
        ? ''
        : ` (${isLeast ? '< ' : ''}${digits(ours / other, 3)} × ${isLeast ? '> ' : ''}${amount(other, target.unit)})`;
    const measured = Number.isNaN(ours + (other ?? 0)) ? 'not measured' : `${amount(ours, target.unit)}${ratio}`;
    return `| ${what} | ${size} | ${aim} | ${measured} | ${reached ? 'yes' : '**no**'} |`;
  });
  return `
| | Scopes | Target | Measured | Reached |
|---|--:|---|---|---|
${rows.join('\n')}

Medians in production builds on ${machine.processor}, Chromium ${machine.chromium}, Node ${machine.node}, ${machine.date}. Times depend
on the machine; the ratios were measured side by side.${slowed(results)}
`;
}

/** A sentence on the run with a slowed processor, if there was one. */
function slowed(/** @type {Results['results']} */ results) {
  const times = (/** @type {string} */ measure) =>
    ['ours', 'rhf-radix', 'native'].map((contender) => {
      const result = results.find(
        (other) => other.measure === measure && other.contender === contender && other.throttle === 4,
      );
      return digits(median(result?.samples ?? []));
    });
  if (!results.some(({ throttle }) => throttle === 4)) return '';
  const [mount, rhfMount, nativeMount] = times('mount.firstPaint');
  const [toggle, rhfToggle, nativeToggle] = times('toggle.scriptAndLayout');
  return ` On a processor made four times
slower, 1,000 scopes are first painted after ${mount} ms (RHF + Radix ${rhfMount} ms, native ${nativeMount} ms), and a check box costs ${toggle} ms
(${rhfToggle} ms, ${nativeToggle} ms).`;
}

/**
 * Whether a target is reached. Of a contender that was not waited for only the least is known: then the ratio is the most.
 *
 * @returns {{ ours: number, other: number | undefined, isLeast: boolean, reached: boolean }}
 */
export function verdict(
  /** @type {import('./targets.mjs').Target} */ target,
  /** @type {Results['results']} */ results,
) {
  const find = (/** @type {string} */ contender, size = target.size) =>
    results.find(
      (result) =>
        result.measure === target.measure &&
        result.contender === contender &&
        result.size === size &&
        result.throttle === 1,
    );
  const statistic = target.statistic === 'p95' ? p95 : median;
  const own = find('ours');
  const others = target.against && find(target.against.contender, target.against.size);
  const ours = statistic(own?.samples ?? []);
  const other = target.against && statistic(others?.samples ?? []);
  const reached = !own?.isLeast && (other === undefined ? ours : ours / other) <= target.atMost;
  return { ours, other, isLeast: others?.isLeast ?? false, reached };
}

function nameOf(/** @type {{ contender: string, size?: number }} */ { contender, size }) {
  if (contender === 'ours') return `our own at ${size?.toLocaleString('en')}`;
  return contender === 'native' ? 'native' : 'RHF + Radix';
}

function amount(/** @type {number} */ value, /** @type {string} */ unit) {
  return `${digits(value)}${withUnit(unit)}`;
}

function withUnit(/** @type {string} */ unit) {
  return unit === '' ? '' : ` ${unit}`;
}

function digits(/** @type {number} */ value, significant = 2) {
  return Number(value.toPrecision(significant)).toLocaleString('en');
}
