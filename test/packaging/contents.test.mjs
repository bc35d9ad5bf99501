// What the tarballs contain, seen in the project that check-packages.mjs installs them in.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { transform } from 'lightningcss';

const consumer = process.env.CONSUMER ?? '';
const installed = (/** @type {string} */ name) => join(consumer, 'node_modules/@tokenwright', name);
const filesOf = (/** @type {string} */ name) => readdirSync(installed(name), { recursive: true, encoding: 'utf8' });
const read = (/** @type {string} */ name, /** @type {string} */ file) =>
  readFileSync(join(installed(name), file), 'utf8');
const modulesOf = (/** @type {string} */ name) =>
  filesOf(name).filter((file) => file.startsWith('dist') && file.endsWith('.js'));

const isClient = (/** @type {string} */ code) => code.startsWith("'use client';");

/** What React offers to server components. */
const serverReact = new Set(
  String(execFileSync(process.execPath, ['-C', 'react-server', '-p', "Object.keys(require('react')).join()"]))
    .trim()
    .split(','),
);

/** Imports what exists in a client only: hooks, contexts, or a library made of them. */
function needsClient(/** @type {string} */ code) {
  if (/^(import|export) [^;]*['"](react-dom|@radix-ui\/[^'"]+|@xstate\/react)['"]/m.test(code)) return true;
  const lists = [...code.matchAll(/^import \{([^}]*)\} from ['"]react['"]/gm)].map(([, list = '']) => list.split(','));
  return lists.flat().some((item) => !serverReact.has(item.trim().split(' ')[0] ?? ''));
}

for (const name of ['core', 'ui', 'react', 'openapi']) {
  describe(`@tokenwright/${name}`, () => {
    test('ships one ES module per source file, with its types and maps', () => {
      const modules = modulesOf(name);
      const sources = filesOf(name).filter((file) => /^src.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
      const expected = sources.map((file) => file.replace(/^src/, 'dist').replace(/\.tsx?$/, '.js'));
      assert.deepEqual(modules.toSorted(), expected.toSorted());
      const files = new Set(filesOf(name));
      const companions = modules.flatMap((file) => [`${file}.map`, file.replace(/js$/, 'd.ts')]);
      assert.deepEqual(
        companions.filter((file) => !files.has(file)),
        [],
      );
    });

    test('ships the licence under which a host may use it', () => {
      const licence = readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8');
      assert.equal(read(name, 'LICENSE'), licence);
    });

    test('ships nothing that needs CommonJS', () => {
      assert.deepEqual(
        filesOf(name).filter((file) => /\.(cjs|cts)$/.test(file)),
        [],
      );
      const commonJs = modulesOf(name).filter((file) => /\brequire\(|\bmodule\.exports\b/.test(read(name, file)));
      assert.deepEqual(commonJs, []);
    });

    test('ships no test and no build state', () => {
      assert.deepEqual(
        filesOf(name).filter((file) => /\.test\.|\.tsbuildinfo$|\.stories\./.test(file)),
        [],
      );
    });
  });
}

for (const name of ['core', 'openapi']) {
  test(`a server that imports ${name} is not told that it is client code`, () => {
    assert.deepEqual(
      modulesOf(name).filter((file) => isClient(read(name, file))),
      [],
    );
  });
}

test('what a browser loads of openapi needs neither a YAML parser nor Node nor core', () => {
  const library = modulesOf('openapi').filter((file) => !file.startsWith('dist/command/'));
  assert.notDeepEqual(library, []);
  assert.deepEqual(
    library.flatMap((file) => read('openapi', file).match(/from ['"][^.'"][^'"]*['"]/g) ?? []),
    [],
  );
});

for (const name of ['ui', 'react']) {
  test(`a React server component can import @tokenwright/${name}: what needs a client says so in its first line`, () => {
    const clientModules = modulesOf(name).filter((file) => needsClient(read(name, file)));
    assert.notDeepEqual(clientModules, []);
    assert.deepEqual(
      clientModules.filter((file) => !isClient(read(name, file))),
      [],
    );
  });

  test(`the styles of @tokenwright/${name} set nothing on the page and name no variable but our own`, () => {
    for (const file of ['styles.css', 'styles.layer.css']) {
      /** @type {string[]} */
      const foreign = [];
      transform({
        filename: `${name}/${file}`,
        code: readFileSync(join(installed(name), 'dist', file)),
        visitor: {
          Rule(rule) {
            if (rule.type === 'layer-block' && rule.value.name?.join('.') !== 'tokenwright') foreign.push(rule.type);
            if (rule.type === 'layer-statement') foreign.push(rule.type);
          },
          Selector(selector) {
            if (!JSON.stringify(selector).includes('"data-')) foreign.push(JSON.stringify(selector));
            if (selector.some((part) => part.type === 'pseudo-class' && part.kind === 'root')) foreign.push(':root');
          },
        },
      });
      const css = read(name, `dist/${file}`);
      foreign.push(...(css.match(/--(?!_|tkw-|radix-select-)[a-z][\w-]*|light-dark\(/g) ?? []));
      assert.deepEqual(foreign, [], file);
    }
  });

  test(`styles.layer.css of @tokenwright/${name} has the rules of styles.css, all of them in the layer`, () => {
    const minified = (/** @type {string} */ file) =>
      transform({
        filename: file,
        code: readFileSync(join(installed(name), 'dist', file)),
        minify: true,
      }).code.toString();
    const [, inLayer] = /^@layer tokenwright\{(.*)\}$/s.exec(minified('styles.layer.css')) ?? [];
    assert.equal(inLayer, minified('styles.css'));
  });
}

test('a host imports one file of styles: that of react holds all of ui', () => {
  const partsOf = (/** @type {string} */ name) =>
    new Set(read(name, 'dist/styles.css').match(/\[data-(scope|part)=[^\]]+\]|--tkw-[a-z-]+/g));
  const ui = partsOf('ui');
  const react = partsOf('react');
  assert.notEqual(ui.size, 0);
  assert.deepEqual(
    [...ui].filter((part) => !react.has(part)),
    [],
  );
});
