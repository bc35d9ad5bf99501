// @vitest-environment node
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readCatalog, readVersions, type ScopeCatalog } from '@tokenwright/core';
import { describe, expect, test } from 'vitest';
import { catalogOf, versions } from './catalogs.js';

/** The documents are licensed test data outside the repository: where they are missing, a fingerprint of them stands in. */
const documents = new URL('../../../../../../shared/catalogs/partner-v16/', import.meta.url);

/** What the demo's catalog is made of. */
const ownDocuments = new URL('../../../openapi/', import.meta.url);

function catalog(version: string): ScopeCatalog {
  const found = catalogOf(version);
  if (!found) throw new Error(`version ${version} has no catalog`);
  return found;
}

const scopesOf = (version: string) => catalog(version).categories.flatMap((category) => category.scopes);

const operationsOf = (version: string) =>
  scopesOf(version).flatMap((scope) => (scope.endpoints ?? []).map(({ method, path }) => `${method} ${path}`));

function readDocuments(): readonly string[] {
  return readdirSync(documents)
    .filter((name) => !name.includes('eventnotifications'))
    .flatMap((name) => readOperations(readFileSync(new URL(name, documents), 'utf8')));
}

/** Reads the operations of an OpenAPI document in YAML: a path at two spaces, its methods at four. */
function readOperations(document: string): readonly string[] {
  const operations: string[] = [];
  let path = '';
  for (const line of document.split('\n')) {
    path = /^ {2}(\/.*):$/.exec(line)?.[1] ?? path;
    const method = /^ {4}(get|head|post|put|patch|delete|options|trace):$/.exec(line)?.[1];
    if (method && path) operations.push(`${method.toUpperCase()} ${path}`);
  }
  return operations;
}

describe('the catalog of version 16', () => {
  test('has a category for each of the 26 documents and a scope for each of the 72 operations a caller can reach', () => {
    expect(catalog('16').categories).toHaveLength(26);
    expect(scopesOf('16')).toHaveLength(72);
    expect(new Set(operationsOf('16')).size).toBe(72);
  });

  test('is described by 26 documents with 74 operations, of which the API makes two itself', () => {
    const described = readdirSync(ownDocuments).map((name) =>
      JSON.parse(readFileSync(new URL(name, ownDocuments), 'utf8')),
    );
    const countIn = (member: 'paths' | 'webhooks') =>
      described.flatMap((document) => Object.values(document[member] ?? {})).flatMap((item) => Object.keys(item ?? {}))
        .length;
    expect([described.length, countIn('paths'), countIn('webhooks')]).toEqual([26, 72, 2]);
  });

  test('opens exactly the operations of the documents, by their own methods and paths', () => {
    const opened = operationsOf('16').toSorted();
    if (existsSync(documents)) expect(opened).toEqual(readDocuments().toSorted());
    // The same list as a fingerprint, for where the documents are missing.
    expect(createHash('sha256').update(opened.join('\n')).digest('hex')).toBe(
      'af332f0771300b87522908ae1b54ae389bc00997ae580fcfc62193df2b3f348f',
    );
  });

  test('asks for nothing to receive event notifications, and says why', () => {
    const category = catalog('16').categories.find(({ id }) => id === 'Event notifications');
    expect(category?.scopes).toEqual([]);
    expect(category?.description).toMatch(/server of your own.+needs no access/);
  });

  test('names each category after what its document is about first', () => {
    const labels = catalog('16').categories.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Clicks', 'Reports', 'Product catalogs']));
    expect(scopesOf('16').find(({ id }) => id.includes('Clicks/'))?.label).toBe('Read a click');
  });

  test('is in the order of its labels', () => {
    const labels = catalog('16').categories.map(({ label }) => label);
    expect(labels).toEqual(labels.toSorted((a, b) => a.localeCompare(b, 'en')));
  });

  test('names every scope so that no two sound the same', () => {
    expect(new Set(scopesOf('16').map(({ label }) => label)).size).toBe(72);
  });

  test('marks reading as read, and deleting and the way money goes as admin', () => {
    for (const scope of scopesOf('16')) {
      if (scope.endpoints?.[0]?.method === 'GET') expect(scope.access, scope.id).toBe('read');
      else expect(scope.access, scope.id).not.toBe('read');
    }
    const admin = scopesOf('16').filter(({ access }) => access === 'admin');
    expect(admin.map(({ id }) => id).toSorted()).toEqual([
      'delete:/Mediapartners/{}/MediaProperties/{}',
      'put:/Mediapartners/{}/WithdrawalSettings',
    ]);
  });
});

describe('the catalog of version 15', () => {
  test('is a smaller part of version 16', () => {
    const wider = new Set(operationsOf('16'));
    expect(operationsOf('15').length).toBeLessThan(wider.size);
    expect(operationsOf('15').filter((operation) => !wider.has(operation))).toEqual([]);
    expect(catalog('15').categories.length).toBeLessThan(26);
  });

  test('lacks whole categories and single scopes of a category that stays', () => {
    const ids = scopesOf('15').map(({ id }) => id);
    expect(ids).toContain('get:/Mediapartners/{}/Ads');
    expect(ids).not.toContain('get:/Mediapartners/{}/Ads/{}/IFrameCode');
    expect(catalog('15').categories.map(({ id }) => id)).not.toContain('Stores');
  });
});

describe('the versions', () => {
  test('are the latest and a deprecated one with the day it ends, each with a catalog the wizard accepts', () => {
    expect(readVersions(versions)).toEqual([
      { id: '16', label: 'Version 16', status: 'latest' },
      { id: '15', label: 'Version 15', status: 'deprecated', sunsetAt: '2027-06-30' },
    ]);
    for (const { id } of versions) expect(readCatalog(catalog(id))).toBe(catalogOf(id));
  });

  test('that are not offered have no catalog', () => {
    expect(catalogOf('14')).toBeUndefined();
    expect(catalogOf('constructor')).toBeUndefined();
  });
});
