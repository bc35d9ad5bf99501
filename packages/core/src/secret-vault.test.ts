// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { createSecretVault } from './secret-vault.js';

test('a vault shows the secret that was put in, until it is wiped', () => {
  const vault = createSecretVault();
  expect(vault.read()).toBeUndefined();
  vault.put('sekret-1');
  expect(vault.read()?.reveal()).toBe('sekret-1');
  vault.wipe();
  expect(vault.read()).toBeUndefined();
});

test('a vault cannot be looked into: neither its JSON nor its members hold the secret', () => {
  const vault = createSecretVault();
  vault.put('sekret-1');
  expect(JSON.stringify(vault)).not.toContain('sekret-1');
  expect(Object.values(vault).map(String).join()).not.toContain('sekret-1');
});

test('two vaults know nothing of each other', () => {
  const [vault, other] = [createSecretVault(), createSecretVault()];
  vault.put('sekret-1');
  expect(other.read()).toBeUndefined();
  other.wipe();
  expect(vault.read()?.reveal()).toBe('sekret-1');
});

test('whoever follows a vault hears each change once, and nothing after leaving', () => {
  const vault = createSecretVault();
  const heard: (string | undefined)[] = [];
  const listener = vi.fn(() => heard.push(vault.read()?.reveal()));
  const leave = vault.subscribe(listener);
  vault.put('sekret-1');
  vault.put('sekret-1');
  vault.wipe();
  vault.wipe();
  leave();
  vault.put('sekret-2');
  expect(heard).toEqual(['sekret-1', undefined]);
});

test('a closed vault holds nothing, takes nothing and tells nobody', () => {
  const vault = createSecretVault();
  vault.put('sekret-1');
  const listener = vi.fn();
  vault.subscribe(listener);
  vault.close();
  vault.put('sekret-2');
  expect(vault.read()).toBeUndefined();
  expect(listener).not.toHaveBeenCalled();
});

test('a vault that was opened again takes the next secret, and has forgotten the last', () => {
  const vault = createSecretVault();
  vault.put('sekret-1');
  vault.close();
  vault.open();
  expect(vault.read()).toBeUndefined();
  vault.put('sekret-2');
  expect(vault.read()?.reveal()).toBe('sekret-2');
});
