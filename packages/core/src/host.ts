import { fromPromise } from 'xstate';
import type { ScopeCatalog } from './catalog.js';
import type { Contact } from './contacts.js';
import { readCheckResult, readCreateFailure, readCreateResult } from './create-outcome.js';
import type { CheckOutcome, CheckOutcomeResult, CreateIntent, CreateOutcome, CreateToken } from './creation.js';
import type { OtherDraft } from './draft.js';
import type { DraftKeeper } from './draft-keeper.js';
import type { DraftStorage } from './draft-storage.js';
import { type ErrorReport, reportToHost } from './report.js';
import type { SecretVault } from './secret-vault.js';
import { isRecord } from './shape.js';
import { SourceError, type SourceName, toSourceError } from './source-error.js';
import type { TokenWizardContext } from './token-wizard.context.js';
import { tokenWizardMachine } from './token-wizard.machine.js';
import type { ApiVersion } from './versions.js';

/**
 * Loads one source of data. Called when the wizard starts, on Retry, and, for the catalog, for every version chosen.
 * A rejection shows an error with Retry.
 */
export type Loader<T> = (context: { signal: AbortSignal; version?: string }) => Promise<T>;

/** The data itself, or how to load it. */
export type Source<T> = T | Loader<T>;

/** What the host application does for the wizard. Every function may throw, reject with anything or never settle. */
export interface TokenWizardHost extends ErrorReport {
  /**
   * The versions of your API, `[{ id, label, status }]`, or an async function that loads them. The one whose `status` is `'latest'` is
   * chosen at start. An empty list or a rejection shows an error with Retry.
   */
  versions: Source<readonly ApiVersion[]>;
  /**
   * The account users who can be responsible for a token, `[{ id, name, email }]`, or an async function that loads them. A rejection
   * shows an error with Retry.
   */
  contacts: Source<readonly Contact[]>;
  /**
   * The scopes on offer, `{ categories: [{ id, label, scopes: [{ id, label }] }] }`, or an async function
   * `({ signal, version }) => …` that loads those of a version. Called again whenever the user chooses another version.
   */
  catalog: Source<ScopeCatalog>;
  /**
   * Creates the token: `async (request, { signal, idempotencyKey, attempt })` that resolves with
   * `{ status: 'created', token: { id }, secret }`. Reject with a `Response`, an RFC 9457 problem, or any error with a `status` to say
   * why it was refused. `createTokenFetcher({ url })` makes one.
   */
  onCreate: CreateToken;
  /** Finds out whether a lost attempt created a token. Without it, the user is not offered to check. */
  onCheckOutcome?: CheckOutcome | undefined;
  /**
   * Resolves once the user has signed in again; the same request then goes on. Never asked twice at once. The signal is aborted once
   * the wizard does not wait any more: it is over, took longer than `createTimeout`, or the user went back. What you show then may go,
   * or stay, for the user can also continue by hand.
   */
  onSessionExpired?: ((context: { signal: AbortSignal }) => Promise<void>) | undefined;
  /**
   * Keeps what the user entered until the token is created, the user discards it, or the storage forgets it: `localDraftStorage()`
   * or one of yours. The request and its idempotency key are kept as well, so that a page that was closed while creating, and is
   * opened again, asks what became of that request instead of sending another. Whether there is one is read at start.
   * @default nothing is kept
   */
  draftStorage?: DraftStorage | undefined;
  /**
   * A source that cannot be used (what its loader threw is the `cause`), a function of yours that failed, or a part that could not be
   * drawn. The wizard goes on. That `onCreate` or `onCheckOutcome` failed without a `status`, often for a lost connection, or gave an
   * answer that cannot be used, is told here and nowhere else, and without what was given, which may hold the secret.
   * Only here you also hear of a wizard that was unmounted while it showed a secret that the user had not stored.
   * @default `reportError`, so that it reaches the console and the host's monitoring
   */
  onError?: ((error: unknown) => void) | undefined;
}

interface Call<T> {
  readonly controller: AbortController;
  readonly outcome: Promise<T>;
}

function begin<T>(ask: (signal: AbortSignal) => Promise<T>): Call<T> {
  const controller = new AbortController();
  return { controller, outcome: ask(controller.signal) };
}

/**
 * The wizard's machine with a host behind it.
 *
 * @param host Read at the time of each call, so that the host's latest functions are used.
 * @param vault Where the secret goes instead of into the machine.
 * @param drafts What keeps the draft, if `host` has a `draftStorage`.
 */
