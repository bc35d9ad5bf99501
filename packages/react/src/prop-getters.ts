import { categorySelection, steps, type TokenField } from '@tokenwright/core';
import type { ChangeEvent, KeyboardEvent } from 'react';
import type { TokenWizardVerbs } from './token-wizard-handle.js';
import type { TokenWizardState } from './token-wizard-state.js';

type FieldElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Props of a plain text box, text area or select. */
export interface PlainFieldProps {
  id: string;
  value: string;
  onChange: (event: ChangeEvent<FieldElement>) => void;
  'aria-invalid': true | undefined;
}

/** A text box moves on with Enter, since the wizard is no `<form>`. */
export interface PlainTextFieldProps extends PlainFieldProps {
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Props of a plain check box. */
export interface PlainCheckedProps {
  id: string;
  type: 'checkbox';
  checked: boolean;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** Props of a plain button. It stays focusable when it does nothing. */
export interface PlainButtonProps {
  type: 'button';
  onClick: () => void;
  'aria-disabled': true | undefined;
}

/** Props for plain elements, so that a wizard of one's own needs no wiring. */
export interface TokenWizardPropGetters {
  getNameProps(): PlainTextFieldProps;
  getDescriptionProps(): PlainFieldProps;
  getVersionProps(): PlainFieldProps;
  getContactProps(): PlainFieldProps;
  /** Enter adds what was typed to the list; in an empty box it moves on. */
  getEmailProps(): PlainTextFieldProps;
  getCategoryProps(category: string): PlainCheckedProps;
  getScopeProps(scope: string): PlainCheckedProps;
  getNextProps(): PlainButtonProps;
  getBackProps(): PlainButtonProps;
  getCreateProps(): PlainButtonProps;
  getClearAllProps(): PlainButtonProps;
}

/** @param id Prefix that makes the ids unique on the page. */
export function createPropGetters(
  id: string,
  state: TokenWizardState,
  verbs: TokenWizardVerbs,
): TokenWizardPropGetters {
  const field = (name: TokenField, value: string, change: (value: string) => void): PlainFieldProps => ({
    id: `${id}${name}`,
    value,
    onChange: (event) => change(event.target.value),
    'aria-invalid': state.issues.some((issue) => issue.field === name) || undefined,
  });
  const button = (onClick: () => void, enabled: boolean): PlainButtonProps => ({
    type: 'button',
    onClick,
    'aria-disabled': enabled ? undefined : true,
  });
  const editing = steps.some((step) => step === state.view);
  const granted = new Set(state.scopes.selection.flatMap(({ enabled, checked }) => (enabled ? checked : [])));
  return {
    getNameProps: () => ({
      ...field('name', state.answers.name, verbs.setName),
      onKeyDown: onEnter(verbs.next),
    }),
    getDescriptionProps: () => field('description', state.answers.description, verbs.setDescription),
    getVersionProps: () => field('version', state.answers.version, verbs.setVersion),
    getContactProps: () => field('primaryContact', state.answers.primaryContact, verbs.setContact),
    getEmailProps: () => ({
      ...field('developerEmails', state.answers.emailText, verbs.typeEmail),
      onKeyDown: onEnter(() => {
        if (state.answers.emailText.trim() === '') verbs.next();
        else verbs.addEmails(state.answers.emailText);
      }),
    }),
    getCategoryProps: (category) => ({
      id: `${id}category-${category}`,
      type: 'checkbox',
      checked: categorySelection(state.scopes.selection, category).enabled,
      onChange: (event) => verbs.changeScopes({ type: 'category.toggle', category, enabled: event.target.checked }),
    }),
    getScopeProps: (scope) => ({
      id: `${id}scope-${scope}`,
      type: 'checkbox',
      checked: granted.has(scope),
      onChange: (event) => verbs.changeScopes({ type: 'scope.toggle', scope, checked: event.target.checked }),
    }),
    getNextProps: () => button(verbs.next, editing && state.view !== 'create'),
    getBackProps: () => button(verbs.back, editing && state.view !== 'setup'),
    getCreateProps: () => button(verbs.create, state.view === 'create'),
    getClearAllProps: () => button(() => verbs.changeScopes({ type: 'scopes.clearAll' }), granted.size > 0),
  };
}

/** What Safari gives for the Enter that ends a composition, after the composition itself has ended. */
const composing = 229;

function onEnter(action: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    // Enter that ends an input method's composition belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === composing) return;
    // In a host's form, Enter would submit it.
    event.preventDefault();
    action();
  };
}
