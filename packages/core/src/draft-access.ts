import {
  type DraftContent,
  draftOf,
  isDraft,
  type OtherDraft,
  readDraft,
  type StoredDraft,
  saysTheSame,
  type TokenDraft,
} from './draft.js';
import type { DraftStorage } from './draft-storage.js';
import { newUuid } from './intent.js';
import { type ErrorReport, reportToHost } from './report.js';
import { isRecord } from './shape.js';
import type { TokenWizardContext } from './token-wizard.context.js';

export interface DraftHost extends ErrorReport {
  draftStorage?: DraftStorage | undefined;
}

/** What another page did with the draft, null when it did nothing, or that this page's answers could not be stored. */
export type DraftResult = OtherDraft | 'failed' | null;

export type MaybePromise<T> = T | PromiseLike<T>;

/** Reads, compares and writes the draft of one page in a storage that other pages use as well. Every function may throw. */
export interface DraftAccess {
  read(): MaybePromise<StoredDraft>;
  /** Returns what another page did with the draft, and writes nothing. */
  look(context: TokenWizardContext): MaybePromise<DraftResult>;
  /** Writes, unless another page wrote or removed the draft. */
  write(context: TokenWizardContext): MaybePromise<DraftResult>;
  /** Writes that a request may have been sent, while no other page can write. */
  writeSending(context: TokenWizardContext): Promise<DraftResult>;
  /** Removes the draft, unless it is another page's. */
  remove(): MaybePromise<null>;
  /** Marks a draft as known to this page, so that it does not count as another page's. */
  accept(draft: TokenDraft): void;
}

/** @param host Read at the time of each call, so that the host's latest storage is used. */
export function createDraftAccess(host: () => DraftHost): DraftAccess {
  /** The revisions that this page wrote, or was shown. */
  const known = new Set<string>();
  const reported = new Set<string>();
  /** A draft was seen in the storage: if there is none the next time, another page removed it. */
  let isThere = false;

  function report(name: keyof DraftStorage, cause: unknown): never {
    if (!reported.has(name)) {
      reported.add(name);
      const message = `Tokenwright: "draftStorage.${name}" failed, so the draft may not be saved. The wizard continues.`;
      reportToHost(host(), new Error(message, { cause }));
    }
    throw cause;
  }

  function ask(name: keyof DraftStorage, call: (storage: DraftStorage) => unknown): unknown {
    const { draftStorage } = host();
    if (!draftStorage) return null;
    try {
      const answer = call(draftStorage);
      return isPromise(answer) ? answer.then(undefined, (error: unknown) => report(name, error)) : answer;
    } catch (error) {
      return report(name, error);
    }
  }

  /** The given draft, if it is another page's and this one was never shown it. */
  function other(stored: StoredDraft): TokenDraft | null {
    if (!isDraft(stored) || known.has(stored.revision)) return null;
    known.add(stored.revision);
    return stored;
  }

  function read(): MaybePromise<StoredDraft> {
    return after(
      ask('read', (storage) => storage.read()),
      (value) => {
        const stored = readDraft(value);
        isThere = isDraft(stored);
        return stored;
      },
    );
  }

  /** Reads, and passes on what is stored and what another page did with it. */
  function compare(
    { uncertain, intent }: TokenWizardContext,
    next: (stored: StoredDraft, other: OtherDraft | null) => MaybePromise<DraftResult>,
  ): MaybePromise<DraftResult> {
    const wasThere = isThere;
    return after(read(), (stored) => {
      if (wasThere && !stored && host().draftStorage) return next(stored, 'gone');
      const draft = other(stored);
      // Two pages that ask about the same request agree.
      const isShared = uncertain && draft?.uncertain && draft.intent?.key === intent?.key;
      return next(stored, isShared ? null : draft);
    });
  }

  function write(context: TokenWizardContext, content: DraftContent): MaybePromise<DraftResult> {
    return compare(context, (stored, other) => {
      if (isDraft(stored) && saysTheSame(stored, content)) return null;
      if (other) return other;
      const draft: TokenDraft = { v: 1, revision: newUuid(), ...content };
      known.add(draft.revision);
      return after(
        ask('write', (storage) => storage.write(draft)),
        // Read once more, because a storage that rejects writes may give no signal when data is lost.
        () => (isThere ? null : after(read(), () => (isThere ? null : 'failed'))),
      );
    });
  }

  return {
    read,
    look: (context) => compare(context, (_, other) => other),
    write: (context) => write(context, draftOf(context, false)),
    async writeSending(context) {
      let result: DraftResult = 'failed';
      const run = async () => {
        try {
          result = await write(context, draftOf(context, true));
        } catch {
          // Reported already.
        }
      };
      await ask('exclusive', (storage) => (storage.exclusive ? storage.exclusive(run) : run()));
      return result;
    },
    remove: () =>
      after(read(), (stored) =>
        other(stored)
          ? null
          : after(
              ask('remove', (storage) => {
                isThere = false;
                return storage.remove();
              }),
              () => null,
            ),
      ),
    accept: ({ revision }) => known.add(revision),
  };
}

function isPromise<T>(value: MaybePromise<T>): value is PromiseLike<T> {
  return isRecord(value) && typeof value.then === 'function';
}

/** At once where there is no promise: then no other page can come between a look at the storage and a change to it. */
function after<T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return isPromise(value) ? value.then(next) : next(value);
}
