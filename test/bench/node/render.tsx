// Run in Node, once for each contender and size: prints the milliseconds that renderToString takes for the scope step.
import { renderToString } from 'react-dom/server';
import { makeCatalog } from '../catalog.js';
import type { Contender } from '../contender.js';
import { Native } from '../contenders/native.js';
import { Ours } from '../contenders/ours.js';
import { RhfRadix } from '../contenders/rhf-radix.js';

const warmUps = 2;
const samples = 4;

const wizards: Readonly<Record<string, Contender>> = { ours: Ours, 'rhf-radix': RhfRadix, native: Native };
const [name = '', scopes] = process.argv.slice(2);
const Wizard = wizards[name];
if (!Wizard) throw new Error(`There is no contender "${name}". Give one of ${Object.keys(wizards).join(', ')}.`);

const catalog = makeCatalog(Number(scopes));
const times = Array.from({ length: warmUps + samples }, () => {
  const start = performance.now();
  renderToString(<Wizard catalog={catalog} step="scopes" everythingChecked={false} />);
  return performance.now() - start;
});
console.log(JSON.stringify(times.slice(warmUps)));
