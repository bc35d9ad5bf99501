export type { AccessRule } from './access-level.js';
export { type CatalogDiff, diffCatalogs, type EndpointChange } from './catalog-diff.js';
export { catalogFromOpenApi, type ImportResult } from './catalog-from-openapi.js';
export type { Diagnostic, DiagnosticCode, Place, Severity } from './diagnostics.js';
export { type CallExplanation, explainCall } from './explain-call.js';
export type {
  CategoryRule,
  ImportedCatalog,
  ImportedCategory,
  ImportedScope,
  ScopeOrigin,
} from './imported-catalog.js';
export type { ImportedOperation } from './operation.js';
export type { DocumentedOperation, GroupSubject, ImportOptions, PerScope } from './options.js';
