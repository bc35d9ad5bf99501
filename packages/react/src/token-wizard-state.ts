import {
  type ApiVersion,
  type Contact,
  type CreateOutcome,
  currentCatalog,
  type ScopeCatalog,
  type ScopesState,
  type SourceName,
  type SourceStatus,
  type StepStatus,
  selectRequest,
  selectSourceStatus,
  selectStepStatuses,
  selectView,
  type TokenAnswers,
  type TokenLimits,
  type TokenRequest,
  type TokenWizardContext,
  type TokenWizardSnapshot,
  type WizardIssue,
  type WizardView,
} from '@tokenwright/core';

/** One source of data: still loading, there, or failed (offer `retrySource`). */
export interface SourceState<T> {
  readonly status: SourceStatus;
  readonly data: T | null;
}

/** What a wizard shows. */
export interface TokenWizardState {
  readonly view: WizardView;
  readonly steps: readonly StepStatus[];
  /** Raw, as typed. */
  readonly answers: TokenAnswers;
  readonly scopes: ScopesState;
  /** The issues to fix on this step; empty until Next or Create was refused. */
  readonly issues: readonly WizardIssue[];
  readonly limits: TokenLimits;
  readonly versions: SourceState<readonly ApiVersion[]>;
  readonly contacts: SourceState<readonly Contact[]>;
  readonly catalog: SourceState<ScopeCatalog>;
  /** The exact request that Create would send. */
  readonly request: TokenRequest;
  /** What came of the last attempt to create. */
  readonly outcome: CreateOutcome | null;
  /**
   * What is to be said about drafts. Nothing is created before the user has chosen: at `'conflict'`, and at `'sending'` (another tab
   * has sent a request and does not know its outcome yet), `takeDraft` or `keepDraft`; at `'gone'` (another tab created its token, or
   * discarded the draft), `startOver` or `keepDraft`. At `'unsaved'`, the storage does not take what is entered.
   */
  readonly draft: TokenWizardContext['draft'] | 'conflict' | 'sending' | 'gone';
  /** Whether the secret was stored, so that leaving loses nothing. */
  readonly secretStored: boolean;
}

/** What another page did with the draft, if the user has not chosen yet. */
export function selectOtherDraft({
  context: { otherDraft },
}: TokenWizardSnapshot): 'conflict' | 'sending' | 'gone' | null {
  if (otherDraft === null || otherDraft === 'gone') return otherDraft;
  return otherDraft.uncertain ? 'sending' : 'conflict';
}

function sourceState<T>(snapshot: TokenWizardSnapshot, source: SourceName, data: T | null): SourceState<T> {
  return { status: selectSourceStatus(snapshot, source), data };
}

const states = new WeakMap<TokenWizardSnapshot, TokenWizardState>();

/** The state of a snapshot; the same object for the same snapshot, as React's store subscription asks for. */
export function selectState(snapshot: TokenWizardSnapshot): TokenWizardState {
  const known = states.get(snapshot);
  if (known) return known;
  const { context } = snapshot;
  const state: TokenWizardState = {
    view: selectView(snapshot),
    steps: selectStepStatuses(snapshot),
    answers: context.answers,
    scopes: context.scopes,
    issues: context.issues,
    limits: context.limits,
    versions: sourceState(snapshot, 'versions', context.versions),
    contacts: sourceState(snapshot, 'contacts', context.contacts),
    catalog: sourceState(snapshot, 'catalog', currentCatalog(context)),
    request: selectRequest(snapshot),
    outcome: context.outcome,
    draft: selectOtherDraft(snapshot) ?? context.draft,
    secretStored: snapshot.matches({ flow: { created: 'stored' } }),
  };
  states.set(snapshot, state);
  return state;
}
