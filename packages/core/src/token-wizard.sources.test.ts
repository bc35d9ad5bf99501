// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import type { ScopeCatalog } from './catalog.js';
import { SourceError } from './source-error.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import {
  answerContact,
  answerScopes,
  answerSetup,
  catalog,
  contacts,
  olderCatalog,
  startWizard,
  versions,
} from './token-wizard.fixture.js';
import { selectRequest, selectSourceStatus } from './token-wizard.selectors.js';

const next: TokenWizardEvent = { type: 'step.next' };
const toVersion = (version: string): TokenWizardEvent => ({ type: 'version.change', version });

type Wizard = ReturnType<typeof startWizard>;
const statuses = ({ actor }: Wizard) =>
  (['versions', 'contacts', 'catalog'] as const).map((source) => selectSourceStatus(actor.getSnapshot(), source));
const settles = (wizard: Wizard, ...expected: string[]) => expect.poll(() => statuses(wizard)).toEqual(expected);

/** A catalog loader that the test answers, version by version. */
function catalogLoader() {
  const loads: {
    version?: string;
    signal: AbortSignal;
    resolve(data: ScopeCatalog): void;
    reject(error: unknown): void;
  }[] = [];
  return {
    loads,
    load: (context: { signal: AbortSignal; version?: string }) =>
      new Promise<ScopeCatalog>((resolve, reject) => {
        loads.push({ ...context, resolve, reject });
      }),
  };
}

describe('data that is there from the start', () => {
  test('needs no loading', () => {
    expect(statuses(startWizard())).toEqual(['ready', 'ready', 'ready']);
  });

  test('that cannot be used is shown as failed, and the host is told what to mend', () => {
    const broken = { categories: [{ id: 'ads', label: 'Ads', scopes: [{ id: 'a', label: 'A', requires: ['b'] }] }] };
    const wizard = startWizard({ host: { catalog: broken, versions: [...versions, ...versions] } });
    expect(statuses(wizard)).toEqual(['failed', 'ready', 'failed']);
    expect(wizard.emitted).toEqual(
      expect.arrayContaining([
        { type: 'source.failed', source: 'versions', message: expect.stringContaining('the id "16" appears twice') },
        { type: 'source.failed', source: 'catalog', message: expect.stringContaining('scope "a" requires "b"') },
      ]),
    );
  });

  test('serves every version, if the host gives one catalog for all', () => {
    const wizard = startWizard();
    wizard.send(...answerScopes, toVersion('15'));
    expect(statuses(wizard)).toEqual(['ready', 'ready', 'ready']);
    expect(wizard.context().scopes.notices).toEqual([]);
  });
});

