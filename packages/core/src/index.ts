export {
  type AccessLevel,
  type CatalogIndex,
  type Endpoint,
  type HttpMethod,
  indexCatalog,
  isSensitive,
  readCatalog,
  type Scope,
  type ScopeCatalog,
  type ScopeCategory,
  type ScopeEndpoint,
  type ScopePlace,
} from './catalog.js';
export { type Contact, readContacts } from './contacts.js';
export type {
  CheckOutcome,
  CheckOutcomeResult,
  CreateIntent,
  CreateOutcome,
  CreateToken,
  CreateTokenContext,
  CreateTokenResult,
  NotSentIssue,
  ServerIssue,
  TokenRecord,
  UnknownReason,
} from './creation.js';
export { readDraft, type StoredDraft, type TokenDraft } from './draft.js';
export { createDraftKeeper, type DraftKeeper } from './draft-keeper.js';
export { type DraftStorage, localDraftStorage } from './draft-storage.js';
export { type EmailList, isEmail, readEmailList } from './emails.js';
export { type EndpointQuery, readEndpointQuery } from './endpoint-query.js';
export { type EndpointMatch, findScopes, type ScopeAlternative } from './find-scopes.js';
export { type Loader, provideHost, type Source, type TokenWizardHost } from './host.js';
export { type CategoryNeeds, neededBy } from './needed-by.js';
export type { Optional } from './optional.js';
export { type ErrorReport, reportToHost } from './report.js';
export {
  defaultLimits,
  type RequestIssue,
  type RequestRules,
  requestIssues,
  type TokenField,
  type TokenLimits,
  type TokenRequest,
} from './request.js';
export { requiredScopes } from './requirements.js';
export {
  changeScopes,
  type GoneScope,
  noScopes,
  type ScopeChange,
  type ScopeNotice,
  type ScopePreset,
  type ScopesState,
} from './scope-changes.js';
export { reconcileScopes, scopesStateOf } from './scopes-of-version.js';
export { Secret } from './secret.js';
export { createSecretVault, type SecretVault } from './secret-vault.js';
export {
  type CategorySelection,
  categorySelection,
  countGranted,
  grantedScopes,
  type ScopeSelection,
} from './selection.js';
export { SourceError, type SourceName } from './source-error.js';
export { normalizeText } from './text.js';
export { createTokenFetcher, TokenFetchError, type TokenFetcherOptions, TokenNotSentError } from './token-fetcher.js';
export {
  type InitialValues,
  type MissingDataIssue,
  type Step,
  stepOfField,
  steps,
  type TokenAnswers,
  type TokenWizardContext,
  type TokenWizardInput,
  type WizardIssue,
} from './token-wizard.context.js';
export { currentCatalog, offeredContacts } from './token-wizard.data.js';
export type { TokenWizardEmitted, TokenWizardEvent } from './token-wizard.events.js';
export { tokenWizardMachine } from './token-wizard.machine.js';
export {
  type LeaveRisk,
  type SourceStatus,
  type StepStatus,
  selectLeaveRisk,
  selectRequest,
  selectSourceStatus,
  selectStepStatuses,
  selectView,
  type TokenWizardSnapshot,
  type WizardView,
} from './token-wizard.selectors.js';
export { requestOf } from './token-wizard.steps.js';
export { type ApiVersion, defaultVersion, readVersions } from './versions.js';
