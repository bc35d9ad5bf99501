// Empties what the build writes: a file that was built from a source that is gone would be packed with the others.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

for (const name of ['core', 'ui', 'react', 'openapi']) {
  rmSync(fileURLToPath(new URL(`../../packages/${name}/dist`, import.meta.url)), { recursive: true, force: true });
}
