import { assign, emit, fromPromise, setup } from 'xstate';
import type { Contact } from './contacts.js';
import type { CheckOutcomeResult, CreateIntent, CreateOutcome, TokenRecord } from './creation.js';
import { draftPatience, isDraft, type OtherDraft, type StoredDraft, withDraft } from './draft.js';
import { readEmailList, sameEmail } from './emails.js';
import { newIntent } from './intent.js';
import { developerEmailIssues, type TokenField } from './request.js';
import { changeScopes, type ScopeChange } from './scope-changes.js';
import { type SourceName, toSourceError } from './source-error.js';
import {
  type Step,
  stepOfField,
  steps,
  type TokenAnswers,
  type TokenWizardContext,
  type TokenWizardInput,
  type WizardIssue,
} from './token-wizard.context.js';
import { currentCatalog, withSource, withSourceError } from './token-wizard.data.js';
import type { TokenWizardEmitted, TokenWizardEvent } from './token-wizard.events.js';
import { agrees, restarted, startedOver } from './token-wizard.start.js';
import { emailListIssues, isStepValid, reachableStep, requestOf, stepIssues } from './token-wizard.steps.js';

function notProvided<TOutput, TInput>(name: string) {
  return fromPromise<TOutput, TInput>(() =>
    Promise.reject(new Error(`Tokenwright: the actor "${name}" has no implementation. Provide it: see provideHost().`)),
  );
}

function nextStep(step: Step): Step {
  return steps[steps.indexOf(step) + 1] ?? step;
}

function previousStep(step: Step): Step {
  return steps[steps.indexOf(step) - 1] ?? step;
}

function earliestStepOf(issues: readonly WizardIssue[]): Step | undefined {
  return steps.find((step) => issues.some(({ field }) => field !== null && stepOfField[field] === step));
}

/** What the server found wrong on other steps: it stays until those steps have been shown. */
function faultsElsewhere({ issues, destination }: TokenWizardContext): readonly WizardIssue[] {
  return issues.filter(
    ({ code, field }) => code === 'server.rejected' && field !== null && stepOfField[field] !== destination,
  );
}

/** The issues of the other fields. The same list while there are none of this one: who watches it is not told of each key. */
function issuesBeside({ issues }: TokenWizardContext, field: TokenField): readonly WizardIssue[] {
  const others = issues.filter((issue) => issue.field !== field);
  return others.length === issues.length ? issues : others;
}

/** Milliseconds until the server accepts requests again. */
function retryDelay({ outcome }: TokenWizardContext): number {
  return outcome?.type === 'rateLimited' ? Math.max(0, outcome.retryAt - Date.now()) : 0;
}

function tokenOf({ outcome }: TokenWizardContext): TokenRecord | null {
  return outcome?.type === 'created' || outcome?.type === 'createdWithoutSecret' ? outcome.token : null;
}

const nothingToMend = { issues: [], refused: false } as const;

/** The parameters of an action or a guard that needs what the event says. */
export function ofEvent<T>({ event }: { event: T }): T {
  return event;
}

