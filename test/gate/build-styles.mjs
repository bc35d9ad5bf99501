// Bundles each package's styles.css with all it imports into one plain file, dist/styles.css, so that a host imports one
// file and needs no tool for it. Nothing is translated for old browsers: what is written is what is shipped.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleAsync } from 'lightningcss';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sourceOf = (/** @type {string} */ name) => resolve(root, 'packages', name, 'src/styles.css');

/** @returns {string} The file that an `@import` names: a package's styles, or a path beside the importing file. */
function resolveImport(/** @type {string} */ specifier, /** @type {string} */ from) {
  const [, name] = /^@tokenwright\/([a-z]+)\/styles\.css$/.exec(specifier) ?? [];
  const file = name ? sourceOf(name) : resolve(dirname(from), specifier);
  if (existsSync(file)) return file;
  throw new Error(
    `${relative(root, from)} imports '${specifier}', but ${relative(root, file)} does not exist. Import a path relative to the file, or another package's styles.css.`,
  );
}

for (const name of ['ui', 'react']) {
  const filename = sourceOf(name);
  if (!existsSync(filename)) throw new Error(`${relative(root, filename)} does not exist, so ${name} has no styles.`);
  const { code, warnings } = await bundleAsync({ filename, resolver: { resolve: resolveImport } });
  if (warnings.length > 0) throw new Error(`packages/${name}: ${JSON.stringify(warnings, null, 2)}`);
  const output = resolve(root, 'packages', name, 'dist/styles.css');
  await mkdir(dirname(output), { recursive: true });
  await writeFile(output, code);
  console.log(`${relative(root, output)}: ${(code.length / 1024).toFixed(1)} KiB`);
}
