'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { TokenWizardVerbs } from './token-wizard-handle.js';

const subscribeToNothing = () => () => {};

/**
 * Takes over what the user typed or chose in controls that a server rendered, before React did. React keeps the text in such a box
 * without reporting it, and puts a select back.
 *
 * @param id The prefix of the controls' ids.
 */
export function useEarlyAnswers(verbs: TokenWizardVerbs, id: string): void {
  // React asks for the server's snapshot only while it hydrates.
  const isHydrating = useSyncExternalStore(
    subscribeToNothing,
    () => false,
    () => typeof document !== 'undefined',
  );
  // Now, because later React may have put back what the server rendered.
  const [early] = useState(() => (isHydrating ? earlyAnswers(verbs, id) : []));
  useEffect(() => {
    for (const take of early.splice(0)) take();
  }, [early]);
}

function earlyAnswers(verbs: TokenWizardVerbs, id: string): (() => void)[] {
  const texts = { name: verbs.setName, description: verbs.setDescription, developerEmails: verbs.typeEmail };
  const choices = { version: verbs.setVersion, primaryContact: (contact: string) => verbs.setContact(contact) };
  const read = (
    fields: Record<string, (value: string) => void>,
    readChange: (control: Element | null) => string | null,
  ) =>
    Object.entries(fields).flatMap(([field, set]) => {
      const value = readChange(document.getElementById(`${id}${field}`));
      return value === null ? [] : [() => set(value)];
    });
  return [...read(texts, changedText), ...read(choices, changedChoice)];
}

function changedText(control: Element | null): string | null {
  const isBox = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
  return isBox && control.value !== control.defaultValue ? control.value : null;
}

function changedChoice(control: Element | null): string | null {
  if (!(control instanceof HTMLSelectElement)) return null;
  const options = [...control.options];
  const served = options.find(({ defaultSelected }) => defaultSelected) ?? options[0];
  return control.value === served?.value ? null : control.value;
}
