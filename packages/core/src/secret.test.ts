// @vitest-environment node
// biome-ignore lint/style/noRestrictedImports: the engine of Chromium, as its developer tools ask it.
import { Session } from 'node:inspector';
// biome-ignore lint/style/noRestrictedImports: it is what a server's console shows that is tested.
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from './secret.js';

const canary = 'tkw_c4n4ry-5ecret';
const secret = new Secret(canary);

test('a secret is told to whoever asks for it by name', () => {
  expect(secret.reveal()).toBe(canary);
});

test.each<[string, () => unknown]>([
  ['in a sentence', () => `${secret}`],
  ['added to a text', () => `${['Token: '].concat(String(secret))}`],
  ['as JSON', () => JSON.stringify({ secret })],
  ['as a number', () => Number(secret)],
  ['spread into another object', () => JSON.stringify({ ...secret })],
  ['by its members', () => JSON.stringify(Object.getOwnPropertyDescriptors(secret))],
  ['cloned for another thread', () => JSON.stringify(structuredClone(secret))],
  ['in an error', () => new Error(`Failed with ${secret}`).message],
])('a secret is not told %s', (_, tell) => {
  expect(String(tell())).not.toContain(canary);
});

test('a secret that is logged reads as redacted', () => {
  expect(inspect({ secret })).toBe('{ secret: [redacted] }');
  expect(secret.toString()).toBe('[redacted]');
  expect(JSON.stringify({ secret })).toBe('{"secret":"[redacted]"}');
});

test('the preview that the console of a browser shows, and what it unfolds to, do not hold the secret', async () => {
  const session = new Session();
  session.connect();
  const evaluated = new Promise<object>((resolve) => {
    Object.assign(globalThis, { inspected: secret });
    session.post('Runtime.evaluate', { expression: 'inspected', generatePreview: true }, (_, { result }) => {
      session.post('Runtime.getProperties', { objectId: result.objectId ?? '' }, (__, properties) => {
        resolve({ result, properties });
      });
    });
  });
  const seen = JSON.stringify(await evaluated);
  expect(seen).toContain('Secret');
  expect(seen).not.toContain(canary);
  session.disconnect();
});
