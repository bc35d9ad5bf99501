import { anatomy } from '../anatomy/anatomy.js';
import { englishScopeCategory } from '../messages/english.js';
import type { TokenwrightMessages } from '../messages/messages.js';

/** Names the elements, whichever file draws them. */
export const part = anatomy('scope-category');

/** The words of all of them: one object, which the provider remembers the host's words by. */
export const ownWords: Pick<TokenwrightMessages, 'scopeCategory'> = { scopeCategory: englishScopeCategory };
