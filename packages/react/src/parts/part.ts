import { anatomy } from '@tokenwright/ui';

/** Names the elements of the wizard itself, whichever view draws them. */
export const part: ReturnType<typeof anatomy> = anatomy('token-wizard');
