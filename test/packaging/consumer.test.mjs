// What a host's own tools make of the tarballs, in the project that check-packages.mjs installs them in.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

test('a host with exactOptionalPropertyTypes passes what its API clients return', () => {
  writeFileSync(
    join(consumer, 'optional.tsx'),
    `import { type ApiVersion, type Contact, CreateTokenWizard, type InitialValues, type Scope, type ScopeCategory, type TokenLimits, type TokenRecord } from '@tokenwright/react';

declare const row: { text: string | undefined; limit: number | undefined };
export const contact: Contact = { id: 'ada', name: 'Ada', email: 'ada@example.com', role: row.text };
export const version: ApiVersion = { id: '16', label: 'Version 16', status: 'latest', sunsetAt: row.text };
export const scope: Scope = { id: 'ads.list', label: 'List ads', description: row.text, access: undefined, requires: undefined };
export const category: ScopeCategory = { id: 'ads', label: 'Ads', description: row.text, scopes: [scope] };
export const token: TokenRecord = { id: '1', name: row.text, createdAt: row.text, hint: row.text };
export const values: InitialValues = { name: row.text, scopes: undefined, enabledCategories: undefined };
export const limits: { [Limit in keyof TokenLimits]?: number | undefined } = { name: row.limit };
export const page = (
  <CreateTokenWizard
    versions={[version]}
    contacts={[contact]}
    catalog={{ categories: [category] }}
    initialValues={values}
    limits={limits}
    onCreate={async () => ({ status: 'created', token, secret: 'secret' })}
  />
);
`,
  );
  const compilerOptions = {
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    target: 'ES2022',
    jsx: 'react-jsx',
    types: [],
  };
  writeFileSync(
    join(consumer, 'tsconfig.optional.json'),
    JSON.stringify({
      compilerOptions: {
        ...compilerOptions,
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: true,
        noEmit: true,
      },
      files: ['optional.tsx'],
    }),
  );
  assert.deepEqual(node(tsc, '-p', 'tsconfig.optional.json'), { status: 0, output: '' });
});

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

test('a server component composes the wizard from parts that are exported by name', () => {
  const script = `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import * as tokenwright from '@tokenwright/react';
    const data = { ...${props.replace(' as const', '')}, onCreate() {} };
    const parts = ['Steps', 'Issues', 'Heading', 'Body', 'Actions'].map((name) =>
      createElement(tokenwright['CreateTokenWizard' + name], { key: name }));
    const html = renderToString(createElement(tokenwright.CreateTokenWizardRoot, data, parts));
    console.log(html === renderToString(createElement(tokenwright.CreateTokenWizard, data)) ? 'the same' : html);`;
  assert.deepEqual(node('--input-type=module', '--eval', script), { status: 0, output: 'the same\n' });
});

for (const name of ['core', 'ui', 'react', 'openapi']) {
  test(`a tool that does not read "exports" finds the entry of @tokenwright/${name} by its "main"`, () => {
    const folder = join(consumer, 'node_modules/@tokenwright', name);
    const { main, exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    assert.equal(main, exports['.'].default);
    assert.ok(existsSync(join(folder, main)));
  });
}

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
