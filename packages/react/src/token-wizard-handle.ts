'use client';

import type {
  Contact,
  ScopeChange,
  SecretVault,
  SourceName,
  Step,
  TokenField,
  TokenWizardEvent,
  TokenWizardInput,
  TokenWizardSnapshot,
  tokenWizardMachine,
} from '@tokenwright/core';
import { useSelector } from '@xstate/react';
import { createContext, useContext } from 'react';
import type { ActorRefFrom } from 'xstate';

/** Everything a user can do, as stable functions. Each asks; the machine decides. */
export interface TokenWizardVerbs {
  setName(name: string): void;
  setDescription(description: string): void;
  setVersion(version: string): void;
  /** @param found Who that is, if a search of yours found somebody who is not among `contacts`. */
  setContact(contact: string, found?: Contact): void;
  /** Changes what stands in the e-mail box. */
  typeEmail(text: string): void;
  /** Takes a typed or pasted list of addresses over; what is no address stays in the box. */
  addEmails(text: string): void;
  removeEmail(email: string): void;
  changeScopes(change: ScopeChange): void;
  next(): void;
  back(): void;
  goTo(step: Step): void;
  /** From the review to the step of one answer; Next then leads back to the review. */
  changeAnswer(field: TokenField): void;
  create(): void;
  /** The same request once more, under the same idempotency key. */
  retry(): void;
  checkOutcome(): void;
  /** Leaves an unknown outcome. */
  leaveOutcome(): void;
  storeSecret(by: 'copy' | 'download' | 'confirmation'): void;
  finish(): void;
  cancel(): void;
  /** Starts a finished or cancelled wizard again, as a new one with the current options. Does nothing at any other time. */
  restart(): void;
  confirmLeave(): void;
  dismissLeave(): void;
  retrySource(source: SourceName): void;
  /** Drops everything entered, and with it the draft; asks first (`confirmLeave`, `dismissLeave`). Only where drafts are kept. */
  startOver(): void;
  /** Another tab wrote a draft: goes on with that one. */
  takeDraft(): void;
  /** Another tab wrote or removed the draft: goes on with what this one holds. */
  keepDraft(): void;
}

/** One running wizard: stable for its whole life. Opaque; use it with {@link useTokenWizardSelector}. */
export interface TokenWizardHandle {
  readonly actor: ActorRefFrom<typeof tokenWizardMachine>;
  readonly vault: SecretVault;
  readonly verbs: TokenWizardVerbs;
  /** Tells the host of something that failed. Never throws. */
  report(error: unknown): void;
}

export function createVerbs(send: (event: TokenWizardEvent) => void, input: () => TokenWizardInput): TokenWizardVerbs {
  return {
    setName: (name) => send({ type: 'name.change', name }),
    setDescription: (description) => send({ type: 'description.change', description }),
    setVersion: (version) => send({ type: 'version.change', version }),
    setContact: (contact, found) => send({ type: 'contact.change', contact, found }),
    typeEmail: (text) => send({ type: 'email.type', text }),
    addEmails: (text) => send({ type: 'email.add', text }),
    removeEmail: (email) => send({ type: 'email.remove', email }),
    changeScopes: send,
    next: () => send({ type: 'step.next' }),
    back: () => send({ type: 'step.back' }),
    goTo: (step) => send({ type: 'step.goTo', step }),
    changeAnswer: (field) => send({ type: 'answer.change', field }),
    create: () => send({ type: 'token.create' }),
    retry: () => send({ type: 'token.retry' }),
    checkOutcome: () => send({ type: 'outcome.check' }),
    leaveOutcome: () => send({ type: 'outcome.leave' }),
    storeSecret: (by) => send({ type: 'secret.store', by }),
    finish: () => send({ type: 'wizard.finish' }),
    cancel: () => send({ type: 'wizard.cancel' }),
    restart: () => send({ type: 'wizard.restart', input: input() }),
    confirmLeave: () => send({ type: 'leave.confirm' }),
    dismissLeave: () => send({ type: 'leave.dismiss' }),
    retrySource: (source) => send({ type: 'source.retry', source }),
    startOver: () => send({ type: 'draft.discard' }),
    takeDraft: () => send({ type: 'draft.take' }),
    keepDraft: () => send({ type: 'draft.keep' }),
  };
}

export const TokenWizardContext = /*#__PURE__*/ createContext<TokenWizardHandle | null>(null);

/**
 * The wizard that a part stands in.
 *
 * @param given Another wizard, to be used in its place.
 * @throws {Error} without one outside `<CreateTokenWizard.Root>`.
 */
export function useTokenWizard(given?: TokenWizardHandle): TokenWizardHandle {
  const around = useContext(TokenWizardContext);
  const handle = given ?? around;
  if (!handle) {
    throw new Error('Tokenwright: a wizard part was rendered on its own. Put it inside <CreateTokenWizard.Root>.');
  }
  return handle;
}

/** A part of the state; renders again only when that part changes. `selector` should be defined outside the component. */
export function useTokenWizardSelector<T>(
  handle: TokenWizardHandle,
  selector: (snapshot: TokenWizardSnapshot) => T,
  isEqual?: (a: T, b: T) => boolean,
): T {
  return useSelector(handle.actor, selector, isEqual);
}
