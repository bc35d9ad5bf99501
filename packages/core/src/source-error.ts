/** What the host supplies the wizard with. */
export type SourceName = 'versions' | 'contacts' | 'catalog';

/** The host's `versions`, `contacts` or `catalog` failed to load or is not usable; the message says which, why and the mend. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly source: SourceName;

  constructor(source: SourceName, problem: string, options?: ErrorOptions) {
    super(`Tokenwright: "${source}": ${problem}`, options);
    this.source = source;
  }
}

/** Whatever a loader threw, as an error that names the source and the reason. */
export function toSourceError(source: SourceName, error: unknown): SourceError {
  if (error instanceof SourceError && error.source === source) return error;
  const reason = error instanceof Error ? error.message : 'it did not say why';
  return new SourceError(source, `the loader failed (${reason}). The user is offered to try again.`, { cause: error });
}
