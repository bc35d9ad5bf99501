export {
  type AccessLevel,
  type ApiVersion,
  type CategoryNeeds,
  type CategorySelection,
  type CheckOutcome,
  type CheckOutcomeResult,
  type Contact,
  type CreateIntent,
  type CreateOutcome,
  type CreateToken,
  type CreateTokenContext,
  type CreateTokenResult,
  changeScopes,
  createTokenFetcher,
  type DraftStorage,
  type EmailList,
  type Endpoint,
  type EndpointMatch,
  type EndpointQuery,
  type GoneScope,
  grantedScopes,
  type HttpMethod,
  type InitialValues,
  type LeaveRisk,
  type Loader,
  localDraftStorage,
  type MissingDataIssue,
  type NotSentIssue,
  neededBy,
  noScopes,
  type RequestIssue,
  type RequestRules,
  readEmailList,
  requestIssues,
  type Scope,
  type ScopeAlternative,
  type ScopeCatalog,
  type ScopeChange,
  type ScopeEndpoint,
  type ScopeNotice,
  type ScopePreset,
  type ScopeSelection,
  type ScopesState,
  type Secret,
  type ServerIssue,
  type Source,
  SourceError,
  type SourceName,
  type SourceStatus,
  type Step,
  type StepStatus,
  scopesStateOf,
  type TokenAnswers,
  type TokenDraft,
  TokenFetchError,
  type TokenFetcherOptions,
  type TokenField,
  type TokenLimits,
  TokenNotSentError,
  type TokenRecord,
  type TokenRequest,
  type TokenWizardEmitted,
  type TokenWizardHost,
  type TokenWizardSnapshot,
  type UnknownReason,
  type WizardIssue,
  type WizardView,
} from '@tokenwright/core';
export * from '@tokenwright/ui';
export { CreateTokenWizard, type CreateTokenWizardProps } from './create-token-wizard.js';
export { findCall } from './find-call.js';
export type { CreateTokenWizardOptions } from './options.js';
export { Actions as CreateTokenWizardActions } from './parts/actions.js';
export { Body as CreateTokenWizardBody } from './parts/body.js';
export { Heading as CreateTokenWizardHeading } from './parts/heading.js';
export { Issues as CreateTokenWizardIssues } from './parts/issues.js';
export type { UsageExample, WizardClassNames } from './parts/presentation.js';
export { type CreateTokenWizardRootProps, Root as CreateTokenWizardRoot } from './parts/root.js';
export { Steps as CreateTokenWizardSteps } from './parts/steps.js';
export type {
  PlainButtonProps,
  PlainCheckedProps,
  PlainFieldProps,
  PlainTextFieldProps,
  TokenWizardPropGetters,
} from './prop-getters.js';
export { ScopeCategory } from './scope-category.js';
export {
  type TokenWizardHandle,
  type TokenWizardVerbs,
  useTokenWizard,
  useTokenWizardSelector,
} from './token-wizard-handle.js';
export type { SourceState, TokenWizardState } from './token-wizard-state.js';
export { type CreateTokenWizardReturn, useCreateTokenWizard, useTokenWizardHandle } from './use-create-token-wizard.js';
export { useLeaveRisk } from './use-leave-risk.js';
export { useStepHistory } from './use-step-history.js';
