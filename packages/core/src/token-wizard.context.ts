import type { ScopeCatalog } from './catalog.js';
import { readCatalog } from './catalog.js';
import { type Contact, readContacts } from './contacts.js';
import type { CreateIntent, CreateOutcome, ServerIssue } from './creation.js';
import type { TokenDraft } from './draft.js';
import { type EmailList, readEmailList } from './emails.js';
import {
  descriptionIssues,
  developerEmailIssues,
  nameIssues,
  primaryContactIssues,
  type RequestIssue,
  scopeIssues,
  type TokenField,
  type TokenLimits,
  type TokenRequest,
  versionIssues,
  withDefaults,
} from './request.js';
import { isClosed } from './requirements.js';
import { noScopes, type ScopesState } from './scope-changes.js';
import { reconcileScopes, scopesStateOf } from './scopes-of-version.js';
import { countGranted, grantedScopes } from './selection.js';
import { type SourceError, type SourceName, toSourceError } from './source-error.js';
import { normalizeText } from './text.js';
import { type ApiVersion, defaultVersion, readVersions } from './versions.js';

/** The steps in their order; `create` is the review. */
export const steps = ['setup', 'contact', 'scopes', 'create'] as const;

export type Step = (typeof steps)[number];

/** The step on which each field is filled in. */
export const stepOfField: Readonly<Record<TokenField, Step>> = {
  name: 'setup',
  description: 'setup',
  version: 'setup',
  primaryContact: 'contact',
  developerEmails: 'contact',
  scopes: 'scopes',
};

/** A request to start from. Every part is optional; what the host's data does not know is left out. */
export interface InitialValues extends Partial<TokenRequest> {
  /** Ids of categories that start switched on. */
  enabledCategories?: readonly string[];
}

/** A field that cannot be answered, because the host's data for it is still loading or failed to load. */
export type MissingDataIssue =
  | { field: 'version'; code: 'version.notLoaded' }
  | { field: 'primaryContact'; code: 'primaryContact.notLoaded' }
  | { field: 'scopes'; code: 'scopes.notLoaded' };

/** Something to be mended before the token can be created. */
export type WizardIssue = RequestIssue | MissingDataIssue | ServerIssue;

export interface TokenWizardInput {
  /** The data itself; leave out what a loader brings. */
  versions?: unknown;
  contacts?: unknown;
  catalog?: unknown;
  initialValues?: InitialValues;
  /** Reached only if the steps before it are valid. Default `setup`. */
  initialStep?: Step;
  limits?: Partial<TokenLimits>;
  allowNoScopes?: boolean;
  /** Milliseconds that an answer of the host is waited for. Default 30 000. */
  createTimeout?: number;
  /** Whether the host can find out about lost attempts. */
  canCheckOutcome?: boolean;
  /** Whether a draft is kept, so that an earlier one is waited for. Default false. */
  keepsDraft?: boolean;
}

/** What the user typed. Raw, as typed; {@link requestOf} normalises. */
export interface TokenAnswers {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly primaryContact: string;
  readonly developerEmails: readonly string[];
  /** What stands in the e-mail box and is not yet in the list. */
  readonly emailText: string;
}

/** Everything the wizard knows. Plain JSON, and never a secret. */
export interface TokenWizardContext {
  readonly limits: TokenLimits;
  readonly allowNoScopes: boolean;
  readonly createTimeout: number;
  readonly canCheckOutcome: boolean;
  readonly versions: readonly ApiVersion[] | null;
  readonly contacts: readonly Contact[] | null;
  /** The chosen contact, if a search of the host's found it; it stays on offer when the contacts change. */
  readonly foundContact: Contact | null;
  readonly catalog: ScopeCatalog | null;
  /** The version that the catalog was loaded for; null when one catalog serves all versions. */
  readonly catalogVersion: string | null;
  /** The version whose catalog is being loaded or was loaded last; null when no loader was asked. */
  readonly requestedCatalog: string | null;
  /** Why a source is unusable: developers' words, not for users. */
  readonly sourceErrors: Readonly<Partial<Record<SourceName, string>>>;
  readonly answers: TokenAnswers;
  readonly scopes: ScopesState;
  /** What a draft held checked, until the catalog is there. */
  readonly draftScopes: TokenDraft['scopes'];
  /** Scopes to check once the first catalog is there. */
  readonly initialScopes: Pick<InitialValues, 'scopes' | 'enabledCategories'> | null;
  /** The step to be entered next; while editing, the one that is shown. */
  readonly destination: Step;
  /** Shown beside the fields and in the summary; a field's issues go when it is edited. */
  readonly issues: readonly WizardIssue[];
  /** Whether Next or Create was refused, so that the issues are worth a summary: while answering, they stand beside the fields. */
  readonly refused: boolean;
  /** Whether the user came from the review to change one answer. */
  readonly changing: boolean;
  readonly edited: boolean;
  readonly intent: CreateIntent | null;
  /** What came of the last attempt. */
  readonly outcome: CreateOutcome | null;
  /** Whether an attempt at this intent got lost, so that a token may exist whatever later attempts say. */
  readonly uncertain: boolean;
  /** Whether the session was renewed during this intent: a second expiry is not renewed by itself again. */
  readonly sessionRenewed: boolean;
  /** Whether a draft is kept, and what became of an earlier one. */
  readonly draft: 'off' | 'awaited' | 'none' | 'restored' | 'unreadable';
  /** What another page wrote in the meantime: the user has to choose. */
  readonly otherDraft: TokenDraft | null;
  /** What the wizard started from, to be started from once more. */
  readonly start: { readonly values: InitialValues; readonly step: Step };
}

