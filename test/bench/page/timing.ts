/** What an action cost: milliseconds, and frames until its result was on the screen. */
export interface Timing {
  /** Script, style and layout of what the action changed at once. */
  scriptAndLayout: number;
  /** Until the result was painted. */
  painted: number;
  frames: number;
}

/** Resolves once what is in the document now has been painted. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
}

/** Resolves once the condition holds; it is asked after each change of the document. Rejects after a minute without. */
export function documentShows(condition: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    if (condition()) return resolve();
    setTimeout(() => reject(new Error(`For a minute it was not so that ${condition}.`)), 60_000);
    const observer = new MutationObserver(() => {
      if (!condition()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/**
 * Resolves once the condition holds and nothing is left to do; it is asked only when the browser has nothing else to do.
 *
 * @throws {Error} after two minutes without.
 */
export async function idleWhen(condition: () => boolean): Promise<void> {
  const start = performance.now();
  do {
    if (performance.now() - start > 120_000) throw new Error(`For two minutes it was not so that ${condition}.`);
    await new Promise((resolve) => requestIdleCallback(resolve));
  } while (!condition());
  await nextPaint();
  await new Promise((resolve) => requestIdleCallback(resolve));
}

/** Measures an action from the beginning of a frame until `isDone` can be seen. */
export async function measure(action: () => void, isDone: () => boolean): Promise<Timing> {
  await nextPaint();
  let frames = 0;
  let isOver = false;
  const countFrames = () => {
    frames += 1;
    if (!isOver) requestAnimationFrame(countFrames);
  };
  requestAnimationFrame(countFrames);
  const start = performance.now();
  action();
  await microtasks();
  layOut();
  const scriptAndLayout = performance.now() - start;
  await documentShows(isDone);
  await nextPaint();
  isOver = true;
  return { scriptAndLayout, painted: performance.now() - start, frames };
}

export function layOut(): void {
  document.documentElement.getBoundingClientRect();
}

/** React renders what a discrete event changed in a microtask, and libraries may take some turns before they tell React. */
async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await null;
}

/**
 * Watches the main thread; the function that is returned ends it with the longest task in milliseconds. Browsers tell of
 * tasks from 50 on, so less counts as 50.
 */
export function watchTasks(): () => number {
  let longest = 50;
  const note = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  return () => {
    note(observer.takeRecords());
    observer.disconnect();
    return longest;
  };
}
