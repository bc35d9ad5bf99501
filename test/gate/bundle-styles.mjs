import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleAsync } from 'lightningcss';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sourceOf = (/** @type {string} */ name, /** @type {string} */ file) =>
  resolve(root, 'packages', name, 'src', file);

/** @returns {string} The file that an `@import` names: a package's styles, or a path relative to the importing file. */
function resolveImport(/** @type {string} */ specifier, /** @type {string} */ from) {
  const [, name] = /^@tokenwright\/([a-z]+)\/styles\.css$/.exec(specifier) ?? [];
  const file = name ? sourceOf(name, 'styles.css') : resolve(dirname(from), specifier);
  if (existsSync(file)) return file;
  throw new Error(
    `${relative(root, from)} imports '${specifier}', but ${relative(root, file)} does not exist. Import a path relative to the file, or another package's styles.css.`,
  );
}

/**
 * Bundles one stylesheet of a package with all it imports. Nothing is translated for old browsers: hosts get what is
 * written here.
 *
 * @param {'ui' | 'react'} name The package.
 * @param {'styles.css' | 'styles.layer.css'} file
 */
export async function bundleStyles(name, file) {
  const filename = sourceOf(name, file);
  if (!existsSync(filename)) throw new Error(`${relative(root, filename)} does not exist, so ${name} has no ${file}.`);
  const { code, warnings } = await bundleAsync({ filename, resolver: { resolve: resolveImport } });
  if (warnings.length > 0) throw new Error(`packages/${name}: ${JSON.stringify(warnings, null, 2)}`);
  return new TextDecoder().decode(code);
}
