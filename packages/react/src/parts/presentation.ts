'use client';

import type { ScopePreset, TokenField, TokenRecord, TokenRequest } from '@tokenwright/core';
import type { ContactSearch, HeadingLevel } from '@tokenwright/ui';
import { createContext, useContext } from 'react';

/** How a host wants its wizard to look. */
export interface Presentation {
  headingLevel: HeadingLevel;
  classNames: WizardClassNames;
  /** Finds contacts at the host; undefined when there are no more than it gave. */
  searchContacts: ContactSearch | undefined;
  /** Ready choices of scopes; empty when the host offers none. */
  presets: readonly ScopePreset[];
  /** An example of using the new token, ready to be copied; undefined shows none. */
  usageExample: UsageExample | undefined;
  /** The environment variable that a downloaded file sets; undefined offers no file. */
  envVariable: string | undefined;
  /** The heading of what is shown, which takes the focus when what had it goes away. */
  heading: { readonly current: HTMLHeadingElement | null };
  /** The error summary; null while there is nothing to fix. It takes the focus when Next or Create is refused. */
  summary: { readonly current: HTMLDivElement | null };
  /** The question about a draft of another tab; null where there is none. It takes the focus when Create is refused for it. */
  conflict: { readonly current: HTMLDivElement | null };
  /** The id of a field's control, so that the error summary can lead to it. */
  fieldId(field: TokenField): string;
}

/**
 * Makes an example of using the new token, for example a `curl` line. It gets the secret: show it, and keep it nowhere.
 */
export type UsageExample = (secret: string, token: TokenRecord, request: TokenRequest) => string | undefined;

/** Class names for the wizard's own parts, beside the `data-part` attributes. */
export type WizardClassNames = Partial<Record<'root' | 'steps' | 'heading' | 'body' | 'actions', string>>;

export const PresentationContext = /*#__PURE__*/ createContext<Presentation>({
  headingLevel: 2,
  classNames: {},
  searchContacts: undefined,
  presets: [],
  usageExample: undefined,
  envVariable: undefined,
  heading: { current: null },
  summary: { current: null },
  conflict: { current: null },
  fieldId: (field) => field,
});

export function usePresentation(): Presentation {
  return useContext(PresentationContext);
}

/** The class names of one element; undefined when there are none, so that no empty attribute is written. */
export function joinClassNames(...names: (string | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}