describe('data that is loaded', () => {
  test('is asked for once, the catalog for the version that a new token starts with', async () => {
    const asked: unknown[] = [];
    const wizard = startWizard({
      host: {
        versions: async () => versions,
        contacts: async ({ version }) => {
          asked.push(['contacts', version]);
          return contacts;
        },
        catalog: async ({ version }) => {
          asked.push(['catalog', version]);
          return catalog;
        },
      },
    });
    expect(statuses(wizard)).toEqual(['loading', 'loading', 'loading']);
    await settles(wizard, 'ready', 'ready', 'ready');
    expect(asked).toEqual([
      ['contacts', undefined],
      ['catalog', '16'],
    ]);
  });

  test('does not keep the user from typing, and what was typed stays', async () => {
    const wizard = startWizard({ host: { versions: async () => versions } });
    wizard.send(...answerSetup, next);
    expect(wizard.issues()).toMatchObject([{ code: 'version.notLoaded' }]);
    await settles(wizard, 'ready', 'ready', 'ready');
    wizard.send(next);
    expect(wizard.view()).toBe('contact');
    expect(wizard.context().answers).toMatchObject({ name: 'Nightly export', version: '16' });
  });

  test('keeps the answers that a host starts with, where it knows them', async () => {
    const initialValues = { version: '15', primaryContact: 'grace' };
    const wizard = startWizard({
      host: { versions: async () => versions, contacts: async () => contacts },
      input: { initialValues },
    });
    await settles(wizard, 'ready', 'ready', 'ready');
    expect(wizard.context().answers).toMatchObject(initialValues);
  });

  test('does not keep a version or a contact that a host starts with and then does not offer', async () => {
    const wizard = startWizard({
      host: { versions: async () => versions, contacts: async () => contacts },
      input: { initialValues: { version: '3', primaryContact: 'eve' } },
    });
    await settles(wizard, 'ready', 'ready', 'ready');
    expect(wizard.context().answers).toMatchObject({ version: '16', primaryContact: '' });
  });

  test('leaves the version open where the host offers none', async () => {
    const wizard = startWizard({ host: { versions: [] }, input: { initialValues: { version: '16' } } });
    expect(wizard.context().answers.version).toBe('');
  });

  test.each<[string, () => Promise<ScopeCatalog>, string]>([
    ['rejects', () => Promise.reject(new Error('503 from the catalog')), '(503 from the catalog)'],
    [
      'throws',
      () => {
        throw new Error('no session');
      },
      '(no session)',
    ],
    ['rejects with nothing', () => Promise.reject(), '(it did not say why)'],
    ['brings nonsense', async () => JSON.parse('{"scopes":[]}'), 'expected {'],
    ['brings nothing', async () => JSON.parse('null'), 'expected {'],
    ['brings a source error of its own', () => Promise.reject(new SourceError('versions', 'none')), 'versions'],
  ])('is shown as failed, with the reason for the host, when its loader %s', async (_, load, reason) => {
    const onError = vi.fn();
    const wizard = startWizard({ host: { catalog: load, onError } });
    await settles(wizard, 'ready', 'ready', 'failed');
    expect(onError).toHaveBeenCalledOnce();
    expect(onError.mock.calls[0]?.[0].message).toBe(wizard.context().sourceErrors.catalog);
    expect(wizard.emitted).toContainEqual({
      type: 'source.failed',
      source: 'catalog',
      message: expect.stringMatching(/^Tokenwright: "catalog": /),
    });
    expect(wizard.context().sourceErrors.catalog).toContain(reason);
    expect(wizard.actor.getSnapshot().status).toBe('active');
  });

  test('is told to the host with what its loader threw, so that the place is found, and only with that', async () => {
    const onError = vi.fn();
    const thrown = new Error('503 from the catalog');
    const load = vi.fn().mockRejectedValueOnce(thrown).mockResolvedValueOnce(null);
    const wizard = startWizard({ host: { catalog: load, onError } });
    await settles(wizard, 'ready', 'ready', 'failed');
    wizard.send({ type: 'source.retry', source: 'catalog' });
    await settles(wizard, 'ready', 'ready', 'failed');
    expect(onError.mock.calls.map(([error]) => error.cause)).toEqual([thrown, undefined]);
  });

  test('that failed can be asked for again', async () => {
    const { loads, load } = catalogLoader();
    const wizard = startWizard({ host: { catalog: load } });
    loads[0]?.reject(new Error('down'));
    await settles(wizard, 'ready', 'ready', 'failed');
    wizard.send({ type: 'source.retry', source: 'contacts' });
    expect(loads).toHaveLength(1);
    wizard.send({ type: 'source.retry', source: 'catalog' }, { type: 'source.retry', source: 'catalog' });
    expect(loads).toHaveLength(2);
    expect(statuses(wizard)).toEqual(['ready', 'ready', 'loading']);
    loads[1]?.resolve(catalog);
    await settles(wizard, 'ready', 'ready', 'ready');
    expect(wizard.context().sourceErrors).toEqual({});
  });

  test('that failed may be there itself, and not its loader, when it is asked for again', async () => {
    const wizard = startWizard({ host: { catalog: () => Promise.reject(new Error('down')) } });
    await settles(wizard, 'ready', 'ready', 'failed');
    wizard.host.catalog = catalog;
    wizard.send({ type: 'source.retry', source: 'catalog' });
    await settles(wizard, 'ready', 'ready', 'ready');
    expect(wizard.context().catalog).toBe(catalog);
  });

  test('may be empty: no contacts and no scopes are data, not a failure', async () => {
    const wizard = startWizard({ host: { contacts: async () => [], catalog: async () => ({ categories: [] }) } });
    await settles(wizard, 'ready', 'ready', 'ready');
  });
});

