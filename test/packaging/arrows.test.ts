// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { arrows, forbiddenImports } from './arrows.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packages = readdirSync(join(root, 'packages'));

/**
 * Every source and configuration file of a package, as a path from the root with `/`. Not its tests: they play the host,
 * which applies core's rules to what ui reports, and share its data with the stories. Nothing of them is published.
 */
function sourcesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return /^(dist|node_modules|\..*)$/.test(entry.name) ? [] : sourcesOf(path);
    return /(?<!\.test)\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : [];
  });
}

test('every package of the workspace has its arrows', () => {
  expect(packages.toSorted()).toEqual(Object.keys(arrows).toSorted());
});

test.each(packages)('%s imports only what the arrows allow', (name) => {
  const sources = sourcesOf(`packages/${name}`);
  expect(sources).not.toEqual([]);
  expect(sources.flatMap((path) => forbiddenImports(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
});

describe('an engineer who turns an arrow round is told the file and the line', () => {
  test.each([
    ['packages/core/src/a.ts', "import type { Props } from '@tokenwright/ui';"],
    ['packages/core/src/a.ts', "export { Select } from '@tokenwright/ui';"],
    ['packages/core/src/a.ts', "const later = import('@tokenwright/react');"],
    ['packages/core/src/a.ts', "const now = require('@tokenwright/react');"],
    ['packages/core/src/a.ts', "type T = import('@tokenwright/react').T;"],
    ['packages/ui/src/a.tsx', "import { CreateTokenWizard } from '@tokenwright/react';"],
    ['packages/react/src/a.tsx', "import { server } from '@tokenwright/demo';"],
    ['packages/demo/src/a.ts', "import { Select } from '@tokenwright/ui';"],
    ['packages/openapi/src/a.ts', "import { readCatalog } from '@tokenwright/core';"],
    ['packages/openapi/src/a.ts', "import type { ScopePreset } from '@tokenwright/react';"],
    ['packages/react/src/a.ts', "import { catalogFromOpenApi } from '@tokenwright/openapi';"],
    ['packages/ui/src/a.tsx', "import { isValid } from '@tokenwright/core';"],
    ['packages/ui/src/a.tsx', "import { type Scope } from '@tokenwright/core';"],
    ['packages/ui/src/a.tsx', "import '@tokenwright/core';"],
    ['packages/ui/src/a.tsx', "export * from '@tokenwright/core';"],
    ['packages/react/src/a.tsx', "import { x } from '@tokenwright/core/src/catalog.js';"],
    ['packages/react/src/a.tsx', "import { x } from '@tokenwright/ui/dist/select.js';"],
    ['packages/react/src/a.tsx', "import { x } from '../../core/src/index.js';"],
  ])('%s: %s', (path, line) => {
    expect(forbiddenImports(path, `// first line\n${line}\n`)).toEqual([expect.stringContaining(`${path}:2: '`)]);
  });
});

test.each([
  ['packages/ui/src/a.tsx', "import type { Scope } from '@tokenwright/core';"],
  ['packages/ui/src/a.tsx', "export type { Scope } from '@tokenwright/core';"],
  ['packages/ui/src/a.tsx', "// import { isValid } from '@tokenwright/core';"],
  ['packages/react/src/setup/a.tsx', "import { isValid } from '@tokenwright/core'; import { b } from '../b.js';"],
  ['packages/demo/src/a.tsx', "import '@tokenwright/react/styles.css';"],
  ['packages/demo/src/a.tsx', "import '@tokenwright/react/styles.layer.css';"],
  ['packages/demo/src/server/a.ts', "import { catalogFromOpenApi } from '@tokenwright/openapi';"],
  ['packages/openapi/src/a.ts', "import type { ScopeCatalog } from '@tokenwright/core';"],
])('%s may say %s', (path, line) => {
  expect(forbiddenImports(path, line)).toEqual([]);
});
