/** What a call of the API needs, as the documents say. */
export interface ImportedOperation {
  /** In upper case. */
  readonly method: string;
  /** As documented, with its parameters in braces. */
  readonly path: string;
  /** Ways to be allowed the call: each is a set of scopes that are needed together. Sorted, none twice. */
  readonly alternatives: readonly (readonly string[])[];
  /** `secured`: something is asked for; `public`: the document says nothing is; `unspecified`: it does not say. */
  readonly kind: 'secured' | 'public' | 'unspecified';
  /** Whether nothing at all will do as well. */
  readonly anonymousAllowed: boolean;
  /** Whether a token without any scope will do. */
  readonly anyToken: boolean;
  /** Whether a credential that knows no scopes, such as an API key, will do. */
  readonly otherCredential: boolean;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly operationId?: string;
  /** By which rule the scopes are known. */
  readonly source: 'operation' | 'root' | 'none' | 'extension' | 'scopesOf';
  /** The name of the document it stands in. */
  readonly document: string;
}
