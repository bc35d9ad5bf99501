// Builds the page and the server from source, so that nothing needs a build step of its own.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** @typedef {import('./src/server/main.ts').RunningServer} RunningServer */
/** @typedef {import('./src/server/page.ts').PageFiles} PageFiles */

const root = fileURLToPath(new URL('.', import.meta.url));

/** The workspace's configuration reads its packages from their source. */
const shared = {
  configFile: join(root, '../../vite.config.ts'),
  envDir: /** @type {const} */ (false),
  logLevel: /** @type {const} */ ('warn'),
};

/** Without the hint that plugins took long, which on a slow machine would be the first thing that a newcomer reads. */
const checks = { bundlerTimings: false };

/**
 * Builds the demo into this process.
 *
 * @returns {Promise<(env: Readonly<Record<string, string | undefined>>) => Promise<RunningServer>>} What starts it, as often as wanted.
 */
export async function buildDemo() {
  // React and Vite both ask for it. A value left over in the environment must not bring in their development builds.
  process.env.NODE_ENV = 'production';
  // Only then, because Vite looks at it when it loads.
  const vite = await import('vite');
  const [files, code] = await Promise.all([buildPage(vite), buildServer(vite)]);
  /** @type {typeof import('./src/server/main.ts')} */
  const { startServer } = await import(placeServer(code));
  return (env) => startServer({ root, env, files });
}

/** @returns {Promise<PageFiles>} */
async function buildPage(/** @type {typeof import('vite')} */ { build }) {
  const output = outputOf(
    await build({
      ...shared,
      root: join(root, 'src/client'),
      // The styles are for browsers of today; rewritten for older ones, light-dark() would forget who sets the scheme.
      build: { write: false, assetsInlineLimit: 0, rolldownOptions: { checks } },
    }),
  );
  return new Map(
    output.map((file) => [
      file.fileName,
      { type: mediaType(file.fileName), content: file.type === 'chunk' ? file.code : contentOf(file.source) },
    ]),
  );
}

async function buildServer(/** @type {typeof import('vite')} */ { build }) {
  const [server] = outputOf(
    await build({
      ...shared,
      root,
      ssr: { noExternal: [/^@tokenwright\//] },
      build: {
        write: false,
        ssr: 'src/server/main.ts',
        target: 'node20',
        rolldownOptions: { checks, output: { codeSplitting: false } },
      },
    }),
  );
  if (server?.type !== 'chunk') throw new Error('Vite built no server. Check build.ssr in packages/demo/build.mjs.');
  return server.code;
}

/**
 * What one build without watching wrote.
 *
 * @param {Awaited<ReturnType<typeof import('vite').build>>} result
 */
function outputOf(result) {
  const [built] = Array.isArray(result) ? result : [result];
  if (!built || !('output' in built)) throw new Error('Vite watches instead of building. Check build.watch.');
  return built.output;
}

const mediaTypes = new Map([
  ['css', 'text/css; charset=utf-8'],
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['svg', 'image/svg+xml'],
]);

function mediaType(/** @type {string} */ fileName) {
  const type = mediaTypes.get(fileName.slice(fileName.lastIndexOf('.') + 1));
  if (!type) throw new Error(`The page has a file ${fileName}, whose media type is not known. Add it to mediaTypes.`);
  return type;
}

/** Bytes as the server's answers take them. */
function contentOf(/** @type {string | Uint8Array} */ source) {
  return typeof source === 'string' ? source : new Uint8Array(source);
}

/**
 * Writes the server where Node finds its dependencies. Named by its content and put in place in one step, so that two
 * starts at the same time do not read each other's half-written file.
 */
function placeServer(/** @type {string} */ code) {
  const folder = join(root, 'dist');
  const file = join(folder, `server-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  }
  return pathToFileURL(file).href;
}
