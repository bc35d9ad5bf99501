import { localDraftStorage } from '@tokenwright/react';

// The demo has one user. A product with more keeps one draft for each account.
export const drafts = localDraftStorage('acme-console:token-draft');
