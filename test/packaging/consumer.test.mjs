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
writeFileSync(
  join(consumer, 'page.tsx'),
  `import '@tokenwright/react/styles.css';
import { CreateTokenWizard } from '@tokenwright/react';

export const page = (
  <CreateTokenWizard
    versions={[{ id: '16', label: 'Version 16', status: 'latest' }]}
    contacts={[{ id: 'ada', name: 'Ada', email: 'ada@example.com' }]}
    catalog={{ categories: [{ id: 'ads', label: 'Ads', scopes: [{ id: 'ads.list', label: 'List ads' }] }] }}
    onCreate={async (request, { idempotencyKey }) => ({
      status: 'created',
      token: { id: idempotencyKey, name: request.name },
      secret: 'tkw_secret',
    })}
  />
);
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

test('Node imports the wizard and renders it on the server', () => {
  const script = `
    import { createElement } from 'react';
    import { CreateTokenWizard } from '@tokenwright/react';
    if (typeof createElement(CreateTokenWizard).type !== 'function') throw new Error('CreateTokenWizard is no component');
  `;
  assert.deepEqual(node('--input-type=module', '--eval', script), { status: 0, output: '' });
});

test('a CommonJS host requires the wizard', () => {
  const script = `
    const { CreateTokenWizard } = require('@tokenwright/react');
    if (typeof CreateTokenWizard !== 'function') throw new Error('CreateTokenWizard is ' + typeof CreateTokenWizard);
  `;
  assert.deepEqual(node('--no-warnings', '--input-type=commonjs', '--eval', script), { status: 0, output: '' });
});
