export {
  type AccessLevel,
  type ApiVersion,
  type CategorySelection,
  type CheckOutcome,
  type CheckOutcomeResult,
  type Contact,
  type CreateOutcome,
  type CreateToken,
  type CreateTokenContext,
  type CreateTokenResult,
  changeScopes,
  type EmailList,
  type Endpoint,
  type EndpointMatch,
  type EndpointQuery,
  type GoneScope,
  grantedScopes,
  type HttpMethod,
  type InitialValues,
  type Loader,
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
  type ScopeNotice,
  type ScopePreset,
  type ScopeSelection,
  type ScopesState,
  type ServerIssue,
  type Source,
  SourceError,
  type SourceName,
  type SourceStatus,
  type Step,
  type StepStatus,
  scopesStateOf,
  type TokenAnswers,
  type TokenField,
  type TokenLimits,
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
export type { UsageExample, WizardClassNames } from './parts/presentation.js';
export type { CreateTokenWizardRootProps } from './parts/root.js';
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
