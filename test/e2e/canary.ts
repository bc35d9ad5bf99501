import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page, Request } from 'playwright/test';
import type { DemoProcess } from './demo-process.js';

declare global {
  var rrweb: typeof import('rrweb');
  /** What the page itself saw, as its developer tools and recorders would. */
  var canary: {
    recording: unknown[];
    attributes: Set<string>;
    inspected: unknown[];
    actor: unknown;
  };
}

/** Beside the entry for modules: the one that a `<script>` takes. */
const rrwebScript = join(dirname(createRequire(import.meta.url).resolve('rrweb')), 'rrweb.umd.min.cjs');

/**
 * Watches everything that outlives a moment: what is said, sent, stored and recorded, from before the page's first script on.
 *
 * @returns what tells at which of these places a text has been.
 */
export async function watchEverything(
  context: BrowserContext,
  page: Page,
  demo: DemoProcess,
): Promise<(text: string) => Promise<readonly string[]>> {
  const said: string[] = [];
  const addresses: string[] = [];
  const requests: Request[] = [];
  page.on('console', (message) => said.push(message.text(), ...message.args().map(String)));
  page.on('pageerror', ({ message, stack = '' }) => said.push(message, stack));
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  context.on('request', (request) => requests.push(request));
  await page.addInitScript({ path: rrwebScript });
  await page.addInitScript(startRecording);

  return async (text) => {
    const places = {
      'an inspection event': await page.evaluate(isReachableFrom, { text, from: 'inspected' } as const),
      'the snapshot': await page.evaluate(isReachableFrom, { text, from: 'actor' } as const),
      'an attribute': (await page.evaluate(() => [...globalThis.canary.attributes])).some(includes(text)),
      'the session recording': await page.evaluate(
        (wanted) => JSON.stringify(globalThis.canary.recording).includes(wanted),
        text,
      ),
      'the console or an error': said.some(includes(text)),
      'an address': addresses.some(includes(text)),
      'the page’s title, history or list of resources': (await page.evaluate(namesOfPage)).includes(text),
      'a storage or a cookie': JSON.stringify(await context.storageState({ indexedDB: true })).includes(text),
      'the session storage': (await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).includes(text),
      'a request': requests.some((request) => sentWith(request).includes(text)),
      'the server’s log': demo.output().includes(text),
      'the database’s files': (await filesBeside(fileURLToPath(demo.databaseUrl))).some(includes(text)),
    };
    return Object.entries(places).flatMap(([place, isThere]) => (isThere ? [place] : []));
  };
}

/** Follows the running wizard as XState's developer tools do. */
export async function inspectWizard(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document.querySelector('[data-scope="token-wizard"][data-part="root"]');
    // React keeps an element's place in its tree under a key of its own; the tree holds the wizard's actor.
    const key = Object.keys(root ?? {}).find((name) => name.startsWith('__reactFiber$'));
    let fiber: unknown = root && key ? Reflect.get(root, key) : null;
    const member = (value: unknown, name: string): unknown =>
      typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    while (fiber) {
      const actor = member(member(member(fiber, 'memoizedProps'), 'value'), 'actor');
      const system = member(actor, 'system');
      const inspect = member(system, 'inspect');
      if (typeof inspect === 'function') {
        globalThis.canary.actor = actor;
        Reflect.apply(inspect, system, [(event: unknown) => globalThis.canary.inspected.push(event)]);
        return;
      }
      fiber = member(fiber, 'return');
    }
    throw new Error('No actor was found above the root of the wizard.');
  });
}

/** Where the document shows a text: what each element is called that holds it as text, an attribute or a value. */
export function placesInDocument(page: Page, text: string): Promise<readonly string[]> {
  return page.evaluate((wanted) => {
    const places: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      const name = element.getAttribute('data-part') ?? element.tagName;
      for (const node of element.childNodes) {
        if (node instanceof Text && node.data.includes(wanted)) places.push(`the text of ${name}`);
      }
      for (const { name: attribute, value } of element.attributes) {
        if (value.includes(wanted)) places.push(`the attribute ${attribute} of ${name}`);
      }
      if ('value' in element && String(element.value).includes(wanted)) places.push(`the value of ${name}`);
    }
    return places;
  }, text);
}

function startRecording(): void {
  // The recorder makes a frame of its own, in which this script runs as well.
  if (self !== top) return;
  const canary: typeof globalThis.canary = { recording: [], attributes: new Set(), inspected: [], actor: null };
  globalThis.canary = canary;
  const noteAttributes = (element: Element) => {
    for (const { name, value } of element.attributes) canary.attributes.add(`${name}=${value}`);
  };
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      if (target instanceof Element) noteAttributes(target);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        noteAttributes(node);
        node.querySelectorAll('*').forEach(noteAttributes);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
  document.addEventListener('DOMContentLoaded', () => {
    globalThis.rrweb.record({ emit: (event) => canary.recording.push(event), maskAllInputs: false });
  });
}

/** Whether a text is part of anything that can be reached from what was seen, the document apart. */
function isReachableFrom({ text, from }: { text: string; from: 'inspected' | 'actor' }): boolean {
  const pending: unknown[] = [globalThis.canary[from]];
  const seen = new Set<unknown>();
  for (let value = pending.pop(); pending.length > 0 || value !== undefined; value = pending.pop()) {
    if (typeof value === 'string' && value.includes(text)) return true;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    if (value instanceof Node || value === globalThis) continue;
    seen.add(value);
    if (value instanceof Map) pending.push(...value.keys(), ...value.values());
    if (value instanceof Set) pending.push(...value);
    for (const key of Reflect.ownKeys(value)) {
      // Also what is not enumerable, such as an error's message.
      pending.push(Reflect.get(value, key));
      if (typeof key === 'string') pending.push(key);
    }
  }
  return false;
}

function namesOfPage(): string {
  const entries = performance.getEntries().map(({ name }) => name);
  return JSON.stringify([document.title, document.URL, window.name, history.state, entries]);
}

function sentWith(request: Request): string {
  return [request.url(), JSON.stringify(request.headers()), request.postData() ?? ''].join('\n');
}

/** The database, its journal or write-ahead log, and whatever else the server has put there. */
async function filesBeside(database: string): Promise<readonly string[]> {
  const folder = dirname(database);
  return Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')));
}

function includes(text: string): (whole: string) => boolean {
  return (whole) => whole.includes(text);
}