export function provideHost(host: () => TokenWizardHost, vault: SecretVault, drafts?: Pick<DraftKeeper, 'secure'>) {
  const calls = new Map<string, Call<CreateOutcome>>();
  let renewal: Call<void> | undefined;
  /** What loaders threw last. The machine, which is plain JSON, keeps only the words. */
  const loaderErrors: Partial<Record<SourceName, SourceError>> = {};
  /** Data is read again whenever it changes; each problem is reported once. */
  const reportedWarnings = new Set<string>();

  const machine = tokenWizardMachine.provide({
    actors: {
      loadSource: fromPromise<unknown, { source: SourceName; version: string }>(({ input, signal }) =>
        unlessStopped(signal, async () => {
          const source = host()[input.source];
          if (typeof source !== 'function') return source;
          try {
            return await source({ signal, ...(input.version !== '' && { version: input.version }) });
          } catch (cause) {
            loaderErrors[input.source] = toSourceError(input.source, cause);
            throw loaderErrors[input.source];
          }
        }),
      ),
      // React may stop and restart the machine while a request is in flight (StrictMode, Activity, hot reload). The
      // request itself goes on, and the restarted machine joins it: the same attempt is never sent twice.
      createToken: fromPromise<CreateOutcome, CreateIntent>(({ input: intent }) => {
        const id = callId(intent);
        const call = calls.get(id) ?? begin((signal) => create(host, vault, intent, signal));
        calls.set(id, call);
        return call.outcome;
      }),
      secureDraft: fromPromise<OtherDraft | null, TokenWizardContext>(async ({ input }) =>
        drafts ? drafts.secure(input) : null,
      ),
      checkOutcome: fromPromise<CheckOutcomeResult, CreateIntent>(({ input: { request, key }, signal }) =>
        unlessStopped(signal, async () => {
          try {
            const result = readCheckResult(await host().onCheckOutcome?.(request, { signal, idempotencyKey: key }));
            if (!result) throw unusable;
            return result;
          } catch (error) {
            if (!signal.aborted) tellOfFailure(host(), 'onCheckOutcome', error);
            throw error;
          }
        }),
      ),
      // As with a request: nobody is asked to sign in twice at once.
      renewSession: fromPromise<void, void>(() => {
        renewal ??= begin(async (signal) => {
          const { onSessionExpired } = host();
          // Heard by nobody: the user is asked.
          if (!onSessionExpired) throw unusable;
          await onSessionExpired({ signal });
        });
        return renewal.outcome;
      }),
    },
    actions: {
      abandonRequest({ context: { intent } }) {
        renewal?.controller.abort();
        renewal = undefined;
        if (!intent) return;
        calls.get(callId(intent))?.controller.abort();
        calls.delete(callId(intent));
      },
      reportSourceWarnings({ context }, { source }: { source: SourceName }) {
        const warnings = context.sourceWarnings[source];
        if (warnings === undefined || reportedWarnings.has(warnings)) return;
        reportedWarnings.add(warnings);
        reportToHost(host(), new SourceError(source, warnings));
      },
      reportSourceFailure({ context }, { source }: { source: SourceName }) {
        const message = context.sourceErrors[source];
        const error = loaderErrors[source];
        reportToHost(host(), error?.message === message ? error : new Error(message));
      },
      wipeSecret: () => vault.wipe(),
    },
  });
  const { transition } = machine;
  // XState stops a machine in which something throws, and the answers and the secret would be gone with it.
  machine.transition = (snapshot, event, scope) => {
    try {
      return transition.call(machine, snapshot, event, scope);
    } catch (cause) {
      reportToHost(host(), new Error(`Tokenwright: the event "${event.type}" failed, so it was ignored.`, { cause }));
      return snapshot;
    }
  };
  return machine;
}

/**
 * What the host answers, but no failure that comes after the actor was stopped. React may have started the same actor again
 * by then (StrictMode, Activity), and XState would take the aborted call's failure for that of the call that followed it.
 */
function unlessStopped<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  return ask().catch((error: unknown) => {
    if (signal.aborted) return new Promise<never>(() => {});
    throw error;
  });
}

function callId({ key, attempt }: CreateIntent): string {
  return `${key}:${attempt}`;
}

async function create(
  host: () => TokenWizardHost,
  vault: SecretVault,
  { request, key, attempt }: CreateIntent,
  signal: AbortSignal,
): Promise<CreateOutcome> {
  let result: unknown;
  try {
    result = await host().onCreate(request, { signal, idempotencyKey: key, attempt });
  } catch (error) {
    if (!signal.aborted) tellOfFailure(host(), 'onCreate', error);
    return readCreateFailure(error);
  }
  // An answer that nobody waits for any more must not leave a secret behind.
  if (signal.aborted) return { type: 'unknown', reason: 'timeout' };
  const outcome = readCreateResult(result, vault);
  const isPromised =
    outcome.type === (isRecord(result) && result.status === 'created' ? 'created' : 'createdWithoutSecret');
  if (!isPromised) tellOfFailure(host(), 'onCreate', unusable);
  return outcome;
}

/** Thrown for an answer, or a host, that nothing can be made of. */
const unusable = /*#__PURE__*/ Symbol();

/** A failure that says nothing about itself to the wizard may be a defect, so the host's developers hear of it. */
function tellOfFailure(host: TokenWizardHost, callback: 'onCreate' | 'onCheckOutcome', error: unknown): void {
  if (!host.onError || (isRecord(error) && 'status' in error)) return;
  const fault =
    error === unusable
      ? 'gave a wrong answer'
      : `failed with ${error instanceof Error ? kindOf(error) : typeof error} and without a "status"`;
  // Not the error itself: what it says, and what hangs on it, may hold the secret or an answer of the server.
  reportToHost(host, new Error(`Tokenwright: "${callback}" ${fault}. It is withheld, for it may hold a secret.`));
}

/** Its name, if that looks like the name of a kind of error: an error can be called anything. */
function kindOf({ name }: Error): string {
  return typeof name === 'string' && /^[A-Za-z]{0,40}Error$/.test(name) ? `a ${name}` : 'an error';
}
