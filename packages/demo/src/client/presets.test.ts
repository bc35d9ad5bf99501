// @vitest-environment node
import { expect, test } from 'vitest';
import { catalogOf, versions } from '../server/catalog/catalogs.js';
import { presets } from './presets.js';

const scopesOf = (version: string) =>
  (catalogOf(version)?.categories ?? []).flatMap(({ scopes }) => scopes.map(({ id }) => id));

test('every scope of every preset is one of the latest version', () => {
  const latest = versions.find(({ status }) => status === 'latest');
  const known = scopesOf(latest?.id ?? '');
  expect(presets.flatMap(({ scopes }) => scopes).filter((id) => !known.includes(id))).toEqual([]);
});

test('the preset that changes nothing holds nothing but reading', () => {
  const scopes = (catalogOf('16')?.categories ?? []).flatMap((category) => category.scopes);
  const earnings = presets.find(({ id }) => id === 'earnings')?.scopes ?? [];
  const accesses = earnings.map((id) => scopes.find((scope) => scope.id === id)?.access);
  expect(new Set(accesses)).toEqual(new Set(['read']));
});
