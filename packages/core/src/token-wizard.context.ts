import type { ScopeCatalog } from './catalog.js';
import type { Contact } from './contacts.js';
import type { CreateIntent, CreateOutcome, NotSentIssue, ServerIssue } from './creation.js';
import type { OtherDraft, TokenDraft } from './draft.js';
import type { Optional } from './optional.js';
import type { RequestIssue, TokenField, TokenLimits, TokenRequest } from './request.js';
import type { ScopesState } from './scope-changes.js';
import type { SourceName } from './source-error.js';
import type { ApiVersion } from './versions.js';

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
export interface InitialValues extends Optional<TokenRequest> {
  /** Ids of categories that start switched on. */
  enabledCategories?: readonly string[] | undefined;
}

/** A field that cannot be answered, because the host's data for it is still loading or failed to load. */
export type MissingDataIssue =
  | { field: 'version'; code: 'version.notLoaded' }
  | { field: 'primaryContact'; code: 'primaryContact.notLoaded' }
  | { field: 'scopes'; code: 'scopes.notLoaded' };

/** Something that has to be fixed before the token can be created. */
export type WizardIssue = RequestIssue | MissingDataIssue | ServerIssue | NotSentIssue;

export interface TokenWizardInput {
  /** The data itself; leave out what a loader brings. */
  versions?: unknown;
  contacts?: unknown;
  catalog?: unknown;
  initialValues?: InitialValues | undefined;
  /** Reached only if the steps before it are valid. Default `setup`. */
  initialStep?: Step | undefined;
  limits?: Optional<TokenLimits> | undefined;
  allowNoScopes?: boolean | undefined;
  /** Milliseconds that an answer of the host is waited for. Default 30 000. */
  createTimeout?: number | undefined;
  /** Whether the host can find out about lost attempts. */
  canCheckOutcome?: boolean | undefined;
  /** Whether a draft is kept, so that an earlier one is waited for. Default false. */
  keepsDraft?: boolean | undefined;
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
  /** What of a source was not understood and left out: for developers, not for users. */
  readonly sourceWarnings: Readonly<Partial<Record<SourceName, string>>>;
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
  /** Whether a draft is kept, and what became of an earlier one. `unsaved`: the storage does not take what is entered. */
  readonly draft: 'off' | 'awaited' | 'none' | 'restored' | 'unreadable' | 'unsaved';
  /** What another page did with the draft in the meantime: the user has to choose. */
  readonly otherDraft: OtherDraft | null;
  /** What the wizard started from, to be started from once more. */
  readonly start: { readonly values: InitialValues; readonly step: Step };
}