const defaultCreateTimeout = 30_000;

export function initialContext(input: TokenWizardInput): TokenWizardContext {
  const { initialValues = {} } = input;
  const { name = '', description = '', version = '', primaryContact = '', developerEmails = [] } = initialValues;
  const context: TokenWizardContext = {
    limits: withDefaults(input.limits),
    allowNoScopes: input.allowNoScopes ?? false,
    createTimeout: input.createTimeout ?? defaultCreateTimeout,
    canCheckOutcome: input.canCheckOutcome ?? false,
    versions: null,
    contacts: null,
    foundContact: null,
    catalog: null,
    catalogVersion: null,
    requestedCatalog: null,
    sourceErrors: {},
    answers: { name, description, version, primaryContact, developerEmails, emailText: '' },
    scopes: noScopes,
    draftScopes: null,
    initialScopes: initialValues,
    destination: input.initialStep ?? 'setup',
    issues: [],
    refused: false,
    changing: false,
    edited: false,
    intent: null,
    outcome: null,
    uncertain: false,
    sessionRenewed: false,
    draft: input.keepsDraft ? 'awaited' : 'off',
    otherDraft: null,
    start: { values: initialValues, step: input.initialStep ?? 'setup' },
  };
  const data = { versions: input.versions, contacts: input.contacts, catalog: input.catalog };
  let known = context;
  for (const source of sourceNames) {
    if (data[source] !== undefined) known = { ...known, ...withSource(known, source, data[source]) };
  }
  return known;
}

/** The context of a wizard that is started once more with the same data: nothing entered, nothing sent. */
export function startedOver(context: TokenWizardContext): TokenWizardContext {
  const { values, step } = context.start;
  const fresh = initialContext({ initialValues: values, initialStep: step });
  const { limits, allowNoScopes, createTimeout, canCheckOutcome, sourceErrors, requestedCatalog } = context;
  let next: TokenWizardContext = {
    ...fresh,
    ...{ limits, allowNoScopes, createTimeout, canCheckOutcome, requestedCatalog },
    draft: 'none',
  };
  for (const source of ['versions', 'contacts'] as const) {
    if (context[source]) next = { ...next, ...withSource(next, source, context[source]) };
  }
  const { catalog, catalogVersion } = context;
  // The catalog of another version is loaded anew.
  const isCurrent = catalogVersion === null || catalogVersion === next.answers.version;
  if (catalog && isCurrent) next = { ...next, ...withSource(next, 'catalog', catalog) };
  return { ...next, sourceErrors };
}

const sourceNames = ['versions', 'contacts', 'catalog'] as const satisfies readonly SourceName[];

/** The context after a source's data arrived; what cannot be used is recorded and changes nothing else. */
export function withSource(
  context: TokenWizardContext,
  source: SourceName,
  value: unknown,
): Partial<TokenWizardContext> {
  const { [source]: _, ...sourceErrors } = context.sourceErrors;
  try {
    return { sourceErrors, ...readers[source](context, value) };
  } catch (error) {
    return withSourceError(context, toSourceError(source, error));
  }
}

export function withSourceError(context: TokenWizardContext, error: SourceError): Partial<TokenWizardContext> {
  return { sourceErrors: { ...context.sourceErrors, [error.source]: error.message } };
}

const readers: Readonly<
  Record<SourceName, (context: TokenWizardContext, value: unknown) => Partial<TokenWizardContext>>
