/** What the host supplies the wizard with. */
export type SourceName = 'versions' | 'contacts' | 'catalog';

/** The host's `versions`, `contacts` or `catalog` failed to load or is not usable; the message says which one, why, and what to do. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly source: SourceName;

  constructor(source: SourceName, problem: string, options?: ErrorOptions) {
    super(`Tokenwright: "${source}": ${problem}`, options);
    this.source = source;
  }
}

/** More than this of a reason helps nobody. */
const longestReason = 500;

/** Whatever a loader threw, as an error that names the source and the reason. */
export function toSourceError(source: SourceName, error: unknown): SourceError {
  if (error instanceof SourceError && error.source === source) return error;
  const message = `the loader failed (${reasonOf(error)}). The user is offered to try again.`;
  return new SourceError(source, message, { cause: error });
}

function reasonOf(error: unknown): string {
  try {
    const message: unknown = error instanceof Error ? error.message : undefined;
    if (typeof message === 'string') return message.slice(0, longestReason);
  } catch {
    // Even to look at it can fail.
  }
  return 'it did not say why';
}
