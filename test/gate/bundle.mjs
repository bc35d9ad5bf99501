// Bundles as a host's build does: from what is published, React left outside, minified.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const react = /^react(-dom)?($|\/)/;
const entry = '\0entry';

/**
 * @typedef {object} Bundle
 * @property {number} bytes Compressed, of everything.
 * @property {number} initialBytes Compressed, of what is loaded at first: without what is imported later.
 * @property {readonly string[]} modules The files of which something is inside.
 */

/**
 * @param {string} code What a host writes.
 * @param {RegExp} external What is left outside.
 * @returns {Promise<Bundle>}
 */
export async function bundle(code, external = react) {
  const build = await rolldown({
    cwd: root,
    input: entry,
    platform: 'browser',
    external,
    // What an entry shares with a later import is put into the entry, as for a host's, whose entry exports nothing.
    preserveEntrySignatures: 'allow-extension',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    onLog(level, log) {
      // A bundle for browsers needs no 'use client'.
      if (level === 'warn' && log.code !== 'MODULE_LEVEL_DIRECTIVE') throw new Error(log.message);
    },
  });
  // Hosts ship no comments: Vite's build leaves out those for bundlers and the licences as well.
  const { output } = await build.generate({ format: 'esm', minify: true, comments: false });
  await build.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  return {
    bytes: sizeOf(chunks),
    initialBytes: sizeOf(loadedAtFirst(chunks)),
    modules: chunks
      .flatMap(({ modules }) => Object.entries(modules))
      .filter(([id, { renderedLength }]) => id !== entry && renderedLength > 0)
      .map(([id]) => id)
      .sort(),
  };
}

/** @param {readonly import('rolldown').OutputChunk[]} chunks */
function sizeOf(chunks) {
  return chunks.reduce((sum, { code }) => sum + compressed(code), 0);
}

/** The entry, and what it imports at once. @param {readonly import('rolldown').OutputChunk[]} chunks */
function loadedAtFirst(chunks) {
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of loaded) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  }
  return [...loaded];
}

/** Everything that is no path and no package of this repository. */
export const thirdParty = /^(?!@tokenwright\/|\.|\/|\0|[A-Za-z]:\\)/;

/** Bytes on the wire. */
export function compressed(/** @type {string | Uint8Array} */ content) {
  return gzipSync(content, { level: 9 }).length;
}

/** The npm packages of which something is inside, ours left out. @returns {readonly string[]} */
export function packagesIn(/** @type {readonly string[]} */ modules) {
  const names = modules.map((id) => /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1]?.replace('\\', '/'));
  return [...new Set(names)].filter((name) => name !== undefined);
}
