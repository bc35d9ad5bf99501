// Finds the Chromium that every tool here starts; as a command it prints the path and installs one where it can.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const { CHROMIUM_PATH, LOCALAPPDATA, PROGRAMFILES } = process.env;

const places = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    `${PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
    `${LOCALAPPDATA}\\Google\\Chrome\\Application\\chrome.exe`,
    `${LOCALAPPDATA}\\Chromium\\Application\\chrome.exe`,
  ],
};

/** @returns {string[]} Where a Chromium may be, best first. `CHROMIUM_PATH`, if set, is the only place. */
function candidates() {
  if (CHROMIUM_PATH) return [CHROMIUM_PATH];
  const { platform } = process;
  const system = platform === 'darwin' || platform === 'win32' ? places[platform] : places.linux;
  return [...system, chromium.executablePath()];
}

/** @returns {string | undefined} The path of the first Chromium that exists. */
export function findChromium() {
  return candidates().find((path) => path !== '' && existsSync(path));
}

function canInstall() {
  return !CHROMIUM_PATH && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** What goes wrong is said by apt-get itself, and after it by what was looked for in vain. */
function install() {
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], options);
}

function main() {
  if (!findChromium() && canInstall()) install();
  const path = findChromium();
  if (path) {
    console.log(path);
    return;
  }
  console.error(
    [
      'No Chromium was found, and the tests that look at pages need one. Looked for:',
      ...candidates().map((place) => `  ${place}`),
      CHROMIUM_PATH
        ? 'CHROMIUM_PATH is set, so nothing else was tried: correct it or unset it.'
        : 'Install Chromium or Chrome, or run `npx playwright install chromium`, or set CHROMIUM_PATH to its executable.',
    ].join('\n'),
  );
  process.exitCode = 1;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
