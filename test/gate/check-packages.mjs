// Packs what would be published and looks at it as a host does: publint and attw on each tarball, then the tests of
// test/packaging in a project that has the tarballs installed. That project lies outside the repository, so that
// nothing is found there but what the packages declare.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const consumer = mkdtempSync(join(tmpdir(), 'tokenwright-consumer-'));

const manifestOf = (/** @type {string} */ folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** @type {import('node:child_process').SpawnSyncOptions} */
const loud = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' };
let failed = false;

/** Goes on after a check that fails: its own words say what is wrong. */
function check(/** @type {import('node:child_process').SpawnSyncReturns<unknown>} */ { status }) {
  failed ||= status !== 0;
}

/** @returns {string} The path of the tarball. */
function pack(/** @type {string} */ folder) {
  // The gate has just built the packages, and what `prepack` prints would not be JSON.
  const args = ['pack', folder, '--json', '--silent', '--ignore-scripts', '--pack-destination', consumer];
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' }));
  return join(consumer, filename);
}

function install(/** @type {string} */ tarball, /** @type {string} */ name) {
  const target = join(consumer, 'node_modules', name);
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
}

/** Links what the packages declare to the copies of the workspace; what they do not declare stays unknown. */
function link(/** @type {Iterable<string>} */ names) {
  for (const name of names) {
    const target = join(consumer, 'node_modules', name);
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(join(modules, name), target, 'junction');
  }
}

try {
  const published = readdirSync(join(root, 'packages'))
    .map((folder) => ({ folder: join(root, 'packages', folder), manifest: manifestOf(join(root, 'packages', folder)) }))
    .filter(({ manifest }) => !manifest.private);
  const own = new Set(published.map(({ manifest }) => manifest.name));

  for (const { folder, manifest } of published) {
    console.log(`\n${manifest.name}`);
    const tarball = pack(`./${folder.slice(root.length)}`);
    check(spawnSync('npx', ['--no', 'publint', 'run', tarball, '--strict'], loud));
    check(spawnSync('npx', ['--no', 'attw', tarball, '--profile', 'esm-only', '--no-summary', '--no-emoji'], loud));
    install(tarball, manifest.name);
  }

  const declared = published.flatMap(({ manifest }) =>
    Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
  );
  link(new Set(declared.filter((name) => !own.has(name))));

  const tests = readdirSync(join(root, 'test/packaging')).filter((name) => name.endsWith('.test.mjs'));
  const env = { ...process.env, CONSUMER: consumer };
  const files = tests.map((name) => join('test/packaging', name));
  check(spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...files], { ...loud, env }));
} finally {
  rmSync(consumer, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
