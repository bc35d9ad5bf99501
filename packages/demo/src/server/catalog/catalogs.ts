import type { ApiVersion, ScopeCatalog, ScopeCategory } from '@tokenwright/core';
import { catalogFromOpenApi } from '@tokenwright/openapi';
import { hostKnowledge } from './host-knowledge.js';

/** The versions of the API that a token can be made for. */
export const versions: readonly ApiVersion[] = [
  { id: '16', label: 'Version 16', status: 'latest' },
  { id: '15', label: 'Version 15', status: 'deprecated', sunsetAt: '2027-06-30' },
];

/** The documents that describe the API, by their file. */
const documents = import.meta.glob<unknown>('../../../openapi/*.json', { eager: true, import: 'default' });

/** Its document describes calls that the API makes itself: there is nothing to grant, and who looks for it is told so. */
const eventNotifications: ScopeCategory = {
  id: 'Event notifications',
  label: 'Event notifications',
  description:
    'Deliveries come to a server of your own, which you set up in your account. A token needs no access for them.',
  scopes: [],
};

/** What came with version 16. */
const newOperations: readonly string[] = [
  '/Mediapartners/{AccountSID}/ExceptionLists/*',
  '/Mediapartners/{AccountSID}/IdentityVerification/*',
  '/Mediapartners/{AccountSID}/PromoCodeExceptionLists/*',
  '/Mediapartners/{AccountSID}/Stores',
  '/Mediapartners/{AccountSID}/Stores/*',
  '/Mediapartners/{AccountSID}/Ads/{Id}/IFrameCode',
  '/Mediapartners/{AccountSID}/Catalogs/ItemSearch',
  '/Mediapartners/{AccountSID}/ClickExport',
  'DELETE /Mediapartners/{AccountSID}/MediaProperties/{Id}',
  '/Mediapartners/{AccountSID}/ReportExport/{Id}',
  '/Mediapartners/{AccountSID}/TaxDocument/Complete',
];

function importCatalog(exclude: readonly string[]): ScopeCatalog {
  const { catalog, diagnostics } = catalogFromOpenApi(Object.values(documents), {
    ...hostKnowledge,
    mode: 'operations',
    groupBy: 'document',
    exclude,
    documentNames: Object.keys(documents),
  });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error) throw new Error(`${error.place.document}${error.place.pointer}: ${error.message} ${error.help}`);
  return {
    categories: [...catalog.categories, eventNotifications].sort((a, b) => a.label.localeCompare(b.label, 'en')),
  };
}

const catalogs: ReadonlyMap<string, ScopeCatalog> = new Map([
  ['16', importCatalog([])],
  ['15', importCatalog(newOperations)],
]);

/** The scopes of one version of the API; undefined for a version that is not offered. */
export function catalogOf(version: string): ScopeCatalog | undefined {
  return catalogs.get(version);
}
