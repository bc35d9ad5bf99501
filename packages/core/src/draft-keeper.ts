import type { ActorRefFrom } from 'xstate';
import { draftPatience, isDraft, type OtherDraft, type StoredDraft } from './draft.js';
import { createDraftAccess, type DraftHost, type DraftResult, type MaybePromise } from './draft-access.js';
import { inTime } from './in-time.js';
import type { TokenWizardContext } from './token-wizard.context.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import type { tokenWizardMachine } from './token-wizard.machine.js';
import { selectView, type TokenWizardSnapshot } from './token-wizard.selectors.js';

/** Keeps the draft of one wizard. */
export interface DraftKeeper {
  /** Follows a running wizard: gives it the draft that was kept, and keeps what is entered. Returns the function that ends it. */
  follow(actor: ActorRefFrom<typeof tokenWizardMachine>): () => void;
  /** Writes at once what waits to be written, for a page that may go, and finds out what another page did with the request. */
  flush(): void;
  /** Writes, before a request leaves, that it may have been sent. Resolves with what another page did with the draft meanwhile. */
  secure(context: TokenWizardContext): Promise<OtherDraft | null>;
}

/** Milliseconds without a change before it is written. */
const pause = 500;

/** @param host Read at the time of each call, so that the host's latest storage is used. */
export function createDraftKeeper(host: () => DraftHost): DraftKeeper {
  const access = createDraftAccess(host);
  let queue: Promise<DraftResult> = Promise.resolve(null);
  let first: Promise<StoredDraft> | undefined;
  /** Nothing is in the storage, so that there is nothing to remove. */
  let isRemoved = false;
  let hasFailed = false;
  let flush = () => {};
  let send = (_event: TokenWizardEvent) => {};

  async function readFirst(): Promise<StoredDraft> {
    try {
      return await access.read();
    } catch {
      return 'unreadable';
    }
  }

  /** One thing after the other. A storage that fails, or never answers, holds up nothing for ever. */
  function inTurn(task: () => MaybePromise<DraftResult>): Promise<DraftResult> {
    const turn = queue.then(() => inTime(task(), draftPatience, 'failed' as const)).catch(() => 'failed' as const);
    queue = turn;
    return turn;
  }

  /** Reports to the wizard when answers cannot be stored, and when they can again. */
  async function store(task: () => MaybePromise<DraftResult>): Promise<OtherDraft | null> {
    const result = await inTurn(task);
    const isFailure = result === 'failed';
    if (isFailure || hasFailed) send({ type: 'draft.store', stored: !isFailure });
    hasFailed = isFailure;
    return isFailure ? null : result;
  }

  return {
    follow(actor) {
      send = (event) => actor.send(event);
      const { context } = actor.getSnapshot();
      // What was restored, or was there before, is no change that another page would have to be asked about.
      let isAwaited = context.draft === 'awaited';
      let kept: readonly unknown[] = partsOf(context);
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
      const tell = (other: DraftResult) => {
        if (other && other !== 'failed') send({ type: 'draft.conflict', draft: other });
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
        // What the request takes with it was written before it left, and is newer than what still waits and what was kept.
        if (selectView(snapshot) === 'creating') {
          drop();
          kept = [];
        }
        if (draft === 'off' || otherDraft || wanted === 'unchanged') return;
        if (wanted && parts.every((part, position) => part === kept[position])) return;
        kept = parts;
        if (!wanted && isRemoved) return;
        isRemoved = !wanted;
        clearTimeout(timer);
        if (wanted) {
          waiting = () => void store(() => access.write(snapshot.context)).then(tell);
          timer = setTimeout(settle, pause);
        } else {
          waiting = undefined;
          void inTurn(access.remove).then(tell);
        }
      };

      const subscription = actor.subscribe(look);
      if (isAwaited) {
        first ??= readFirst();
        void first.then((draft) => {
          // React follows twice (StrictMode, Activity), and a draft that comes twice would look like another page's.
          if (!isFollowing) return;
          if (isDraft(draft)) access.accept(draft);
          isRemoved = draft === null;
          send({ type: 'draft.read', draft });
        });
      }
      flush = () => {
        settle();
        const snapshot = actor.getSnapshot();
        if (dependsOnOthers(snapshot)) void inTurn(() => access.look(snapshot.context)).then(tell);
      };
      return () => {
        isFollowing = false;
        settle();
        subscription.unsubscribe();
      };
    },
    flush: () => flush(),
    secure(context) {
      isRemoved = false;
      return store(() => access.writeSending(context));
    },
  };
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

/** Whether what is shown about a request, or about another page's draft, becomes untrue when another page goes on. */
function dependsOnOthers(snapshot: TokenWizardSnapshot): boolean {
  const { intent, otherDraft, outcome } = snapshot.context;
  const isWaiting = snapshot.hasTag('editing') || selectView(snapshot) === 'unknownOutcome';
  return isWaiting && (intent !== null || otherDraft !== null || outcome !== null);
}
