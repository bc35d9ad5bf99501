// How long the importer takes once a document is parsed, and how its memory grows. Needs `npm run build`.
// Real documents are measured where the licensed test data lies beside the repository, made-up ones always.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { catalogFromOpenApi } from '@tokenwright/openapi';
import { parse } from 'yaml';

const runs = 9;

/** @returns {Record<string, unknown>} As many actions as a cloud provider has, by service and verb. */
function madeUp(/** @type {number} */ count) {
  const verbs = ['Get', 'List', 'Describe', 'Create', 'Update', 'Delete', 'Put', 'Tag', 'Start', 'Stop'];
  /** @type {Record<string, unknown>} */
  const paths = {};
  for (let position = 0; position < count; position += 1) {
    const scope = `service${Math.floor(position / 60)}:${verbs[position % verbs.length]}Thing${position}`;
    paths[`/things/${position}/{id}`] = { post: { tags: [`Tag ${position % 300}`], security: [{ oauth: [scope] }] } };
  }
  return { openapi: '3.1.0', info: { title: 'Made up', version: '1' }, paths };
}

function measure(/** @type {string} */ name, /** @type {unknown} */ documents) {
  catalogFromOpenApi(documents);
  // Only started with --expose-gc, the heap says something.
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  /** @type {number[]} */
  const times = [];
  const importOnce = () => {
    const start = performance.now();
    const imported = catalogFromOpenApi(documents);
    times.push(performance.now() - start);
    return imported;
  };
  for (let run = 1; run < runs; run += 1) importOnce();
  const result = importOnce();
  globalThis.gc?.();
  const heap = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
  times.sort((a, b) => a - b);
  const scopes = result.catalog.categories.reduce((sum, category) => sum + category.scopes.length, 0);
  const [fastest, median, slowest] = [times[0], times[Math.floor(runs / 2)], times[runs - 1]];
  console.log(
    [
      name.padEnd(26),
      `${result.operations.length} operations`.padStart(18),
      `${scopes} scopes`.padStart(14),
      ...[fastest, median, slowest].map((time) => `${(time ?? 0).toFixed(1)} ms`.padStart(11)),
      globalThis.gc ? `${heap.toFixed(1)} MB result`.padStart(14) : '',
    ].join(''),
  );
}

console.log(`Fastest, median and slowest of ${runs} runs after one that warms up.`);
const documents = new URL('../../../shared/catalogs/openapi/', import.meta.url);
if (existsSync(documents)) {
  for (const file of readdirSync(documents)) {
    measure(file, parse(readFileSync(new URL(file, documents), 'utf8'), { maxAliasCount: -1 }));
  }
} else console.log('The documents of real APIs are not here, so only made-up ones are measured.');
for (const count of [5_500, 11_000, 22_000, 44_000]) measure('made up', madeUp(count));
