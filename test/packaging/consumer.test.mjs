// What a host's own tools make of the tarballs, in the project that check-packages.mjs installs them in.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

writeFileSync(
  join(consumer, 'api.yaml'),
  `openapi: 3.1.0
info: { title: Ads, version: '1' }
paths:
  /ads:
    get: { security: [{ oauth: ['ads:read'] }] }
`,
);

test("a host's build turns its API description into a catalog with the command of @tokenwright/openapi", () => {
  const manifest = join(consumer, 'node_modules/@tokenwright/openapi/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  const command = join(dirname(manifest), bin['tokenwright-openapi']);
  assert.equal(node(command, 'catalog', 'api.yaml', '--out', 'catalog.json').status, 0);
  const { categories } = JSON.parse(readFileSync(join(consumer, 'catalog.json'), 'utf8'));
  assert.deepEqual(
    categories.flatMap((/** @type {{ scopes: { id: string }[] }} */ { scopes }) => scopes.map(({ id }) => id)),
    ['ads:read'],
  );
});

test('a host that writes its own build imports the same as a function', () => {
  const script = `
    import { catalogFromOpenApi } from '@tokenwright/openapi';
    const { catalog } = catalogFromOpenApi({ openapi: '3.1.0', paths: { '/ads': { get: {} } } });
    console.log(catalog.categories[0].scopes[0].id);`;
  assert.deepEqual(node('--input-type=module', '--eval', script), { status: 0, output: 'get:/ads\n' });
});