describe('choosing another version', () => {
  test('loads its catalog, and names the scopes that are gone', async () => {
    const wizard = startWizard({
      host: { catalog: async ({ version }) => (version === '15' ? olderCatalog : catalog) },
    });
    await settles(wizard, 'ready', 'ready', 'ready');
    wizard.send(...answerScopes, toVersion('15'));
    expect(statuses(wizard)).toEqual(['ready', 'ready', 'loading']);
    await settles(wizard, 'ready', 'ready', 'ready');
    const gone = [{ id: 'reports.mail', label: 'May reports.mail' }];
    expect(wizard.context().scopes).toMatchObject({ gone, notices: [{ type: 'version.changed', gone, added: [] }] });
    wizard.send(toVersion('16'));
    await settles(wizard, 'ready', 'ready', 'ready');
    expect(wizard.context().scopes).toMatchObject({ gone: [], notices: [] });
    expect(wizard.context().scopes.selection).toContainEqual({
      category: 'reports',
      enabled: true,
      checked: ['reports.run', 'reports.mail'],
    });
  });

  test('quickly, again and again, ends with the catalog of the last one, in whatever order the answers come', async () => {
    const { loads, load } = catalogLoader();
    const wizard = startWizard({ host: { catalog: load } });
    loads[0]?.resolve(catalog);
    await settles(wizard, 'ready', 'ready', 'ready');
    wizard.send(toVersion('15'), toVersion('16'), toVersion('15'));
    expect(loads.map(({ version, signal }) => [version, signal.aborted])).toEqual([
      ['16', false],
      ['15', true],
      ['16', true],
      ['15', false],
    ]);
    loads[3]?.resolve(olderCatalog);
    loads[2]?.resolve(catalog);
    loads[1]?.reject(new Error('aborted'));
    await settles(wizard, 'ready', 'ready', 'ready');
    expect(wizard.context()).toMatchObject({ catalog: olderCatalog, catalogVersion: '15' });
  });

  test('shows no scope of the old version while the new one is loading, and takes no change to it', async () => {
    const { loads, load } = catalogLoader();
    const wizard = startWizard({ host: { catalog: load } });
    loads[0]?.resolve(catalog);
    await settles(wizard, 'ready', 'ready', 'ready');
    wizard.send(...answerSetup, next, ...answerContact, next, toVersion('15'), ...answerScopes, next);
    expect(wizard.view()).toBe('scopes');
    expect(wizard.issues()).toEqual([{ field: 'scopes', code: 'scopes.notLoaded' }]);
    expect(wizard.context().scopes.selection).toEqual([]);
    expect(selectRequest(wizard.actor.getSnapshot()).scopes).toEqual([]);
  });

  test('whose catalog fails to load can be taken back', async () => {
    const { loads, load } = catalogLoader();
    const wizard = startWizard({ host: { catalog: load } });
    loads[0]?.resolve(catalog);
    await settles(wizard, 'ready', 'ready', 'ready');
    wizard.send(...answerScopes, toVersion('15'));
    loads[1]?.reject(new Error('down'));
    await settles(wizard, 'ready', 'ready', 'failed');
    wizard.send(toVersion('16'));
    loads[2]?.resolve(catalog);
    await settles(wizard, 'ready', 'ready', 'ready');
    expect(wizard.context().scopes.selection).toHaveLength(2);
  });
});

describe("a host's data that changes while the user is at it", () => {
  test('a scope that left the catalog is named, and the rest stays checked', () => {
    const wizard = startWizard();
    wizard.send(...answerScopes, { type: 'source.change', source: 'catalog', data: olderCatalog });
    expect(wizard.context().scopes.gone).toEqual([{ id: 'reports.mail', label: 'May reports.mail' }]);
    expect(statuses(wizard)).toEqual(['ready', 'ready', 'ready']);
  });

  test('a version or contact that is no longer offered stays chosen, and its step says so', () => {
    const wizard = startWizard();
    wizard.send(...answerSetup, next, ...answerContact);
    wizard.send({ type: 'source.change', source: 'contacts', data: contacts.slice(1) }, next);
    expect(wizard.issues()).toEqual([{ field: 'primaryContact', code: 'primaryContact.unknown', contact: 'ada' }]);
    wizard.send({ type: 'source.change', source: 'versions', data: versions.slice(1) }, { type: 'step.back' }, next);
    expect(wizard.issues()).toEqual([{ field: 'version', code: 'version.unknown', version: '16' }]);
  });

  test('bad data is refused, the good data before it stays, and good data after it mends it', () => {
    const wizard = startWizard();
    wizard.send({ type: 'source.change', source: 'contacts', data: 'oops' });
    expect(statuses(wizard)).toEqual(['ready', 'failed', 'ready']);
    expect(wizard.context().contacts).toEqual(contacts);
    expect(wizard.emitted.at(-1)).toMatchObject({ type: 'source.failed', source: 'contacts' });
    wizard.send({ type: 'source.change', source: 'contacts', data: contacts.slice(1) });
    expect(statuses(wizard)).toEqual(['ready', 'ready', 'ready']);
    expect(wizard.context().contacts).toEqual(contacts.slice(1));
  });

  test('data that arrives as a value makes the loader needless', async () => {
    const { loads, load } = catalogLoader();
    const wizard = startWizard({ host: { catalog: load } });
    wizard.send({ type: 'source.change', source: 'catalog', data: olderCatalog });
    expect(loads[0]?.signal.aborted).toBe(true);
    loads[0]?.resolve(catalog);
    await settles(wizard, 'ready', 'ready', 'ready');
    expect(wizard.context().catalog).toBe(olderCatalog);
  });
});
