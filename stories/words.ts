import type { StoryContext } from '@storybook/react-vite';
import type { TokenwrightMessages } from '@tokenwright/react';
import { readSurroundings } from '../.storybook/surroundings.js';
import { createFormat, type Format } from '../packages/ui/src/messages/format.js';
import { languages } from './languages.js';

/** What the components say in the language of the toolbar, so that a play function finds them in any. */
export function wordsOf(globals: StoryContext['globals']): { messages: TokenwrightMessages; format: Format } {
  const { locale, messages } = languages[readSurroundings(globals).language];
  return { messages, format: createFormat(locale) };
}
