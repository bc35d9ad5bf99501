// What a host's own tools make of the tarballs, in the project that check-packages.mjs installs them in.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const consumer = process.env.CONSUMER ?? '';
const tsc = fileURLToPath(new URL('../../node_modules/@typescript/native/bin/tsc', import.meta.url));

function node(/** @type {string[]} */ ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: consumer, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'host', private: true, type: 'module' }));

const props = `{
  versions: [{ id: '16', label: 'Version 16', status: 'latest' as const }],
  contacts: [{ id: 'ada', name: 'Ada', email: 'ada@example.com' }],
  catalog: { categories: [{ id: 'ads', label: 'Ads', scopes: [{ id: 'ads.list', label: 'List ads' }] }] },
}`;
writeFileSync(
  join(consumer, 'page.tsx'),
  `import '@tokenwright/react/styles.css';
import { CreateTokenWizard } from '@tokenwright/react';

const data = ${props};
export const page = <CreateTokenWizard {...data} onCreate={() => Promise.reject(new Error('not today'))} />;
`,
);

for (const [module, moduleResolution] of [
  ['ESNext', 'Bundler'],
  ['NodeNext', 'NodeNext'],
]) {
  test(`a host's page with the wizard type-checks under moduleResolution ${moduleResolution}`, () => {
    const config = `tsconfig.${moduleResolution}.json`;
    const compilerOptions = { module, moduleResolution, target: 'ES2022', jsx: 'react-jsx', strict: true, types: [] };
    writeFileSync(
      join(consumer, config),
      JSON.stringify({ compilerOptions: { ...compilerOptions, noEmit: true }, files: ['page.tsx'] }),
    );
    assert.deepEqual(node(tsc, '-p', config), { status: 0, output: '' });
  });
}

const render = `
  const html = renderToString(createElement(CreateTokenWizard, { ...${props.replace(' as const', '')}, onCreate() {} }));
  console.log(html.includes('Token Name') ? 'drawn' : html);
`;
const drawn = { status: 0, output: 'drawn\n' };

test('a server renders the first step of the wizard', () => {
  const script = `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import { CreateTokenWizard } from '@tokenwright/react';
    ${render}`;
  assert.deepEqual(node('--input-type=module', '--eval', script), drawn);
});

test('a CommonJS server that requires the wizard renders it too', () => {
  const script = `
    const { createElement } = require('react');
    const { renderToString } = require('react-dom/server');
    const { CreateTokenWizard } = require('@tokenwright/react');
    ${render}`;
  // Node 20 warns that require() of an ES module is new.
  assert.deepEqual(node('--no-warnings', '--input-type=commonjs', '--eval', script), drawn);
});
