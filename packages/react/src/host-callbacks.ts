import { type ErrorReport, readContacts, reportToHost, type TokenWizardEmitted } from '@tokenwright/core';
import type { ContactSearch } from '@tokenwright/ui';
import type { CreateTokenWizardOptions } from './options.js';
import type { UsageExample } from './parts/presentation.js';
import type { TokenWizardHandle } from './token-wizard-handle.js';

/** Calls a callback of the host's. One that throws, or rejects, is reported and changes nothing else. */
export function callHost(report: ErrorReport, callback: () => unknown): void {
  try {
    // It may be async although its type says that nobody waits for it.
    Promise.resolve(callback()).catch((error: unknown) => reportToHost(report, error));
  } catch (error) {
    reportToHost(report, error);
  }
}

/** Passes what happened on to the host's callbacks. */
export function tellHost(options: CreateTokenWizardOptions, event: TokenWizardEmitted, isFirstStep: boolean): void {
  const call = (callback: () => unknown) => callHost(options, callback);
  call(() => options.onEvent?.(event));
  switch (event.type) {
    case 'step.entered':
      if (!isFirstStep) call(() => options.onStepChange?.(event.step));
      break;
    case 'wizard.finished':
      call(() => options.onDone?.(event.token));
      break;
    case 'wizard.cancelled':
      call(() => options.onCancel?.());
      break;
    default:
  }
}

/**
 * The host's search, with what it finds looked at. A failure is reported, unless nobody waits for the answer any more.
 *
 * @param patience Milliseconds that an answer is waited for.
 */
export function makeContactSearch(
  options: ErrorReport,
  onContactSearch: ContactSearch,
  patience: number,
): ContactSearch {
  return async (query, context) => {
    try {
      const answer = onContactSearch(query, context);
      return readContacts(await Promise.race([answer, failAfter(patience, context.signal)]));
    } catch (error) {
      if (!context.signal.aborted) reportToHost(options, error);
      throw error;
    }
  };
}

function failAfter(patience: number, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () =>
      reject(new Error('Tokenwright: "onContactSearch" did not answer in time. The user can try again.'));
    const timer = setTimeout(fail, patience);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

const exampleFailed =
  'Tokenwright: "usageExample" did not return a string, so no example is shown. What it threw or returned is withheld, because it may contain the secret.';

/** The wizards whose example failed. It is reported once: the host may render again for it, with another function. */
const reported = /*#__PURE__*/ new WeakSet<object>();

/** The host's example, or none if making it failed: the secret beside it matters more. */
export function makeUsageExample(wizard: Pick<TokenWizardHandle, 'report'>, usageExample: UsageExample): UsageExample {
  return (secret, token, request) => {
    try {
      const example: unknown = usageExample(secret, token, request);
      if (typeof example === 'string' || example === undefined) return example;
      // It may be async although its type says otherwise, and what it rejects with may hold the secret.
      Promise.resolve(example).catch(() => undefined);
    } catch {
      // Not what was thrown: its message may hold the secret.
    }
    // Not now: this runs while rendering.
    if (!reported.has(wizard)) queueMicrotask(() => wizard.report(new Error(exampleFailed)));
    reported.add(wizard);
    return undefined;
  };
}
