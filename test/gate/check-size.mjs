// Says what each import costs a host. Fails where that is more than its budget, and where importing one component brings
// code along that it does not use: another component's, or a library. Looks at what `npm run build` wrote.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import { bundle, compressed, packagesIn, root, thirdParty } from './bundle.mjs';
import * as budgets from './size-budgets.mjs';

const styles = join(root, 'packages/react/dist/styles.css');

for (const file of [join(root, 'packages/ui/dist/index.js'), styles]) {
  if (!existsSync(file))
    throw new Error(`${file} does not exist, and it is what hosts would bundle. Run "npm run build".`);
}

/** @type {string[]} */
const faults = [];

function report(
  /** @type {string} */ name,
  /** @type {number} */ bytes,
  /** @type {budgets.Budget} */ { limit, target = limit },
) {
  const kilobytes = bytes / 1000;
  const verdict =
    kilobytes > limit ? `OVER ITS LIMIT of ${limit}` : kilobytes > target ? `over the target of ${target}` : '';
  console.log(`${name.padEnd(46)}${kilobytes.toFixed(1).padStart(6)} kB  of ${String(limit).padStart(4)}  ${verdict}`);
  if (kilobytes <= limit) return;
  faults.push(
    `${name} is ${kilobytes.toFixed(1)} kB, and may be ${limit} kB. Find what came in (the libraries are named above), or raise the limit in test/gate/size-budgets.mjs and say why.`,
  );
}

const importWizard = `export { CreateTokenWizard } from '@tokenwright/react'`;
const wizard = await bundle(importWizard);
const css = transform({ filename: styles, code: readFileSync(styles), minify: true }).code;
report('<CreateTokenWizard>, everything', wizard.bytes, budgets.wizard.everything);
report('<CreateTokenWizard>, our own code', (await bundle(importWizard, thirdParty)).bytes, budgets.wizard.ownCode);
report('<CreateTokenWizard selectVariant="native">', wizard.initialBytes, budgets.wizard.withNativeSelect);
report('@tokenwright/react/styles.css', compressed(css), budgets.css);
report('@tokenwright/core', (await bundle(`export * from '@tokenwright/core'`)).bytes, budgets.core);

const libraries = new Set(['core', 'ui', 'react'].flatMap(dependenciesOf));
for (const [name, file] of exportedComponents()) {
  const alone = await bundle(`export { ${name} } from '@tokenwright/react'`);
  const brought = packagesIn(alone.modules).filter((library) => libraries.has(library));
  const budget = budgets.components[name];
  if (!budget) {
    faults.push(
      `${name} has no budget. It is ${(alone.bytes / 1000).toFixed(1)} kB and brings ${brought.join(', ') || 'no library'}: say so in test/gate/size-budgets.mjs.`,
    );
    continue;
  }
  report(name, alone.bytes, budget);
  for (const library of brought.filter((other) => !budget.brings?.includes(other))) {
    faults.push(
      `Importing ${name} brings ${library} along. Import that only where it is used, or name it in test/gate/size-budgets.mjs.`,
    );
  }
  const own = await bundle(`export { ${name} } from ${JSON.stringify(file)}`);
  for (const other of alone.modules.filter((id) => !own.modules.includes(id))) {
    faults.push(
      `Importing ${name} brings ${other.slice(root.length)} along, which it does not use. Look there for code that runs on import.`,
    );
  }
}

function dependenciesOf(/** @type {string} */ name) {
  return Object.keys(JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')).dependencies);
}

/** The components that hosts can import, each with the file that it is written in. The wizard, and so its parts, is measured above. */
function exportedComponents() {
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const dist of ['ui', 'react'].map((name) => join(root, 'packages', name, 'dist'))) {
    const exported = readFileSync(join(dist, 'index.js'), 'utf8').matchAll(/export \{([^}]+)\} from '(\.[^']+)'/g);
    for (const [, names = '', path = ''] of exported) {
      for (const name of names.split(',').map((part) => part.trim().replace(/^.* as /, ''))) {
        if (/^[A-Z][a-z]/.test(name) && !name.startsWith('CreateTokenWizard')) files.set(name, join(dist, path));
      }
    }
  }
  return [...files].sort(([a], [b]) => a.localeCompare(b));
}

if (faults.length > 0) console.error(`\n${faults.join('\n')}`);
process.exitCode = faults.length > 0 ? 1 : 0;
