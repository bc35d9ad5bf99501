// What is measured without a browser, each time in a process of its own.
import { execFileSync } from 'node:child_process';

/** Milliseconds that a server takes for the scope step. @returns {number[]} */
export function measureServer(
  /** @type {string} */ program,
  /** @type {string} */ contender,
  /** @type {number} */ scopes,
) {
  return samplesOf(program, [contender, String(scopes)]);
}

/** Microseconds that the machine takes for one scope. @returns {number[]} */
export function measureEvent(/** @type {string} */ program, /** @type {number} */ scopes) {
  return samplesOf(program, [String(scopes)]);
}

/** @returns {number[]} */
function samplesOf(/** @type {string} */ program, /** @type {string[]} */ args) {
  const env = { ...process.env, NODE_ENV: 'production' };
  return JSON.parse(execFileSync(process.execPath, [program, ...args], { env, encoding: 'utf8' }));
}
