import type { ActorRefFrom } from 'xstate';
import {
  draftOf,
  draftPatience,
  isDraft,
  type OtherDraft,
  readDraft,
  type StoredDraft,
  saysTheSame,
  type TokenDraft,
} from './draft.js';
import { newUuid } from './intent.js';
import { type ErrorReport, reportToHost } from './report.js';
import { isRecord } from './shape.js';
import type { TokenWizardContext } from './token-wizard.context.js';
import type { tokenWizardMachine } from './token-wizard.machine.js';
import { selectView, type TokenWizardSnapshot } from './token-wizard.selectors.js';

/** Where drafts are kept. Each function may be async, throw, reject or never settle: the wizard then goes on without a draft. */
export interface DraftStorage {
  /**
   * Names the account, or the place, that the drafts belong to. When a wizard gets a storage with another key, it starts again: what was
   * entered for one account is not sent, or stored, for another.
   * @default none: then give the wizard a React `key` per account
   */
  readonly key?: string | undefined;
  /** What was written last, as it was given; null or undefined when there is nothing. */
  read(): unknown;
  /** @param draft Plain JSON: what the user entered, personal data such as addresses included, and never a secret. */
  write(draft: TokenDraft): unknown;
  remove(): unknown;
}

/**
 * Keeps drafts in this browser's `localStorage`.
 *
 * @param key One per account: whoever can read the storage reads what was entered.
 */
export function localDraftStorage(key: string): DraftStorage {
  return {
    key,
    read() {
      const text = localStorage.getItem(key);
      if (text === null) return null;
      try {
        return JSON.parse(text);
      } catch {
        return text;
      }
    },
    write: (draft) => localStorage.setItem(key, JSON.stringify(draft)),
    remove: () => localStorage.removeItem(key),
  };
}

/** Keeps the draft of one wizard. */
export interface DraftKeeper {
  /** Follows a running wizard: gives it the draft that was kept, and keeps what is entered. Returns the function that ends it. */
  follow(actor: ActorRefFrom<typeof tokenWizardMachine>): () => void;
  /** Writes at once what waits to be written, for a page that may go. */
  flush(): void;
  /** Writes, before a request leaves, that it may have been sent. Resolves with what another page did with the draft meanwhile. */
  secure(context: TokenWizardContext): Promise<OtherDraft | null>;
}

interface DraftHost extends ErrorReport {
  draftStorage?: DraftStorage | undefined;
}

/** Milliseconds without a change before it is written. */
const pause = 500;

