import { anatomy } from '../anatomy/anatomy.js';
import { englishNotices, englishScopeCategory, englishScopePicker } from '../messages/english.js';
import type { TokenwrightMessages } from '../messages/messages.js';

/** Names the elements, whichever file draws them. */
export const part = anatomy('scope-picker');

/** The words of all of them: one object, which the provider remembers the host's words by. */
export const ownWords: Pick<TokenwrightMessages, 'notices' | 'scopeCategory' | 'scopePicker'> = {
  notices: englishNotices,
  scopeCategory: englishScopeCategory,
  scopePicker: englishScopePicker,
};
