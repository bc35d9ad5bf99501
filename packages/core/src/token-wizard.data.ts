import { readCatalog, type ScopeCatalog } from './catalog.js';
import { type Contact, readContacts } from './contacts.js';
import type { TokenDraft } from './draft.js';
import type { ScopesState } from './scope-changes.js';
import { reconcileScopes, refreshScopes, scopesStateOf } from './scopes-of-version.js';
import type { Warn } from './shape.js';
import { type SourceError, type SourceName, toSourceError } from './source-error.js';
import type { TokenWizardContext } from './token-wizard.context.js';
import { defaultVersion, readVersions } from './versions.js';

/** More are likely the same mistake again. */
const mostProblems = 5;

/** The context after a source's data arrived; what cannot be used is recorded and changes nothing else. */
export function withSource(
  context: TokenWizardContext,
  source: SourceName,
  value: unknown,
): Partial<TokenWizardContext> {
  const { [source]: _, ...sourceErrors } = context.sourceErrors;
  const problems: string[] = [];
  try {
    const read = readers[source](context, value, (problem) => problems.push(problem));
    const { [source]: _old, ...others } = context.sourceWarnings;
    const warnings = problems.slice(0, mostProblems).join(' ');
    return { sourceErrors, sourceWarnings: warnings === '' ? others : { ...others, [source]: warnings }, ...read };
  } catch (error) {
    return withSourceError(context, toSourceError(source, error));
  }
}

export function withSourceError(context: TokenWizardContext, error: SourceError): Partial<TokenWizardContext> {
  return { sourceErrors: { ...context.sourceErrors, [error.source]: error.message } };
}

const readers: Readonly<
  Record<SourceName, (context: TokenWizardContext, value: unknown, warn: Warn) => Partial<TokenWizardContext>>
> = {
  versions(context, value, warn) {
    const versions = readVersions(value, warn);
    const { version } = context.answers;
    const offered = versions.some(({ id }) => id === version);
    // A version the user chose stays, even if it is no longer offered: the step's rule then says so.
    const chosen = offered || context.versions ? version : (defaultVersion(versions)?.id ?? '');
    return { versions, answers: { ...context.answers, version: chosen } };
  },
  contacts(context, value) {
    const contacts = readContacts(value);
    const { primaryContact } = context.answers;
    const offered = offeredContacts({ contacts, foundContact: context.foundContact });
    const isKept = context.contacts !== null || offered.some(({ id }) => id === primaryContact);
    return {
      contacts,
      answers: { ...context.answers, primaryContact: isKept ? primaryContact : '' },
    };
  },
  catalog(context, value, warn) {
    const catalog = readCatalog(value, warn);
    const { catalog: previous, initialScopes, draftScopes, requestedCatalog: catalogVersion } = context;
    if (draftScopes) {
      return { catalog, catalogVersion, scopes: reconciledWith(catalog, draftScopes), draftScopes: null };
    }
    if (previous) {
      const reconcile = catalogVersion === context.catalogVersion ? refreshScopes : reconcileScopes;
      return { catalog, catalogVersion, scopes: reconcile(previous, catalog, context.scopes) };
    }
    const scopes = scopesStateOf(catalog, initialScopes?.scopes, initialScopes?.enabledCategories);
    for (const { id } of scopes.gone) warn(`"initialValues.scopes" names "${id}", which the catalog does not have.`);
    return { catalog, catalogVersion, scopes, initialScopes: null };
  },
};

/** What a draft held checked, in a catalog that may have changed since. */
export function reconciledWith(catalog: ScopeCatalog, draftScopes: NonNullable<TokenDraft['scopes']>): ScopesState {
  return reconcileScopes({ categories: [] }, catalog, { ...draftScopes, undo: null, notices: [] });
}

/** The catalog of the chosen version; null while it is still to come. */
export function currentCatalog({ answers, catalog, catalogVersion }: TokenWizardContext): ScopeCatalog | null {
  return catalogVersion === null || catalogVersion === answers.version ? catalog : null;
}

/** Everybody who may be chosen: the host's contacts, and whom a search of the host's found. */
export function offeredContacts({
  contacts,
  foundContact,
}: Pick<TokenWizardContext, 'contacts' | 'foundContact'>): readonly Contact[] {
  if (!foundContact || contacts?.some(({ id }) => id === foundContact.id)) return contacts ?? [];
  return [...(contacts ?? []), foundContact];
}
