'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { english } from '../messages/english.js';
import { createFormat, type Format } from '../messages/format.js';
import type { MessagesOverride, TokenwrightMessages } from '../messages/messages.js';
import { overrideMessages, type ReadMessages } from '../messages/override-messages.js';

/** How drop-downs are drawn: by Radix, or by the browser's own `<select>`. */
export type SelectVariant = 'radix' | 'native';

/** Where a component stands. */
interface Surroundings {
  format: Format;
  /** BCP 47 language tag. */
  locale: string;
  /** Reading direction; undefined means that of the surrounding page. */
  dir: 'ltr' | 'rtl' | undefined;
  /** Where lists that open are put; null means in place. */
  portalContainer: HTMLElement | null;
  /** Goes on the two `<style>` elements that Radix Select needs while it is open. */
  nonce: string | undefined;
  selectVariant: SelectVariant;
}

/** What every component below a provider can rely on. */
export interface Tokenwright<Messages = TokenwrightMessages> extends Surroundings {
  messages: Messages;
}

export interface TokenwrightProviderProps {
  children: ReactNode;
  /** The host's own words, in part. @default the English texts */
  messages?: MessagesOverride | undefined;
  /**
   * Called with each fault that the page survives: a message that cannot be used (our own text is shown instead), and a control that
   * is loaded when it is needed but could not be loaded (a plain one is shown instead). Read at start.
   * @default that of the provider around it, or else `reportError`
   */
  onMessageError?: ((error: unknown) => void) | undefined;
  /** Reading direction. @default that of the surrounding page */
  dir?: 'ltr' | 'rtl' | undefined;
  /** BCP 47 language tag, for numbers, dates, lists and plurals. @default 'en' */
  locale?: string | undefined;
  /**
   * An element to put opened lists into, for a host whose layout clips them. In place they inherit the host's theme and
   * work in dialogs and shadow trees. @default null
   */
  portalContainer?: HTMLElement | null | undefined;
  /** The nonce of the host's Content Security Policy. @default undefined */
  nonce?: string | undefined;
  /** Use `'native'` where Trusted Types are enforced, or for the plainest assistive technology. @default 'radix' */
  selectVariant?: SelectVariant | undefined;
}

const defaultLocale = 'en';

interface ProvidedContext {
  surroundings: Surroundings;
  readMessages: ReadMessages;
  report: (error: unknown) => void;
}

const TokenwrightContext = createContext<ProvidedContext>({
  surroundings: {
    format: createFormat(defaultLocale),
    locale: defaultLocale,
    dir: undefined,
    portalContainer: null,
    nonce: undefined,
    selectVariant: 'radix',
  },
  readMessages: (own) => own,
  report: reportToPlatform,
});

/**
 * The words, language and surroundings of the components below it. What a nested one leaves out, it inherits.
 * Renders nothing of its own.
 */
export function TokenwrightProvider({ children, messages, onMessageError, ...props }: TokenwrightProviderProps) {
  const { surroundings: outer, readMessages: readOuter, report: reportOuter } = useContext(TokenwrightContext);
  const {
    dir = outer.dir,
    locale = outer.locale,
    portalContainer = outer.portalContainer,
    nonce = outer.nonce,
    selectVariant = outer.selectVariant,
  } = props;
  const [report] = useState(() => onMessageError ?? reportOuter);
  const [reported] = useState(() => new Set<string>());
  const readMessages = useMemo(
    () => (messages !== undefined ? overrideMessages(readOuter, messages, report, reported) : readOuter),
    [readOuter, messages, report, reported],
  );
  const format = useMemo(() => createFormat(locale), [locale]);
  const value = useMemo(
    () => ({ surroundings: { format, locale, dir, portalContainer, nonce, selectVariant }, readMessages, report }),
    [format, locale, dir, portalContainer, nonce, selectVariant, readMessages, report],
  );
  return <TokenwrightContext.Provider value={value}>{children}</TokenwrightContext.Provider>;
}

/** Servers that render have no `reportError`. */
function reportToPlatform(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
}

/** Returns what faults are reported through that the page survives. */
export function useReport(): (error: unknown) => void {
  return useContext(TokenwrightContext).report;
}

export function useSurroundings(): Surroundings {
  return useContext(TokenwrightContext).surroundings;
}

/**
 * The words of one component, and its surroundings.
 *
 * @param own Its own words in English, laid out as the messages are: the same object at each call.
 */
export function useWords<Own extends MessagesOverride>(own: Own): Tokenwright<Own> {
  const { surroundings, readMessages } = useContext(TokenwrightContext);
  return { ...surroundings, messages: readMessages(own) };
}

/** The words, language and surroundings that apply here. Works without a provider. */
export function useTokenwright(): Tokenwright {
  return useWords(english);
}
