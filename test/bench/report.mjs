// Writes what results.json says into the README and the plot, so that neither can say anything else. As a command it does
// so again without measuring.
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawGrowth } from './plot.mjs';
import { readResults } from './results.mjs';
import { table } from './table.mjs';

const readme = fileURLToPath(new URL('../../README.md', import.meta.url));
const plot = fileURLToPath(new URL('../../.github/images/growth.svg', import.meta.url));
const begin = '<!-- Written by `npm run bench`: -->\n';
const end = '\n<!-- until here. -->';

export function writeReport() {
  const results = readResults();
  const text = readFileSync(readme, 'utf8');
  const [before, rest = ''] = text.split(begin);
  const [, after] = rest.split(end);
  if (after === undefined)
    throw new Error(`The README has no ${begin.trim()} … ${end.trim()}. Put both where the table belongs.`);
  writeFileSync(readme, `${before}${begin}${table(results)}${end}${after}`);
  writeFileSync(plot, drawGrowth(results));
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) writeReport();
