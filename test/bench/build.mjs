// Builds the pages of the contenders as a host would: Vite, production, minified, each on its own.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = join(root, 'node_modules/.cache/bench');

/** Builds a page from its entry, a path below test/bench. @returns {Promise<string>} The folder of page.js and page.css. */
export async function buildPage(/** @type {string} */ entry) {
  const outDir = join(output, entry);
  await build({
    root,
    mode: 'production',
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: join(root, 'test/bench', entry),
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' },
      },
    },
  });
  return outDir;
}

/** Builds a program for Node from its entry, a path below test/bench. @returns {Promise<string>} Its path. */
export async function buildProgram(/** @type {string} */ entry) {
  const outDir = join(output, entry);
  await build({
    root,
    mode: 'production',
    logLevel: 'warn',
    build: {
      ssr: join(root, 'test/bench', entry),
      outDir,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  });
  return join(outDir, 'program.mjs');
}

/** The answer to each request of a page, by path. */
export async function fileOf(/** @type {string} */ folder, /** @type {string} */ path) {
  if (path === '/') return { contentType: 'text/html', body: html };
  const contentType = path.endsWith('.css') ? 'text/css' : 'text/javascript';
  return { contentType, body: await readFile(join(folder, path), 'utf8') };
}

const html = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Benchmark</title>
  <link rel="stylesheet" href="/page.css">
  <link rel="icon" href="data:,">
  <div id="root"></div>
  <script type="module" src="/page.js"></script>
</html>
`;
