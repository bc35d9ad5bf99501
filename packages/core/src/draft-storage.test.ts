// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TokenDraft } from './draft.js';
import { type DraftStorage, localDraftStorage } from './draft-storage.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A storage of a browser. `isFull`: every write throws. */
function stubStorage(name: 'localStorage' | 'sessionStorage') {
  const items = new Map<string, string>();
  const state = { isFull: false, items };
  vi.stubGlobal(name, {
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key: string) => items.delete(key),
  });
  return state;
}

const draftOf = (name: string): TokenDraft => ({
  v: 1,
  revision: name,
  answers: { name, description: '', version: '', primaryContact: '', developerEmails: [], emailText: '' },
  foundContact: null,
  scopes: null,
  intent: null,
  uncertain: false,
});

/** Web Locks as a browser grants them: one after the other, unless the request was aborted before. */
function stubLocks() {
  let held: Promise<unknown> = Promise.resolve();
  const request = (_name: string, { signal }: { signal: AbortSignal }, run: () => Promise<void>) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      held = held.then(() => (signal.aborted ? undefined : run().then(resolve)));
    });
  vi.stubGlobal('navigator', { locks: { request: vi.fn(request) } });
}

/** Runs for two pages of one account at once, and says in which order they began and ended, and when. */
async function runInTwoPages(storage: DraftStorage) {
  const start = Date.now();
  const log: string[] = [];
  const runs = ['first', 'second'].map((page) =>
    storage.exclusive?.(async () => {
      log.push(`${page} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      log.push(`${page} ends`);
    }),
  );
  await vi.runAllTimersAsync();
  await Promise.all(runs);
  return { log, took: Date.now() - start };
}

describe('the drafts of one account in localStorage', () => {
  test('are changed by one page after the other, where the browser has locks', async () => {
    stubLocks();
    const { log } = await runInTwoPages(localDraftStorage('draft'));
    expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  test('are left to the next page only once it can see what the page before it wrote', async () => {
    stubLocks();
    const began: number[] = [];
    const runs = [1, 2].map(() =>
      localDraftStorage('draft').exclusive?.(async () => {
        began.push(Date.now());
      }),
    );
    await vi.runAllTimersAsync();
    await Promise.all(runs);
    const [first = 0, second = 0] = began;
    expect(second - first).toBeGreaterThanOrEqual(300);
  });

  test.each(['first', 'second'])('are left to the next page also when the %s page fails', async (failing) => {
    stubLocks();
    const storage = localDraftStorage('draft');
    const ran: string[] = [];
    const runs = ['first', 'second'].map((page) =>
      storage.exclusive?.(async () => {
        ran.push(page);
        if (page === failing) throw new Error('broken');
      }),
    );
    const settled = Promise.allSettled(runs);
    await vi.runAllTimersAsync();
    expect((await settled).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ran).toEqual(['first', 'second']);
  });

  test('are changed by one page after the other also without locks, as on a page served over http', async () => {
    const { items } = stubStorage('localStorage');
    vi.stubGlobal('navigator', {});
    const { log } = await runInTwoPages(localDraftStorage('draft'));
    expect(log).toEqual(['second begins', 'second ends', 'first begins', 'first ends']);
    expect([...items.keys()]).toEqual([]);
  });

  test('do not wait for ever for a page that keeps the lock', async () => {
    stubStorage('localStorage');
    vi.stubGlobal('navigator', {
      locks: {
        request: (_name: string, { signal }: { signal: AbortSignal }) =>
          new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      },
    });
    const { log, took } = await runInTwoPages(localDraftStorage('draft'));
    expect(log).toHaveLength(4);
    // The wizard itself gives up after three seconds.
    expect(took).toBeLessThan(3000);
  });

  test('wait for no mark that a full storage does not take', async () => {
    const storage = stubStorage('localStorage');
    storage.isFull = true;
    vi.stubGlobal('navigator', {});
    expect((await runInTwoPages(localDraftStorage('draft'))).log).toHaveLength(4);
  });

  test('of two accounts do not wait for each other', () => {
    stubLocks();
    for (const key of ['one', 'two']) void localDraftStorage(key).exclusive?.(async () => {});
    const names = vi.mocked(navigator.locks.request).mock.calls.map(([name]) => name);
    expect(new Set(names).size).toBe(2);
  });
});

describe('a localStorage that is full', () => {
  test('leaves the draft to this tab, where a reload finds it, and still counts as failed', () => {
    const [local, session] = [stubStorage('localStorage'), stubStorage('sessionStorage')];
    const storage = localDraftStorage('draft');
    storage.write(draftOf('old'));
    local.isFull = true;
    expect(() => storage.write(draftOf('new'))).toThrow('full');
    expect(localDraftStorage('draft').read()).toMatchObject({ answers: { name: 'new' } });
    local.isFull = false;
    storage.write(draftOf('newest'));
    expect(storage.read()).toMatchObject({ answers: { name: 'newest' } });
    expect([local.items.size, session.items.size]).toEqual([1, 0]);
  });

  test('forgets the draft of this tab as well when it is removed', () => {
    const [local, session] = [stubStorage('localStorage'), stubStorage('sessionStorage')];
    const storage = localDraftStorage('draft');
    storage.write(draftOf('old'));
    local.isFull = true;
    expect(() => storage.write(draftOf('new'))).toThrow('full');
    storage.remove();
    expect([local.items.size, session.items.size]).toEqual([0, 0]);
  });
});
