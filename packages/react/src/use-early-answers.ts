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
  const early = (
    field: string,
    changed: (control: Element | null) => string | undefined,
    set: (value: string) => void,
  ): (() => void)[] => {
    const value = changed(document.getElementById(id + field));
    return value === undefined ? [] : [() => set(value)];
  };
  return [
    ...early('name', changedText, verbs.setName),
    ...early('description', changedText, verbs.setDescription),
    ...early('developerEmails', changedText, verbs.typeEmail),
    ...early('version', changedChoice, verbs.setVersion),
    ...early('primaryContact', changedChoice, verbs.setContact),
  ];
}

function changedText(control: Element | null): string | undefined {
  const isBox = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
  return isBox && control.value !== control.defaultValue ? control.value : undefined;
}

function changedChoice(control: Element | null): string | undefined {
  if (!(control instanceof HTMLSelectElement)) return undefined;
  const options = [...control.options];
  const served = options.find(({ defaultSelected }) => defaultSelected) ?? options[0];
  return control.value === served?.value ? undefined : control.value;
}
