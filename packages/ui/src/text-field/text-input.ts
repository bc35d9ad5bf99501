import type { KeyboardEvent } from 'react';

/**
 * For boxes that hold no personal data. Password managers do not heed `autocomplete` alone: these are the opt-outs that
 * 1Password, LastPass, Bitwarden and Dashlane document. The empty `form` keeps the box out of a form of the host's
 * (HTML living standard, §4.10.17.3), which would otherwise reset, validate and list it.
 */
export const untouchedByFillers = {
  form: '',
  autoComplete: 'off',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': '',
  'data-form-type': 'other',
} as const;

/** Enter by itself, and not the Enter that ends a composition: an input method's user means the word, not the form. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
  return key === 'Enter' && !isComposing(event) && !shiftKey && !ctrlKey && !altKey && !metaKey;
}

/** Safari ends the composition before the key event, which then has the key code 229 only. */
export function isComposing({ nativeEvent, keyCode }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || keyCode === 229;
}
