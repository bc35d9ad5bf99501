import type { ApiVersion, ScopeCatalog } from '@tokenwright/core';
import { accountCategories } from './account.js';
import { brandCategories } from './brands.js';
import { earningsCategories } from './earnings.js';
import { promotionCategories } from './promotion.js';

/** The versions of the API that a token can be made for. */
export const versions: readonly ApiVersion[] = [
  { id: '16', label: 'Version 16', status: 'latest' },
  { id: '15', label: 'Version 15', status: 'deprecated', sunsetAt: '2027-06-30' },
];

const catalog16: ScopeCatalog = {
  categories: [...accountCategories, ...brandCategories, ...earningsCategories, ...promotionCategories].sort((a, b) =>
    a.label.localeCompare(b.label, 'en'),
  ),
};

/** What came with version 16. */
const newCategories: ReadonlySet<string> = new Set([
  'exceptionLists',
  'identityVerification',
  'promoCodeExceptionLists',
  'stores',
]);
const newScopes: ReadonlySet<string> = new Set([
  'ads.iframeCode.get',
  'catalogs.items.search',
  'clicks.export',
  'mediaProperties.delete',
  'reports.export',
  'taxDocuments.complete',
]);

const catalog15: ScopeCatalog = {
  categories: catalog16.categories
    .filter(({ id }) => !newCategories.has(id))
    .map((category) => ({ ...category, scopes: category.scopes.filter(({ id }) => !newScopes.has(id)) })),
};

const catalogs: ReadonlyMap<string, ScopeCatalog> = new Map([
  ['16', catalog16],
  ['15', catalog15],
]);

/** The scopes of one version of the API; undefined for a version that is not offered. */
export function catalogOf(version: string): ScopeCatalog | undefined {
  return catalogs.get(version);
}
