// The gate: `npm test` runs every check in this order, says how long each took, and fails if one did.
import { spawnSync } from 'node:child_process';

/**
 * A step is the npm script of its name. One that needs a failed step cannot say anything of its own: it is not run, and
 * counts as failed.
 *
 * @type {{ name: string, needs?: string }[]}
 */
const steps = [
  { name: 'chromium' },
  { name: 'typecheck' },
  { name: 'lint' },
  { name: 'check:unused' },
  { name: 'test:unit' },
  { name: 'build' },
  { name: 'check:packages', needs: 'build' },
  { name: 'check:size', needs: 'build' },
  { name: 'test:browser', needs: 'chromium' },
  { name: 'test:stories', needs: 'chromium' },
  { name: 'test:react18', needs: 'chromium' },
  { name: 'build:storybook' },
  { name: 'test:a11y', needs: 'build:storybook' },
  { name: 'test:e2e', needs: 'chromium' },
];

/** @typedef {{ name: string, outcome: string, passed: boolean, seconds: number }} Result */

/** @returns {Result} */
function run(/** @type {string} */ name) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { status, signal } = spawnSync('npm', ['run', '--silent', name], {
    stdio: 'inherit',
    // npm is a script on Windows, which only a shell starts.
    shell: process.platform === 'win32',
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  const seconds = (performance.now() - start) / 1000;
  const passed = status === 0;
  const outcome = passed ? 'passed' : `FAILED (${signal ?? `exit ${status}`})`;
  console.log(`── ${name}: ${outcome} in ${seconds.toFixed(1)} s`);
  return { name, outcome, passed, seconds };
}

/** @type {Result[]} */
const results = [];
for (const { name, needs } of steps) {
  const blocked = results.some((result) => result.name === needs && !result.passed);
  results.push(blocked ? { name, outcome: `FAILED (not run: needs ${needs})`, passed: false, seconds: 0 } : run(name));
}

const failed = results.filter(({ passed }) => !passed).length;
const total = results.reduce((sum, { seconds }) => sum + seconds, 0);
console.log('');
for (const { name, outcome, seconds } of results) {
  console.log(`${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s  ${outcome}`);
}
console.log(`${'total'.padEnd(16)} ${total.toFixed(1).padStart(6)} s`);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
