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
  type ScopePlace,
} from './catalog.js';
export { type Contact, readContacts } from './contacts.js';
export { type EmailList, isEmail, readEmailList } from './emails.js';
export {
  defaultLimits,
  type RequestIssue,
  type RequestRules,
  requestIssues,
  type TokenField,
  type TokenLimits,
  type TokenRequest,
} from './request.js';
export {
  type CategorySelection,
  categorySelection,
  changeScopes,
  countGranted,
  type GoneScope,
  grantedScopes,
  noScopes,
  reconcileScopes,
  type ScopeChange,
  type ScopeNotice,
  type ScopeSelection,
  type ScopesState,
  scopesStateOf,
} from './selection.js';
export { SourceError, type SourceName } from './source-error.js';
export { normalizeText } from './text.js';
export { type ApiVersion, defaultVersion, readVersions } from './versions.js';
