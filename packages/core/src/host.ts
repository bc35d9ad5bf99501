import { fromPromise } from 'xstate';
import type { ScopeCatalog } from './catalog.js';
import type { Contact } from './contacts.js';
import { faultOfResult, readCheckResult, readCreateFailure, readCreateResult } from './create-outcome.js';
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
   * Resolves when the user has signed in again; the wizard then sends the same request again. Reject when the user gave up. There
   * is no time limit, and never a second call at the same time. The signal is aborted when the wizard no longer waits: the user went
   * back, or pressed Continue.
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
   * Receives defects: a source that cannot be used (what its loader threw is the `cause`), a function of yours that failed or gave a
   * wrong answer, a part that could not be rendered. The wizard goes on. What `onCreate` and `onCheckOutcome` gave or threw is
   * withheld, because it may hold the secret. What a server refused is no defect. A lost connection is reported only here.
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
            if (result) return result;
            const expected = "{ status: 'created', token: { id } } or { status: 'not-created' }";
            reportWrongAnswer(host(), 'onCheckOutcome', 'it has no usable "status" or "token"', expected);
          } catch (error) {
            if (!signal.aborted) reportFailure(host(), 'onCheckOutcome', error);
          }
          throw noAnswer;
        }),
      ),
      // As with a request: nobody is asked to sign in twice at once.
      renewSession: fromPromise<void, void>(() => {
        renewal ??= begin(async (signal) => {
          const { onSessionExpired } = host();
          // Heard by nobody: the user is asked.
          if (!onSessionExpired) throw noAnswer;
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
    const outcome = await readCreateFailure(error);
    if (!signal.aborted && !hasStatus(outcome)) reportFailure(host(), 'onCreate', error);
    return outcome;
  }
  // An answer that nobody waits for any more must not leave a secret behind.
  if (signal.aborted) return { type: 'unknown', reason: 'timeout' };
  let fault: string | undefined = 'it cannot be read';
  try {
    const outcome = readCreateResult(result, vault);
    fault = faultOfResult(result);
    return outcome ?? (await readCreateFailure(result, 'malformed'));
  } catch {
    // A getter of the host's may throw after the secret has been read.
    return vault.read() ? { type: 'created', token: { id: '' } } : { type: 'unknown', reason: 'malformed' };
  } finally {
    if (fault) reportWrongAnswer(host(), 'onCreate', fault, "{ status: 'created', token: { id }, secret }");
  }
}

/** Whether the host's server has said what became of the request: then there is no defect to report. */
function hasStatus(outcome: CreateOutcome): boolean {
  return outcome.type === 'unknown'
    ? outcome.reason !== 'network' && outcome.reason !== 'malformed'
    : outcome.type !== 'rejected' || outcome.issues[0]?.code !== 'request.notSent';
}

/** Thrown where the host gave no answer that can be used, or has no function to ask. */
const noAnswer = /*#__PURE__*/ Symbol();

type Callback = 'onCreate' | 'onCheckOutcome';

// What was given or thrown is not reported: it may hold the secret, or an answer of the server.

function reportWrongAnswer(host: TokenWizardHost, callback: Callback, fault: string, expected: string): void {
  reportToHost(host, new Error(`Tokenwright: "${callback}" gave a wrong answer: ${fault}. Expected ${expected}.`));
}

function reportFailure(host: TokenWizardHost, callback: Callback, error: unknown): void {
  // Without `onError`, a lost connection would fill the host's monitoring.
  if (!host.onError && isLostConnection(error)) return;
  const isUnsent = isRecord(error) && error.sent === false;
  const cause = isUnsent ? error.cause : error;
  const kind = cause instanceof Error ? kindOf(cause) : typeof cause;
  const fault = isUnsent ? `sent nothing, because of ${kind}` : `failed with ${kind} and without a "status"`;
  reportToHost(
    host,
    new Error(`Tokenwright: "${callback}" ${fault}. It is withheld, because it may contain a secret.`),
  );
}

function isLostConnection(error: unknown): boolean {
  // "Failed to fetch", "NetworkError when attempting to fetch resource.", "Load failed": each engine words it differently.
  return (
    error instanceof Error &&
    /^(Abort|Timeout|Network)Error$|fetch|network|load failed/i.test(`${error.name} ${error.message}`)
  );
}

/** Its name, if that looks like the name of a kind of error: an error can be called anything. */
function kindOf({ name }: Error): string {
  return typeof name === 'string' && /^[A-Za-z]{0,40}Error$/.test(name) ? `a ${name}` : 'an error';
}
