import { afterEach, beforeEach, vi } from 'vitest';
import { readDraft } from './draft.js';
import type { DraftStorage } from './draft-storage.js';
import type { TokenWizardHost } from './host.js';
import type { TokenWizardInput } from './token-wizard.context.js';
import { startWizard } from './token-wizard.fixture.js';

/** For the tests of a file: what is written after a pause, and what is waited for, comes when the test says so. */
export function holdTime(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** A storage that pages share, as tabs of one browser do. What it holds went through JSON. */
export function memory(initial: unknown = null) {
  let held = JSON.stringify(initial);
  const storage: DraftStorage = {
    read: () => JSON.parse(held),
    write: (draft) => {
      held = JSON.stringify(draft);
    },
    remove: () => {
      held = 'null';
    },
  };
  return { storage, text: () => held, draft: () => readDraft(JSON.parse(held)) };
}

type Memory = ReturnType<typeof memory>;

/**
 * The storages of two pages, as browsers have them: each reads from a copy of its own, and what the other one writes comes a
 * little later. Only `exclusive` waits for that.
 */
export function twoCopies(delay = 50): readonly [DraftStorage, DraftStorage] {
  const copies: [string, string] = ['null', 'null'];
  let turn: Promise<unknown> = Promise.resolve();
  const page = (own: 0 | 1): DraftStorage => {
    const set = (text: string) => {
      copies[own] = text;
      setTimeout(() => {
        copies[own === 0 ? 1 : 0] = text;
      }, delay);
    };
    return {
      read: () => JSON.parse(copies[own]),
      write: (draft) => set(JSON.stringify(draft)),
      remove: () => set('null'),
      exclusive(run) {
        const ran = turn.then(run);
        turn = ran.then(() => new Promise((resolve) => setTimeout(resolve, delay)));
        return ran;
      },
    };
  };
  return [page(0), page(1)];
}

/** A storage that takes no draft longer than this. */
export function fullAt(length: number) {
  const { storage, ...held } = memory();
  const limit = { length };
  const write: DraftStorage['write'] = (draft) => {
    if (JSON.stringify(draft).length > limit.length) throw new Error('QuotaExceededError');
    storage.write(draft);
  };
  return { ...held, limit, storage: { ...storage, write } };
}

/** A storage that tells what it holds once the test says what that is. */
export function answeringLate({ storage }: Pick<Memory, 'storage'>) {
  let resolve = (_draft: unknown) => {};
  const slow: DraftStorage = {
    ...storage,
    read: () =>
      new Promise((settle) => {
        resolve = settle;
      }),
  };
  return { slow, answer: (draft: unknown) => resolve(draft) };
}

export async function open(
  { storage }: Pick<Memory, 'storage'>,
  host: Partial<TokenWizardHost> = {},
  input: TokenWizardInput = {},
) {
  const wizard = startWizard({ host: { draftStorage: storage, ...host }, input });
  await vi.advanceTimersByTimeAsync(0);
  return wizard;
}

export async function close(wizard: { close(): void }) {
  wizard.close();
  await vi.advanceTimersByTimeAsync(0);
}

/** Long enough for what was entered to be written. */
export const pass = () => vi.advanceTimersByTimeAsync(1000);
