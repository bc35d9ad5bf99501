// Run in Node: prints the microseconds that the machine takes for one scope that is checked or unchecked.
import { createSecretVault, provideHost, type TokenWizardHost } from '@tokenwright/core';
import { createActor } from 'xstate';
import { makeCatalog } from '../catalog.js';

const warmUps = 300;
const samples = 200;

const catalog = makeCatalog(Number(process.argv[2]));
const scopes = catalog.categories.flatMap((category) => category.scopes.map(({ id }) => id));
const versions = [{ id: '16', label: 'Version 16', status: 'latest' as const }];
const contacts = [{ id: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' }];
const host: TokenWizardHost = {
  versions,
  contacts,
  catalog,
  onCreate: async () => ({ status: 'created', token: { id: 'token' }, secret: 'secret' }),
};
const actor = createActor(
  provideHost(() => host, createSecretVault()),
  {
    input: {
      versions,
      contacts,
      catalog,
      canCheckOutcome: false,
      initialStep: 'scopes',
      initialValues: { name: 'Nightly export', primaryContact: 'ada', scopes },
    },
  },
).start();

const checked = new Set(scopes);
/** Another category each time. */
const stride = Math.floor(scopes.length / 7) + 1;
const times = Array.from({ length: warmUps + samples }, (_, position) => {
  const scope = scopes[(position * stride) % scopes.length] ?? '';
  const next = !checked.has(scope);
  const start = performance.now();
  actor.send({ type: 'scope.toggle', scope, checked: next });
  const time = performance.now() - start;
  if (next) checked.add(scope);
  else checked.delete(scope);
  return time * 1000;
});

const held = actor.getSnapshot().context.scopes.selection.reduce((count, entry) => count + entry.checked.length, 0);
if (held !== checked.size) throw new Error(`The machine holds ${held} scopes where ${checked.size} were checked.`);
console.log(JSON.stringify(times.slice(warmUps)));