/** The vocabulary of the wizard's machine: what can be guarded, done and invoked, each under one name. */
export const wizard = setup({
  types: {
    context: {} as TokenWizardContext,
    events: {} as TokenWizardEvent,
    emitted: {} as TokenWizardEmitted,
    input: {} as TokenWizardInput,
    tags: {} as 'editing' | 'busy',
  },
  actors: {
    loadSource: notProvided<unknown, { source: SourceName; version: string }>('loadSource'),
    createToken: notProvided<CreateOutcome, CreateIntent>('createToken'),
    /** Writes that a request may have been sent. Resolves with what another page did with the draft meanwhile. */
    secureDraft: notProvided<OtherDraft | null, TokenWizardContext>('secureDraft'),
    checkOutcome: notProvided<CheckOutcomeResult, CreateIntent>('checkOutcome'),
    renewSession: notProvided<void, void>('renewSession'),
  },
  delays: {
    draftPatience,
    createTimeout: ({ context }) => context.createTimeout,
    retryDelay: ({ context }) => retryDelay(context),
  },
  guards: {
    isDestination: ({ context }, { step }: { step: Step }) => context.destination === step,
    isStepValid: ({ context }, { step }: { step: Step }) => isStepValid(context, step),
    isStepValidButOthersFaulty: ({ context }, { step }: { step: Step }) =>
      faultsElsewhere(context).length > 0 && isStepValid(context, step),
    isReachable: ({ context }, { step }: { step: Step }) => reachableStep(context, step) === step,
    isPrepared: ({ context }) =>
      context.destination === 'setup' ||
      (context.draft !== 'awaited' &&
        (Object.keys(context.sourceErrors).length > 0 ||
          (context.versions !== null &&
            context.contacts !== null &&
            // Without a version there is no catalog to wait for.
            (currentCatalog(context) !== null || context.answers.version === '')))),
    isDraftAwaited: ({ context }) => context.draft === 'awaited',
    isDraftContradicted: ({ context }, { draft }: { draft: StoredDraft }) =>
      context.edited && !(isDraft(draft) && agrees(context, draft)),
    isDraftForLaterStep: ({ context }, { draft }: { draft: StoredDraft }) =>
      isDraft(draft) && context.destination !== steps[0],
    keepsDraft: ({ context }) => context.draft !== 'off',
    isUncertainDraft: (_, { draft }: { draft: StoredDraft | OtherDraft }) => isDraft(draft) && draft.uncertain,
    isDraftInTheWay: (_, { draft }: { draft: OtherDraft | null }) => draft !== null,
    isDraft: (_, { draft }: { draft: StoredDraft | OtherDraft }) => isDraft(draft),
    hasOtherDraft: ({ context }) => context.otherDraft !== null,
    isEdited: ({ context }) => context.edited,
    hasCatalog: ({ context }) => currentCatalog(context) !== null,
    canUndo: ({ context }) => context.scopes.undo !== null,
    isSource: (_, { asked, source }: { asked: SourceName; source: SourceName }) => asked === source,
    isSourceFailed: ({ context }, { source }: { source: SourceName }) => context.sourceErrors[source] !== undefined,
    isSourceReady: ({ context }, { source }: { source: SourceName }) =>
      (source === 'catalog' ? currentCatalog(context) : context[source]) !== null,
    isSourceWanted: ({ context }, { source }: { source: SourceName }) =>
      source !== 'catalog' || context.answers.version !== '',
    isSourceStale: ({ context }, { source }: { source: SourceName }) =>
      source === 'catalog' && context.requestedCatalog !== null && context.requestedCatalog !== context.answers.version,
    isWaitOver: ({ context }) => retryDelay(context) === 0,
    cameTo: ({ context }, { outcome }: { outcome: CreateOutcome['type'] }) => context.outcome?.type === outcome,
    isRejectedForCertain: ({ context }) => context.outcome?.type === 'rejected' && !context.uncertain,
    hasStepBefore: ({ context }) => context.destination !== steps[0],
    canCheckOutcome: ({ context }) => context.canCheckOutcome,
    canRenewSession: ({ context }) => !context.sessionRenewed,
    isCertain: ({ context }) => !context.uncertain,
    leftUncertain: ({ context }) => context.uncertain && context.draft !== 'off' && !tokenOf(context),
    wasCreated: (_, { result }: { result: CheckOutcomeResult }) => result.status === 'created',
  },
  actions: {
    editAnswer: assign(({ context }, { field, answers }: { field: TokenField; answers: Partial<TokenAnswers> }) => ({
      answers: { ...context.answers, ...answers },
      issues: issuesBeside(context, field),
      edited: true,
    })),
    keepFoundContact: assign(({ context }, { contact, found }: { contact: string; found?: Contact | undefined }) => ({
      foundContact: found?.id === contact && !context.contacts?.some(({ id }) => id === contact) ? found : null,
    })),
    addEmails: assign(({ context }, { text }: { text: string }) => {
      const { developerEmails } = context.answers;
      const { added, duplicates, invalid } = readEmailList(text, developerEmails);
      const room = Math.max(0, context.limits.developerEmails - developerEmails.length);
      return {
        answers: {
          ...context.answers,
          developerEmails: [...developerEmails, ...added.slice(0, room)],
          // Text that is not an address, or one address too many, stays in the box, so that it can be fixed and not typed again.
          emailText: [...invalid, ...added.slice(room)].join(', '),
        },
        issues: [
          ...issuesBeside(context, 'developerEmails'),
          ...emailListIssues({ duplicates, invalid }),
          ...developerEmailIssues([...developerEmails, ...added], context.limits.developerEmails),
        ],
        edited: true,
      };
    }),
    removeEmail: assign(({ context }, { email }: { email: string }) => ({
      answers: {
        ...context.answers,
        developerEmails: context.answers.developerEmails.filter((known) => !sameEmail(known, email)),
      },
      issues: issuesBeside(context, 'developerEmails'),
      edited: true,
    })),
    takeEmailText: assign(({ context }) => ({
      answers: {
        ...context.answers,
        developerEmails: requestOf(context).developerEmails,
        emailText: readEmailList(context.answers.emailText, []).invalid.join(', '),
      },
    })),
    changeScopes: assign(({ context }, change: ScopeChange) => {
      const catalog = currentCatalog(context);
      if (!catalog) return {};
      return {
        scopes: changeScopes(catalog, context.scopes, change),
        issues: issuesBeside(context, 'scopes'),
        edited: true,
      };
    }),
    forgetNotices: assign(({ context }) => ({ scopes: { ...context.scopes, notices: [] } })),
    headFor: assign((_, { step }: { step: Step }) => ({ destination: step, ...nothingToMend })),
    headForNext: assign(({ context }) => {
      const issues = faultsElsewhere(context);
      const wanted = earliestStepOf(issues) ?? (context.changing ? 'create' : nextStep(context.destination));
      const destination = reachableStep(context, wanted);
      return {
        destination,
        changing: context.changing && destination !== 'create',
        issues,
        refused: issues.length > 0,
      };
    }),
    headBack: assign(({ context }) => ({ destination: previousStep(context.destination), ...nothingToMend })),
    headForReachable: assign(({ context }) => ({ destination: reachableStep(context, context.destination) })),
    headForField: assign((_, { field }: { field: TokenField }) => ({
      destination: stepOfField[field],
      changing: true,
      ...nothingToMend,
    })),
    headForEarliestIssue: assign(({ context }) => ({
      destination: earliestStepOf(context.issues) ?? 'create',
      changing: true,
    })),
    recordStepIssues: assign(({ context }) => ({ issues: stepIssues(context, context.destination), refused: true })),
    recordOutcome: assign(({ context }, { outcome }: { outcome: CreateOutcome }) => {
      const uncertain =
        context.uncertain ||
        outcome.type === 'unknown' ||
        (outcome.type === 'sessionExpired' && outcome.uncertain === true);
      const refused = outcome.type === 'rejected' && !uncertain;
      return {
        outcome,
        uncertain,
        issues: refused ? outcome.issues : [],
        refused,
        // Servers store a refusal under its key and would repeat it. After one, no token exists that a new key could double.
        ...(refused && outcome.issues.some(({ code }) => code === 'server.rejected') && { intent: null }),
      };
    }),
    formIntent: assign(({ context }) => {
      const { type } = context.outcome ?? {};
      // A browser repeats a POST whose connection broke, without saying so. A 401 or 429 can be the answer to the second one, and the
      // first may have created a token. Under the same key there is never a second.
      const keepsKey = type === 'sessionExpired' || type === 'rateLimited';
      const intent = newIntent(requestOf(context), context.intent, keepsKey);
      const isSame = intent.request === context.intent?.request;
      return {
        intent,
        outcome: null,
        ...nothingToMend,
        uncertain: isSame && context.uncertain,
        sessionRenewed: isSame && context.sessionRenewed,
      };
    }),
    countAttempt: assign(({ context }) => ({
      intent: context.intent && { ...context.intent, attempt: context.intent.attempt + 1 },
    })),
    restoreDraft: assign(({ context }, { draft }: { draft: StoredDraft }) =>
      isDraft(draft) ? withDraft(context, draft) : { draft: draft === null ? 'none' : draft },
    ),
    takeOtherDraft: assign(({ context }) => {
      if (!isDraft(context.otherDraft)) return {};
      const taken = withDraft(context, context.otherDraft);
      return { ...taken, outcome: taken.outcome && { type: 'unknown', reason: 'elsewhere' } };
    }),
    noteOtherDraft: assign(({ context }, { draft }: { draft: StoredDraft | OtherDraft }) => ({
      otherDraft: draft === 'gone' || isDraft(draft) ? draft : context.otherDraft,
      draft: draft === 'unreadable' ? draft : context.draft === 'awaited' ? 'none' : context.draft,
      // The other page may have created it since.
      outcome: context.outcome?.type === 'notCreated' ? null : context.outcome,
    })),
    keepOwnDraft: assign(({ context }) => ({
      // The other page may have sent the very same request, and then it is one intent: its key is the one to know.
      intent: (!context.uncertain && isDraft(context.otherDraft) && context.otherDraft.intent) || context.intent,
      otherDraft: null,
      edited: true,
    })),
    noteStoring: assign(({ context: { draft } }, { stored }: { stored: boolean }) => ({
      draft: !stored ? 'unsaved' : draft === 'unsaved' ? 'none' : draft,
    })),
    // Only what is said about the earlier one is forgotten: a draft is kept on.
    forgetDraftNotice: assign(({ context: { draft } }) => ({
      draft: draft === 'off' || draft === 'unsaved' ? draft : 'none',
    })),
    startOver: assign(({ context }) => startedOver(context)),
    restart: assign((_, { input }: { input: TokenWizardInput }) => restarted(input)),
    noteRenewal: assign((_, { renewed }: { renewed: boolean }) => ({ sessionRenewed: renewed })),
    // The check has made the key void, so the next request needs a new one.
    noteNotCreated: assign({ outcome: { type: 'notCreated' }, intent: null, uncertain: false, sessionRenewed: false }),
    headForReview: assign(({ context }) => ({ destination: reachableStep(context, 'create') })),
    requestSource: assign(({ context }, { source }: { source: SourceName }) => {
      const { [source]: _, ...sourceErrors } = context.sourceErrors;
      return source === 'catalog' ? { sourceErrors, requestedCatalog: context.answers.version } : { sourceErrors };
    }),
    forgetSource: assign(({ context }, { source }: { source: SourceName }) => {
      const { [source]: _, ...sourceErrors } = context.sourceErrors;
      // The catalog stays to compare the next one with: what is missing there is named.
      return { sourceErrors, ...(source === 'catalog' ? { catalogVersion: '' } : { [source]: null }) };
    }),
    storeSource: assign(({ context }, { source, data }: { source: SourceName; data: unknown }) =>
      withSource(context, source, data),
    ),
    recordSourceError: assign(({ context }, { source, error }: { source: SourceName; error: unknown }) =>
      withSourceError(context, toSourceError(source, error)),
    ),
    /** Lets go of what the host was asked: to create the token, or to renew the session. Provided by the host's side; there is nothing to let go of without one. */
    abandonRequest: () => {},
    /** Tells the host that a source cannot be used. Provided by the host's side. */
    reportSourceFailure: (_, _params: { source: SourceName }) => {},
    /** Reports what of a source was not understood. Provided by the host's side. */
    reportSourceWarnings: (_, _params: { source: SourceName }) => {},
    /** Forgets the secret. Provided by the host's side. */
    wipeSecret: () => {},
    tellStep: emit(({ context }) => ({ type: 'step.entered', step: context.destination })),
    tellRefusal: emit(({ context }) => ({ type: 'step.refused', step: context.destination })),
    tellRequest: emit(({ context }) => ({ type: 'token.requested', attempt: context.intent?.attempt ?? 0 })),
    tellOutcome: emit(({ context: { outcome } }): TokenWizardEmitted => {
      switch (outcome?.type) {
        case 'created':
          return { type: 'token.created', token: outcome.token, secretShown: true };
        case 'createdWithoutSecret':
          return { type: 'token.created', token: outcome.token, secretShown: false };
        case 'rateLimited':
          return { type: 'rate.limited', retryAt: outcome.retryAt };
        case 'sessionExpired':
          return { type: 'session.expired' };
        case 'rejected':
          return { type: 'token.rejected' };
        default:
          return { type: 'outcome.unknown' };
      }
    }),
    tellStored: emit((_, { by }: { by: 'copy' | 'download' | 'confirmation' }) => ({ type: 'secret.stored', by })),
    tellFinished: emit(({ context }) => ({ type: 'wizard.finished', token: tokenOf(context) })),
    tellCancelled: emit({ type: 'wizard.cancelled' }),
    tellSourceFailure: emit(({ context }, { source }: { source: SourceName }) => ({
      type: 'source.failed',
      source,
      message: context.sourceErrors[source] ?? '',
    })),
  },
});
