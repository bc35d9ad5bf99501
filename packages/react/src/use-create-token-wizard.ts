'use client';

import {
  createDraftKeeper,
  createSecretVault,
  type DraftKeeper,
  provideHost,
  reportToHost,
  type Secret,
  type SecretVault,
  type SourceName,
  selectLeaveRisk,
  selectView,
  type TokenWizardInput,
} from '@tokenwright/core';
import { useActorRef } from '@xstate/react';
import { useEffect, useId, useInsertionEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Subscription } from 'xstate';
import { tellHost } from './host-callbacks.js';
import { assertOptions, type CreateTokenWizardOptions, readInitialValues, wrongOptions } from './options.js';
import { createPropGetters, type TokenWizardPropGetters } from './prop-getters.js';
import {
  createVerbs,
  type TokenWizardHandle,
  type TokenWizardVerbs,
  useTokenWizardSelector,
} from './token-wizard-handle.js';
import { selectState, type TokenWizardState } from './token-wizard-state.js';
import { useEarlyAnswers } from './use-early-answers.js';
import { useLeaveGuard } from './use-leave-risk.js';

/** A headless token wizard: its state, what can be done, and props for plain elements. */
export interface CreateTokenWizardReturn extends TokenWizardState, TokenWizardVerbs, TokenWizardPropGetters {
  /** The secret while it is shown, else undefined. Render what it reveals as text; never put it into an attribute, storage or log. */
  secret: Secret | undefined;
  /** The running wizard, for {@link useTokenWizardSelector}. */
  handle: TokenWizardHandle;
}

interface LatestOptions {
  readonly current: CreateTokenWizardOptions;
}

// React 18 warns about useLayoutEffect on the server, where there is nothing to lay out.
const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Runs a token wizard. The component renders again on every change; parts of it can subscribe to less
 * with {@link useTokenWizardSelector}.
 *
 * @throws {TypeError} when a required option is missing or of the wrong type at start; the message names it and the fix. Later, such a
 * fault goes to `onError`.
 */
export function useCreateTokenWizard(options: CreateTokenWizardOptions): CreateTokenWizardReturn {
  const handle = useTokenWizardHandle(options);
  const state = useTokenWizardSelector(handle, selectState, Object.is);
  const secret = useSecret(handle.vault);
  const id = useId();
  useEarlyAnswers(handle.verbs, id);
  return { ...state, ...handle.verbs, ...createPropGetters(id, state, handle.verbs), secret, handle };
}

/** The secret in a vault, followed as it comes and goes. */
export function useSecret(vault: SecretVault): Secret | undefined {
  return useSyncExternalStore(vault.subscribe, vault.read, () => undefined);
}

/**
 * Runs a token wizard without following it: the component does not render again when something changes.
 *
 * @throws {TypeError} when a required option is missing or of the wrong type at start; the message names it and the fix. Later, such a
 * fault goes to `onError`.
 */
export function useTokenWizardHandle(options: CreateTokenWizardOptions): TokenWizardHandle {
  const latest = useUsableOptions(options);

  const [vault] = useState(createSecretVault);
  const [drafts] = useState(() => createDraftKeeper(() => latest.current));
  const [machine] = useState(() => provideHost(() => latest.current, vault, drafts));
  // Once: later options may have a fault, which must not stop the page.
  const [input] = useState(() => inputOf(options));
  const actor = useActorRef(machine, { input });
  const [handle] = useState<TokenWizardHandle>(() => ({
    actor,
    vault,
    verbs: createVerbs(
      (event) => actor.send(event),
      () => inputOf(latest.current),
    ),
    report: (error) => reportToHost(latest.current, error),
  }));

  // Before the machine starts, which it does in an effect; React removes its listeners whenever it stops it. A layout effect must not
  // unsubscribe: React ends those as well while a sibling suspends, and the machine goes on.
  const subscription = useRef<Subscription | undefined>(undefined);
  const isFirstStep = useRef(true);
  useBrowserLayoutEffect(() => {
    subscription.current ??= actor.on('*', (event) => {
      tellHost(latest.current, event, isFirstStep.current);
      if (event.type === 'step.entered') isFirstStep.current = false;
    });
    // A page that was kept is shown again. The machine starts again only if it was finished or cancelled.
    handle.verbs.restart();
  }, [actor, handle]);
  useEffect(
    () => () => {
      subscription.current?.unsubscribe();
      subscription.current = undefined;
    },
    [],
  );

  useSourceChange(handle, 'versions', latest);
  useSourceChange(handle, 'contacts', latest);
  useSourceChange(handle, 'catalog', latest);
  useDraft(actor, drafts);
  useWipedSecret(handle, latest);
  useLeaveGuard(handle, latest);
  return handle;
}

/**
 * The host's options at the time of each call. A fault in the first ones stops the host's developer; later there is work, or even a
 * secret, on the page (data is missing while it is fetched again, say): then the fault is reported, and the last usable ones stay.
 */
