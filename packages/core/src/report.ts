/** What the host is told through when one of its functions failed. */
export interface ErrorReport {
  onError?: ((error: unknown) => void) | undefined;
}

/** Reports a failure to the host. Never throws. */
export function reportToHost({ onError }: ErrorReport, error: unknown): void {
  if (!onError) {
    reportToPlatform(error);
    return;
  }
  try {
    Promise.resolve(onError(error)).catch(reportToPlatform);
  } catch (thrown) {
    reportToPlatform(thrown);
  }
}

/** Not everything that runs JavaScript has `reportError` (HTML living standard, §8.1.4.7). */
function reportToPlatform(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
}
