import type { TokenDraft } from './draft.js';
import { newUuid } from './intent.js';

/** Where drafts are stored. Each function may be async, throw, reject or never settle: the wizard then goes on without a draft. */
export interface DraftStorage {
  /**
   * Names the account, or the place, that the drafts belong to. When a wizard gets a storage with another key, it starts again: what was
   * entered for one account is not sent, or stored, for another.
   * @default none: then give the wizard a React `key` per account
   */
  readonly key?: string | undefined;
  /** Returns what was written last, as it was given; null or undefined when there is nothing. */
  read(): unknown;
  /** @param draft Plain JSON: what the user entered, personal data such as addresses included, and never a secret. */
  write(draft: TokenDraft): unknown;
  remove(): unknown;
  /**
   * Calls `run`, which reads and then writes, while no other page does the same, and resolves when `run` has settled. What the
   * page before it wrote must be visible to `run`. Without this, a draft that is open in two tabs can create two tokens when
   * Create is pressed in both at the same moment.
   *
   * @default `run` is called at once
   */
  exclusive?: ((run: () => Promise<void>) => Promise<void>) | undefined;
}

/**
 * Stores drafts in this browser's `localStorage`. A draft stays there until the token is created or the user discards it, also
 * after the user signs out: call `localDraftStorage(key).remove()` when they do. While `localStorage` is full, the draft is in
 * `sessionStorage`, so that it survives a reload; the wizard tells the user that it is not saved.
 *
 * @param key One per account: everyone who can read the storage can read what was entered.
 */
export function localDraftStorage(key: string): DraftStorage {
  return {
    key,
    read() {
      const text = sessionStorage.getItem(key) ?? localStorage.getItem(key);
      if (text === null) return null;
      try {
        return JSON.parse(text);
      } catch {
        return text;
      }
    },
    write(draft) {
      const text = JSON.stringify(draft);
      try {
        localStorage.setItem(key, text);
        sessionStorage.removeItem(key);
      } catch (error) {
        sessionStorage.setItem(key, text);
        throw error;
      }
    },
    remove() {
      localStorage.removeItem(key);
      sessionStorage.removeItem(key);
    },
    async exclusive(run) {
      let release: (() => void) | undefined;
      try {
        release = await lock(`tokenwright:${key}`);
      } catch {
        await takeTurn(`${key}:turn`);
      }
      try {
        await run();
      } finally {
        // Chromium copies what one page writes to the others a little later. They get the lock once that has happened.
        if (release) setTimeout(release, 300);
      }
    },
  };
}

/**
 * Waits for a Web Lock and returns the function that releases it. Rejects where there are no locks (pages served over plain
 * http), and when another page keeps the lock for longer than it ever should.
 */
function lock(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const waiting = new AbortController();
    setTimeout(() => waiting.abort(), 1500);
    const hold = () => new Promise<void>((release) => resolve(release));
    navigator.locks.request(name, { signal: waiting.signal }, hold).catch(reject);
  });
}

/** Lets one page after the other go on: of those that come at the same moment, the last one to leave its mark goes first. */
async function takeTurn(key: string): Promise<void> {
  const mark = newUuid();
  const pause = () => new Promise((resolve) => setTimeout(resolve, 300));
  try {
    localStorage.setItem(key, mark);
  } catch {
    // A full storage: the longer wait is all that is left.
  }
  await pause();
  if (localStorage.getItem(key) === mark) {
    localStorage.removeItem(key);
  } else {
    await pause();
    await pause();
  }
}
