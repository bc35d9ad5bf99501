// Draws how the wizard grows with its catalog, beside the others: an SVG without a library, readable in light and dark.
import { median } from './statistics.mjs';

const sizes = [100, 1000, 10_000, 22_000];
const panels = [
  { title: 'Scope step, until first paint', measure: 'mount.firstPaint' },
  { title: 'One check box, script + layout', measure: 'toggle.scriptAndLayout' },
  { title: 'A key in the search, results painted', measure: 'search.painted' },
  { title: 'Clear All of everything', measure: 'clear.painted' },
];
const contenders = [
  { name: 'ours', label: 'Tokenwright' },
  { name: 'rhf-radix', label: 'React Hook Form + Radix' },
  { name: 'native', label: 'native, uncontrolled' },
];

const panel = { width: 400, height: 260, left: 56, right: 16, top: 44, bottom: 40 };
const legendHeight = 32;
/** Powers of ten, in milliseconds. */
const scale = { from: 0, to: 5 };

/** @returns {string} */
export function drawGrowth(/** @type {import('./results.mjs').Results} */ { machine, results }) {
  const width = 2 * panel.width;
  const height = legendHeight + 2 * panel.height + 24;
  const drawn = panels.map(({ title, measure }, index) => {
    const lines = contenders.map(({ name }) => ({ name, points: pointsOf(results, measure, name) }));
    const at = `translate(${(index % 2) * panel.width} ${legendHeight + Math.floor(index / 2) * panel.height})`;
    return `<g transform="${at}">${axes(title)}${lines.map(line).join('')}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
<title id="title">Milliseconds by number of scopes, for mounting, a check box, the search and Clear All</title>
<style>
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600; font-size: 14px }
.small { fill: #59636e }
.grid { stroke: #d1d9e0; stroke-width: 1 }
.series { fill: none; stroke-width: 2.5 }
.ours { --c: #0969da } .rhf-radix { --c: #bc4c00 } .native { --c: #59636e }
.series { stroke: var(--c) } .dot { fill: var(--c) }
.rhf-radix.series { stroke-dasharray: 7 4 } .native.series { stroke-dasharray: 2 4 }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc } .small { fill: #9198a1 } .grid { stroke: #3d444d }
.ours { --c: #4493f8 } .rhf-radix { --c: #db6d28 } .native { --c: #9198a1 }
}
</style>
${legend()}
${drawn.join('\n')}
<text class="small" x="${panel.left}" y="${height - 8}">${machine.processor}, Chromium ${machine.chromium}, ${machine.date}; medians, both axes logarithmic</text>
</svg>
`;
}

function legend() {
  return contenders
    .map(({ name, label }, index) => {
      const x = panel.left + index * 220;
      return `<path class="series ${name}" d="M${x} 18h28"/><text x="${x + 36}" y="22">${label}</text>`;
    })
    .join('\n');
}

function axes(/** @type {string} */ title) {
  const { width, height, right, left, bottom } = panel;
  const rows = Array.from({ length: scale.to - scale.from + 1 }, (_, step) => {
    const value = 10 ** (scale.from + step);
    const label = value < 1000 ? `${value} ms` : `${value / 1000} s`;
    return `<path class="grid" d="M${left} ${y(value)}H${width - right}"/><text class="small" x="${left - 6}" y="${y(value) + 4}" text-anchor="end">${label}</text>`;
  });
  const columns = sizes.map(
    (size) =>
      `<text class="small" x="${x(size)}" y="${height - bottom + 18}" text-anchor="middle">${size < 1000 ? size : `${size / 1000}k`}</text>`,
  );
  return `<text class="title" x="${left}" y="26">${title}</text>${rows.join('')}${columns.join('')}`;
}

function line(/** @type {{ name: string, points: readonly (readonly [number, number])[] }} */ { name, points }) {
  const places = points.map(([size, value]) => /** @type {const} */ ([x(size), y(value)]));
  const dots = places.map(([cx, cy]) => `<circle class="dot ${name}" cx="${cx}" cy="${cy}" r="3.5"/>`);
  return `<path class="series ${name}" d="M${places.map((place) => place.join(' ')).join('L')}"/>${dots.join('')}`;
}

/** @returns {(readonly [size: number, milliseconds: number])[]} */
function pointsOf(
  /** @type {readonly import('./results.mjs').Result[]} */ results,
  /** @type {string} */ measure,
  /** @type {string} */ contender,
) {
  return results
    .filter((result) => result.measure === measure && result.contender === contender && result.throttle === 1)
    .map(({ size, samples }) => /** @type {const} */ ([size, median(samples)]))
    .toSorted(([a], [b]) => a - b);
}

function x(/** @type {number} */ size) {
  const [first = 1] = sizes;
  const last = sizes.at(-1) ?? first;
  const inside = panel.width - panel.left - panel.right - 40;
  return Math.round(panel.left + 20 + (Math.log(size / first) / Math.log(last / first)) * inside);
}

function y(/** @type {number} */ milliseconds) {
  const inside = panel.height - panel.top - panel.bottom;
  const power = Math.max(Math.log10(milliseconds), scale.from);
  return Math.round(panel.height - panel.bottom - ((power - scale.from) / (scale.to - scale.from)) * inside);
}
