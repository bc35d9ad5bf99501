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