function useUsableOptions(options: CreateTokenWizardOptions): LatestOptions {
  const [start] = useState(() => {
    assertOptions(options);
    return options;
  });
  const latest = useRef(start);
  const fault = faultIn(options) ?? accountFault(start, options);
  // Before any other effect, so that whatever runs next calls the host's latest functions.
  useInsertionEffect(() => {
    if (fault === undefined) latest.current = options;
  });
  const [unreported] = useState(() => [...wrongOptions(options)]);
  useEffect(() => {
    for (const error of unreported.splice(0)) reportToHost(latest.current, error);
  }, [unreported]);
  useEffect(() => {
    if (fault !== undefined)
      reportToHost(latest.current, new TypeError(`${fault} The wizard keeps using the previous options.`));
  }, [fault]);
  return latest;
}

/** Another account has other contacts and scopes, so nothing of its options is used: a request must not mix the two. */
function accountFault({ draftStorage }: CreateTokenWizardOptions, options: CreateTokenWizardOptions) {
  return isOtherAccount(draftStorage?.key, options.draftStorage?.key)
    ? 'Tokenwright: "draftStorage" has another key. Give the component that runs the wizard a "key" per account.'
    : undefined;
}

export function isOtherAccount(known: string | undefined, next: string | undefined): boolean {
  return known !== undefined && next !== undefined && known !== next;
}

function faultIn(options: CreateTokenWizardOptions): string | undefined {
  try {
    assertOptions(options);
    return undefined;
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}

function inputOf(options: CreateTokenWizardOptions): TokenWizardInput {
  const { versions, contacts, catalog, initialValues, initialStep, limits, allowNoScopes, createTimeout } = options;
  return {
    versions: dataOf(versions),
    contacts: dataOf(contacts),
    catalog: dataOf(catalog),
    initialValues: readInitialValues(initialValues),
    ...{ initialStep, limits, allowNoScopes, createTimeout },
    canCheckOutcome: options.onCheckOutcome !== undefined,
    keepsDraft: options.draftStorage !== undefined,
  };
}

/** The data of a source that has no loader. */
function dataOf(source: unknown): unknown {
  return typeof source === 'function' ? undefined : source;
}

/** Data written inline is another object at every render, and must not count as another list each time. */
function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  try {
    return JSON.stringify(a) === JSON.stringify(b);
  } catch {
    return false;
  }
}

/**
 * Data given by value that changes while the wizard runs reaches the machine as an event. A loader that
 * the host kept at one render, and replaced at a later one, is another source: its data is loaded. A function written inline is
 * another one at every render, which says nothing.
 */
function useSourceChange({ actor }: TokenWizardHandle, source: SourceName, latest: LatestOptions): void {
  const known = useRef({ options: latest.current, isKept: false });
  useEffect(() => {
    const last = known.current;
    const options = latest.current;
    const before: unknown = last.options[source];
    const data: unknown = options[source];
    // Effects also run again without a render of the host: in StrictMode, and when a hidden page is shown.
    if (options === last.options) return;
    const isKept = before === data;
    known.current = { options, isKept };
    if (typeof data !== 'function') {
      if (!isSameData(before, data)) actor.send({ type: 'source.change', source, data });
    } else if (!isKept && (last.isKept || typeof before !== 'function')) {
      // A failed one waits for Retry: a host that renders again at each failure would otherwise load it without end.
      if (actor.getSnapshot().context.sourceErrors[source] === undefined) actor.send({ type: 'source.reload', source });
    }
  });
}

/** Keeps the draft while the wizard is on the page, and writes what is not written yet when the page may go. */
function useDraft(actor: TokenWizardHandle['actor'], drafts: DraftKeeper): void {
  useEffect(() => {
    const stop = drafts.follow(actor);
    const flush = () => drafts.flush();
    // A page that is hidden may be discarded without another word; some browsers only say that it is hidden.
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    // Another page changed a `localStorage` draft.
    window.addEventListener('storage', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('storage', flush);
      document.removeEventListener('visibilitychange', flush);
      stop();
    };
  }, [actor, drafts]);
}

const lostSecret =
  'Tokenwright: the wizard was unmounted while it showed a secret that the user had not stored. The secret is lost. Keep the wizard mounted until "onDone".';

/**
 * The secret goes when the page is hidden for good, or may come back from the back-forward cache, and on unmount. What is shown
 * then says so.
 */
function useWipedSecret({ actor, vault }: TokenWizardHandle, host: LatestOptions): void {
  // Insertion effects, unlike others, end only on a real unmount: not when StrictMode or a hidden Activity takes the others away.
  useInsertionEffect(() => {
    vault.open();
    window.addEventListener('pagehide', vault.wipe);
    return () => {
      window.removeEventListener('pagehide', vault.wipe);
      const { onError } = host.current;
      // By default it is not reported: a test of the host's that ends here would fail for it. Not now: a host must not set state while
      // React removes the wizard.
      if (onError && selectLeaveRisk(actor.getSnapshot()) === 'secret') {
        queueMicrotask(() => reportToHost({ onError }, new Error(lostSecret)));
      }
      vault.close();
    };
  }, [actor, vault, host]);
  useEffect(() => {
    const tell = () => {
      const isMissing = vault.read() === undefined && selectView(actor.getSnapshot()) === 'created';
      if (isMissing) actor.send({ type: 'secret.lose' });
    };
    // It may have gone while the machine stood still: in a hidden Activity, or at a hot reload.
    tell();
    window.addEventListener('pagehide', tell);
    return () => window.removeEventListener('pagehide', tell);
  }, [actor, vault]);
}
