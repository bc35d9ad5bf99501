/** Where in the documents something stands. */
export interface Place {
  /** The name of the document: its file, or `document 1` where it has none. */
  readonly document: string;
  /** A JSON pointer (RFC 6901) behind `#`, such as `#/paths/~1jobs/get/security`. */
  readonly pointer: string;
}

/** `error`: something could not be read, so the catalog may lack it. `warning`: look at it. `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** Something about the documents that their owner should know. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly place: Place;
  /** What is the case, in a sentence that names what it is about. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
}

const kinds = {
  'document-unreadable': [
    'error',
    'Give an OpenAPI 3.0, 3.1 or 3.2 document, or a Swagger 2.0 one, as a parsed object.',
  ],
  'version-unknown': ['warning', 'It was read as the newest version that is known. Check the result.'],
  'reference-external': [
    'error',
    'Bundle the document into one file first: references to other files are not followed.',
  ],
  'reference-unresolved': [
    'error',
    'Correct the reference: it must lead to an object of the same document, not in a circle.',
  ],
  'operation-malformed': ['error', 'Write an Operation Object here, or remove the entry.'],
  'operation-duplicate': ['warning', 'Leave one of them out: the first one counts.'],
  'method-unlisted': [
    'info',
    'The operation is reported, but endpoints of a catalog know the methods of RFC 9110 only.',
  ],
  'security-malformed': [
    'error',
    'Write a list of objects that map the name of a security scheme to a list of scopes.',
  ],
  'scheme-malformed': ['error', 'Write a Security Scheme Object whose scopes map each id to a description.'],
  'scheme-unknown': ['warning', 'Declare the security scheme, or correct its name.'],
  'scope-id-empty': ['warning', 'Give the scope an id; one without any character is left out.'],
  'scope-id-unsendable': [
    'warning',
    'OAuth separates scopes by spaces (RFC 6749 §3.3), so this id cannot be requested. Rename it.',
  ],
  'scope-undeclared': ['info', 'Declare it with a description in the security scheme.'],
  'scope-possible-typo': ['warning', 'Correct it if it is a typing error; else declare it in the security scheme.'],
  'scope-unused': ['info', 'Add it to the operations that need it, or exclude it.'],
  'lists-look-like-alternatives': [
    'warning',
    'By the specification all scopes of a list are needed. If any one of them will do, set the option scopeList to "any".',
  ],
  'implication-suggested': [
    'info',
    'If the one includes the other, say so with the option implies. It is not inferred.',
  ],
  'sensitivity-suggested': [
    'info',
    'If it deserves a second look, say so with the option sensitive. It is not inferred.',
  ],
  'extension-unreadable': [
    'warning',
    'The extension may hold a string, an array of strings, { operator, permissions } or [{ scopes }]. The security of the operation was read instead.',
  ],
  'hook-failed': ['error', 'Mend the function that was given as an option. The document alone was read instead.'],
  'option-unknown-scope': ['warning', 'Correct the id in the option, or remove it.'],
  'operation-mode': ['info', 'Each operation became a scope. Set the option mode to say which way you want.'],
  'receiver-suspected': [
    'warning',
    'If your API sends this call and does not answer it, describe it under webhooks, or exclude it.',
  ],
  'versions-differ': ['warning', 'Import one version of the API at a time, or name it with the option version.'],
  'too-large': [
    'error',
    'Split the document. If it is not that large, look for YAML aliases that repeat a part of it many times.',
  ],
  'catalog-empty': ['error', 'Give documents with operations or declared scopes, and check include and exclude.'],
} as const satisfies Record<string, readonly [Severity, string]>;

export type DiagnosticCode = keyof typeof kinds;

export function diagnose(code: DiagnosticCode, place: Place, message: string): Diagnostic {
  const [severity, help] = kinds[code];
  return { code, severity, place, message, help };
}

export type Report = (code: DiagnosticCode, place: Place, message: string) => void;