/** @param host Read at the time of each call, so that the host's latest storage is used. */
export function createDraftKeeper(host: () => DraftHost): DraftKeeper {
  /** The drafts that this page wrote, or was shown. */
  const known = new Set<string>();
  const complained = new Set<string>();
  let queue: Promise<unknown> = Promise.resolve();
  let first: Promise<StoredDraft> | undefined;
  /** Nothing is in the storage, so that there is nothing to remove. */
  let isRemoved = false;
  /** A draft was seen in the storage: if there is none the next time, another page removed it. */
  let isThere = false;

  function complain(name: keyof DraftStorage, cause: unknown): never {
    if (!complained.has(name)) {
      complained.add(name);
      const message = `Tokenwright: "draftStorage.${name}" failed, so this draft may not be kept. The wizard goes on.`;
      reportToHost(host(), new Error(message, { cause }));
    }
    throw cause;
  }

  function ask(name: keyof DraftStorage, call: (storage: DraftStorage) => unknown): unknown {
    const { draftStorage } = host();
    if (!draftStorage) return null;
    try {
      const answer = call(draftStorage);
      return isPromise(answer) ? answer.then(undefined, (error: unknown) => complain(name, error)) : answer;
    } catch (error) {
      return complain(name, error);
    }
  }

  /** The given draft, if it is another page's and this one was never shown it. */
  function other(stored: StoredDraft): TokenDraft | null {
    if (!isDraft(stored) || known.has(stored.revision)) return null;
    known.add(stored.revision);
    return stored;
  }

  function readStored(): MaybePromise<StoredDraft> {
    return after(
      ask('read', (storage) => storage.read()),
      (value) => {
        const stored = readDraft(value);
        isThere = isDraft(stored);
        return stored;
      },
    );
  }

  /** Writes, unless another page wrote or removed the draft, or one that says the same is there. */
  function write(context: TokenWizardContext, isSending: boolean): MaybePromise<OtherDraft | null> {
    const content = draftOf(context, isSending);
    const wasThere = isThere;
    return after(readStored(), (stored) => {
      // A request that may have been sent is kept, and sent again under its key, whatever other pages did.
      if (wasThere && !stored && !context.uncertain && host().draftStorage) return 'gone';
      if (isDraft(stored) && saysTheSame(stored, content)) {
        known.add(stored.revision);
        return null;
      }
      const draft: TokenDraft = { v: 1, revision: newUuid(), ...content };
      return (
        other(stored) ??
        after(
          ask('write', (storage) => {
            known.add(draft.revision);
            return storage.write(draft);
          }),
          // Looked at once more, because a storage that takes nothing says nothing when it loses it.
          () => (isThere ? null : after(readStored(), () => null)),
        )
      );
    });
  }

  /** The draft of another page stays: it is that page's to remove. */
  function remove(): MaybePromise<null> {
    return after(readStored(), (stored) =>
      other(stored)
        ? null
        : after(
            ask('remove', (storage) => {
              isThere = false;
              return storage.remove();
            }),
            () => null,
          ),
    );
  }

  async function readFirst(): Promise<StoredDraft> {
    try {
      return await readStored();
    } catch {
      return 'unreadable';
    }
  }

  /** One thing after the other. A storage that fails, or never answers, holds up nothing for ever. */
  function inTurn(task: () => MaybePromise<OtherDraft | null>): Promise<OtherDraft | null> {
    const turn = queue.then(() => inTime(task)).catch(() => null);
    queue = turn;
    return turn;
  }

  let flush = () => {};

  return {
    follow(actor) {
      const { context } = actor.getSnapshot();
      // What was restored, or was there before, is no change that another page would have to be asked about.
      let isAwaited = context.draft === 'awaited';
      let kept = partsOf(context);
      let waiting: (() => void) | undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isFollowing = true;

      const drop = () => {
        waiting = undefined;
        clearTimeout(timer);
      };
      const settle = () => {
        const act = waiting;
        drop();
        act?.();
      };
      const keep = (task: () => MaybePromise<OtherDraft | null>) => () => {
        void inTurn(task).then((other) => {
          if (other) actor.send({ type: 'draft.conflict', draft: other });
        });
      };
      const look = (snapshot: TokenWizardSnapshot) => {
        const parts = partsOf(snapshot.context);
        const { draft, otherDraft, edited } = snapshot.context;
        if (isAwaited) {
          isAwaited = draft === 'awaited';
          const isWritten = draft === 'restored' || !edited;
          if (isWritten) kept = parts;
          if (isAwaited || isWritten) return;
        }
        const wanted = wantsDraft(snapshot);
        // What the request takes with it was written before it left, and is newer than what still waits.
        if (selectView(snapshot) === 'creating') drop();
        if (draft === 'off' || otherDraft || wanted === 'unchanged') return;
        if (wanted && parts.every((part, position) => part === kept[position])) return;
        kept = parts;
        if (!wanted && isRemoved) return;
        isRemoved = !wanted;
        waiting = keep(wanted ? () => write(snapshot.context, false) : remove);
        clearTimeout(timer);
        if (wanted) timer = setTimeout(settle, pause);
        else settle();
      };

      const subscription = actor.subscribe(look);
      if (isAwaited) {
        first ??= readFirst();
        void first.then((draft) => {
          // React follows twice (StrictMode, Activity), and a draft that comes twice would look like another page's.
          if (!isFollowing) return;
          if (isDraft(draft)) known.add(draft.revision);
          isRemoved = draft === null;
          actor.send({ type: 'draft.read', draft });
        });
      }
      flush = settle;
      return () => {
        isFollowing = false;
        settle();
        subscription.unsubscribe();
      };
    },
    flush: () => flush(),
    secure(context) {
      isRemoved = false;
      return inTurn(() => write(context, true));
    },
  };
}

type MaybePromise<T> = T | PromiseLike<T>;

function isPromise<T>(value: MaybePromise<T>): value is PromiseLike<T> {
  return isRecord(value) && typeof value.then === 'function';
}

/** At once where there is no promise: then no other page can come between a look at the storage and a change to it. */
function after<T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return isPromise(value) ? value.then(next) : next(value);
}

/** What tells one draft from another without looking into it. */
function partsOf({ answers, foundContact, scopes, draftScopes, intent, uncertain, edited }: TokenWizardContext) {
  return [answers, foundContact, scopes.selection, scopes.gone, draftScopes, intent, uncertain, edited];
}

/** Whether the storage should hold a draft now. While a request is on its way, what was written before it left. */
function wantsDraft(snapshot: TokenWizardSnapshot): boolean | 'unchanged' {
  const { context } = snapshot;
  switch (selectView(snapshot)) {
    case 'created':
    case 'createdWithoutSecret':
    case 'cancelled':
      return false;
    case 'preparing':
    case 'creating':
    case 'finished':
      return 'unchanged';
    default:
      return context.edited || context.intent !== null;
  }
}

/** The longest that anything is waited for. */
async function inTime<T>(task: () => MaybePromise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tired = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), draftPatience);
  });
  try {
    return await Promise.race([task(), tired]);
  } finally {
    clearTimeout(timer);
  }
}
