// Bundles the two stylesheets of each package into plain files in dist, so that a host imports one file and needs no tool.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleStyles } from './bundle-styles.mjs';

for (const name of /** @type {const} */ (['ui', 'react'])) {
  const folder = fileURLToPath(new URL(`../../packages/${name}/dist/`, import.meta.url));
  await mkdir(folder, { recursive: true });
  for (const file of /** @type {const} */ (['styles.css', 'styles.layer.css'])) {
    const code = await bundleStyles(name, file);
    await writeFile(folder + file, code);
    console.log(`packages/${name}/dist/${file}: ${(code.length / 1024).toFixed(1)} KiB`);
  }
}
