import type { TokenwrightMessages } from '@tokenwright/react';
import { english } from '../packages/ui/src/messages/english.js';
import { german } from './german.js';

interface Language {
  /** BCP 47 language tag. */
  readonly locale: string;
  readonly messages: TokenwrightMessages;
}

/** What the language of the toolbar stands for. */
export const languages = {
  en: { locale: 'en', messages: english },
  de: { locale: 'de', messages: german },
} as const satisfies Record<string, Language>;
