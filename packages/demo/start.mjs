// Builds the page and the server from source and runs them in this process, so that one command is all it takes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The running server; undefined while it is being built. */
let server;
let isStopping = false;

// One Ctrl+C arrives several times, because npm passes it on as well. Only a listener that stays keeps the later ones from
// killing the program while it stops.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

async function stop() {
  if (isStopping) return;
  isStopping = true;
  await server?.close();
  process.exit(0);
}

// React and Vite both ask for it. A value left over in the environment must not bring in their development builds.
process.env.NODE_ENV = 'production';
// Only then, because Vite looks at it when it loads.
const { build } = await import('vite');

/** The workspace's configuration reads its packages from their source, so that nothing needs a build first. */
const shared = { configFile: join(root, '../../vite.config.ts'), envDir: false, logLevel: 'warn' };

async function buildPage() {
  const { output } = await build({
    ...shared,
    root: join(root, 'src/client'),
    // The styles are for browsers of today; rewritten for older ones, light-dark() would forget who sets the scheme.
    build: { write: false, assetsInlineLimit: 0 },
  });
  return new Map(
    output.map((file) => [
      file.fileName,
      { type: mediaType(file.fileName), content: file.type === 'chunk' ? file.code : file.source },
    ]),
  );
}

async function buildServer() {
  const { output } = await build({
    ...shared,
    root,
    ssr: { noExternal: [/^@tokenwright\//] },
    build: {
      write: false,
      ssr: 'src/server/main.ts',
      target: 'node20',
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return output[0].code;
}

const mediaTypes = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

function mediaType(fileName) {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1);
  const type = mediaTypes[extension];
  if (!type) throw new Error(`The page has a file ${fileName}, whose media type is not known. Add it to mediaTypes.`);
  return type;
}

/**
 * Writes the server where Node finds its dependencies. Named by its content and put in place in one step, so that two
 * starts at the same time do not read each other's half-written file.
 */
function placeServer(code) {
  const folder = join(root, 'dist');
  const file = join(folder, `server-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  }
  return pathToFileURL(file).href;
}

try {
  const [files, code] = await Promise.all([buildPage(), buildServer()]);
  const { startServer } = await import(placeServer(code));
  server = await startServer({ root, env: process.env, files });
  console.log(`Settings → API is at ${server.url}`);
  console.log('Press Ctrl+C to stop.');
} catch (error) {
  console.error(error.name === 'StartError' ? error.message : error);
  process.exit(1);
}
