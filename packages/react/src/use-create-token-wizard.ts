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
  selectView,
  type TokenWizardInput,
} from '@tokenwright/core';
import { useActorRef } from '@xstate/react';
import { useEffect, useId, useInsertionEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { tellHost } from './host-callbacks.js';
import { assertOptions, type CreateTokenWizardOptions } from './options.js';
import { createPropGetters, type TokenWizardPropGetters } from './prop-getters.js';
import {
  createVerbs,
  type TokenWizardHandle,
  type TokenWizardVerbs,
  useTokenWizardSelector,
} from './token-wizard-handle.js';
import { selectState, type TokenWizardState } from './token-wizard-state.js';
import { useLeaveGuard } from './use-leave-risk.js';

/** A headless token wizard: its state, what can be done, and props for plain elements. */
export interface CreateTokenWizardReturn extends TokenWizardState, TokenWizardVerbs, TokenWizardPropGetters {
  /** The secret while it is shown, else undefined. Render what it reveals as text; never put it into an attribute, storage or log. */
  secret: Secret | undefined;
  /** The running wizard, for {@link useTokenWizardSelector}. */
  handle: TokenWizardHandle;
}

// React 18 warns about useLayoutEffect on the server, where there is nothing to lay out.
const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Runs a token wizard. The component renders again on every change; parts of it can subscribe to less
 * with {@link useTokenWizardSelector}.
 *
 * @throws {TypeError} when a required option is missing or of the wrong type at start; the message names it and the mend. Later, such a
 * fault goes to `onError`.
 */
export function useCreateTokenWizard(options: CreateTokenWizardOptions): CreateTokenWizardReturn {
  const handle = useTokenWizardHandle(options);
  const state = useTokenWizardSelector(handle, selectState, Object.is);
  const secret = useSecret(handle.vault);
  const id = useId();
  return { ...state, ...handle.verbs, ...createPropGetters(id, state, handle.verbs), secret, handle };
}

/** The secret in a vault, followed as it comes and goes. */
export function useSecret(vault: SecretVault): Secret | undefined {
  return useSyncExternalStore(vault.subscribe, vault.read, () => undefined);
}

/**
 * Runs a token wizard without following it: the component does not render again when something changes.
 *
 * @throws {TypeError} when a required option is missing or of the wrong type at start; the message names it and the mend. Later, such a
 * fault goes to `onError`.
 */
export function useTokenWizardHandle(options: CreateTokenWizardOptions): TokenWizardHandle {
  const latest = useUsableOptions(options);

  const [vault] = useState(createSecretVault);
  const [drafts] = useState(() => createDraftKeeper(() => latest.current));
  const [machine] = useState(() => provideHost(() => latest.current, vault, drafts));
  const actor = useActorRef(machine, { input: inputOf(options) });
  const [handle] = useState<TokenWizardHandle>(() => ({
    actor,
    vault,
    verbs: createVerbs((event) => actor.send(event)),
    report: (error) => reportToHost(latest.current, error),
  }));

  // The machine's listeners go when React stops it, and it starts in an effect: layout effects run before that, each time.
  const isFirstStep = useRef(true);
  useBrowserLayoutEffect(() => {
    const subscription = actor.on('*', (event) => {
      tellHost(latest.current, event, isFirstStep.current);
      if (event.type === 'step.entered') isFirstStep.current = false;
    });
    return () => subscription.unsubscribe();
  }, [actor]);

  useSourceChange(handle, 'versions', options.versions);
  useSourceChange(handle, 'contacts', options.contacts);
  useSourceChange(handle, 'catalog', options.catalog);
  useDraft(actor, drafts);
  useWipedSecret(handle);
  useLeaveGuard(handle, latest);
  return handle;
}

/**
 * The host's options at the time of each call. A fault in the first ones stops the host's developer; later there is work, or even a
 * secret, on the page (data is missing while it is fetched anew, say): then the fault is told, and the last usable ones stay.
 */
function useUsableOptions(options: CreateTokenWizardOptions): { readonly current: CreateTokenWizardOptions } {
  const [start] = useState(() => {
    assertOptions(options);
    return options;
  });
  const latest = useRef(start);
  const fault = faultIn(options);
  // Before any other effect, so that whatever runs next calls the host's latest functions.
  useInsertionEffect(() => {
    if (fault === undefined) latest.current = options;
  });
  useEffect(() => {
    if (fault !== undefined)
      reportToHost(latest.current, new TypeError(`${fault} The wizard goes on with the last one.`));
  }, [fault]);
  return latest;
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
    ...(typeof versions !== 'function' && { versions }),
    ...(typeof contacts !== 'function' && { contacts }),
    ...(typeof catalog !== 'function' && { catalog }),
    ...(initialValues && { initialValues }),
    ...(initialStep && { initialStep }),
    ...(limits && { limits }),
    ...(allowNoScopes !== undefined && { allowNoScopes }),
    ...(createTimeout !== undefined && { createTimeout }),
    canCheckOutcome: options.onCheckOutcome !== undefined,
    keepsDraft: options.draftStorage !== undefined,
  };
}

/** Data written inline is another object at every render, and must not count as another list each time. */
function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a === 'function' || typeof b === 'function') return typeof a === typeof b;
  try {
    return JSON.stringify(a) === JSON.stringify(b);
  } catch {
    return false;
  }
}

/** Data given by value that changes while the wizard runs reaches the machine as an event; data that goes away does not. */
function useSourceChange(handle: TokenWizardHandle, source: SourceName, data: unknown): void {
  const known = useRef(data);
  useEffect(() => {
    if (data === undefined || data === null) return;
    const isKnown = isSameData(known.current, data);
    known.current = data;
    if (!isKnown && typeof data !== 'function') handle.actor.send({ type: 'source.change', source, data });
  }, [handle, source, data]);
}

/** Keeps the draft while the wizard is on the page, and writes what is not written yet when the page may go. */
function useDraft(actor: TokenWizardHandle['actor'], drafts: DraftKeeper): void {
  useEffect(() => {
    const stop = drafts.follow(actor);
    const flush = () => drafts.flush();
    // A page that is hidden may be discarded without another word; some browsers only say that it is hidden.
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      stop();
    };
  }, [actor, drafts]);
}

/**
 * The secret goes when the page is hidden for good, or may come back from the back-forward cache, and on unmount. What is shown
 * then says so.
 */
function useWipedSecret({ actor, vault }: TokenWizardHandle): void {
  // Insertion effects, unlike others, end only on a real unmount: not when StrictMode or a hidden Activity takes the others away.
  useInsertionEffect(() => {
    vault.open();
    window.addEventListener('pagehide', vault.wipe);
    return () => {
      window.removeEventListener('pagehide', vault.wipe);
      vault.close();
    };
  }, [vault]);
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