> = {
  versions(context, value) {
    const versions = readVersions(value);
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
  catalog(context, value) {
    const catalog = readCatalog(value);
    const { catalog: previous, initialScopes, draftScopes, requestedCatalog: catalogVersion } = context;
    if (draftScopes) {
      return { catalog, catalogVersion, scopes: reconciledWith(catalog, draftScopes), draftScopes: null };
    }
    if (previous) return { catalog, catalogVersion, scopes: reconcileScopes(previous, catalog, context.scopes) };
    const scopes = scopesStateOf(catalog, initialScopes?.scopes, initialScopes?.enabledCategories);
    return { catalog, catalogVersion, scopes, initialScopes: null };
  },
};

/** What a draft held checked, in a catalog that may have changed since. */
export function reconciledWith(catalog: ScopeCatalog, draftScopes: NonNullable<TokenDraft['scopes']>): ScopesState {
  return reconcileScopes({ categories: [] }, catalog, { ...draftScopes, undo: null, notices: [] });
}

/** The exact request that the answers amount to. */
export function requestOf(context: TokenWizardContext): TokenRequest {
  const { answers, scopes } = context;
  const catalog = currentCatalog(context);
  return {
    name: normalizeText(answers.name),
    description: normalizeText(answers.description),
    version: answers.version,
    primaryContact: answers.primaryContact,
    developerEmails: givenEmails(answers),
    scopes: catalog ? grantedScopes(catalog, scopes.selection) : [],
  };
}

/** What still stands in the box counts as given: an address that was typed but not added must not get lost. */
function givenEmails({ developerEmails, emailText }: TokenAnswers): readonly string[] {
  return emailText === '' ? developerEmails : [...developerEmails, ...readEmailList(emailText, developerEmails).added];
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

/** What is to be mended on one step before it can be left; for the review, what is to be mended anywhere. */
export function stepIssues(context: TokenWizardContext, step: Step): readonly Exclude<WizardIssue, ServerIssue>[] {
  const { limits, versions, contacts, allowNoScopes, answers, scopes } = context;
  const offered = offeredContacts(context);
  switch (step) {
    case 'setup':
      return [
        ...nameIssues(normalizeText(answers.name), limits.name),
        ...descriptionIssues(normalizeText(answers.description), limits.description),
        ...(versions
          ? versionIssues(answers.version, versions)
          : [{ field: 'version', code: 'version.notLoaded' } as const]),
      ];
    case 'contact':
      return [
        ...(contacts || offered.length > 0
          ? primaryContactIssues(answers.primaryContact, offered)
          : [{ field: 'primaryContact', code: 'primaryContact.notLoaded' } as const]),
        ...emailListIssues({ invalid: readEmailList(answers.emailText, answers.developerEmails).invalid }),
        ...developerEmailIssues(givenEmails(answers), limits.developerEmails),
      ];
    case 'scopes': {
      const catalog = currentCatalog(context);
      if (!catalog) return [{ field: 'scopes', code: 'scopes.notLoaded' }];
      // Asked after every event: the common case must not cost a walk over the whole catalog.
      const isSound = countGranted(scopes.selection) > 0 && isClosed(catalog, scopes.selection);
      return isSound ? [] : scopeIssues(grantedScopes(catalog, scopes.selection), catalog, allowNoScopes);
    }
    case 'create':
      return stepsBefore('create').flatMap((earlier) => stepIssues(context, earlier));
  }
}

/** A long pasted list can hold thousands of faults; nobody reads, or can bear to hear, more than the first. */
const mostNamedEmails = 5;

/** What is wrong with a typed or pasted list of addresses, the first few of each kind by name. */
export function emailListIssues(list: Partial<EmailList>): readonly RequestIssue[] {
  const { invalid = [], duplicates = [] } = list;
  return [
    ...invalid.slice(0, mostNamedEmails).map((email) => emailIssue('developerEmails.invalid', email)),
    ...duplicates.slice(0, mostNamedEmails).map((email) => emailIssue('developerEmails.duplicate', email)),
  ];
}

function emailIssue(code: 'developerEmails.invalid' | 'developerEmails.duplicate', email: string): RequestIssue {
  return { field: 'developerEmails', code, email };
}

export function isStepValid(context: TokenWizardContext, step: Step): boolean {
  return stepIssues(context, step).length === 0;
}

function stepsBefore(step: Step): readonly Step[] {
  return steps.slice(0, steps.indexOf(step));
}

/** The furthest step that may be shown when `wanted` is asked for: every step before it must be valid. */
export function reachableStep(context: TokenWizardContext, wanted: Step): Step {
  return stepsBefore(wanted).find((step) => !isStepValid(context, step)) ?? wanted;
}
