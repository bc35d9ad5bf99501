import type { MessagesOverride } from './messages.js';

type Section = Readonly<Record<string, unknown>>;
type Report = (error: Error) => void;
type ReportAt = (path: string, problem: string, cause?: unknown) => void;

/** Gives some of our own words, laid out as the messages are, with those of hosts in their place. */
export type ReadMessages = <Own extends MessagesOverride>(own: Own) => Own;

/**
 * The host's words in the place of those that stood there so far. What the host leaves out, or gives as undefined, stays; and where
 * one of its functions fails, the words of before stand in: no page may go blank for the want of a sentence.
 *
 * @param report Told once of each function that failed.
 * @returns Merges what it is asked for, and remembers it: pass the same object each time.
 */
export function overrideMessages(outer: ReadMessages, override: MessagesOverride, report: Report): ReadMessages {
  const merged = new WeakMap<object, unknown>();
  const reported = new Set<string>();
  const reportOnce: ReportAt = (path, problem, cause) => {
    if (reported.has(path)) return;
    reported.add(path);
    // Not now: messages are asked for while rendering.
    queueMicrotask(() => report(new Error(`Tokenwright: "${path}" ${problem}, so our own words stand in.`, { cause })));
  };
  return <Own extends MessagesOverride>(own: Own) => {
    const known = merged.get(own);
    // Only what was made of `own`, below, stands under it.
    if (known !== undefined) return known as Own;
    const words = outer(own);
    const read = { ...words, ...mergeSection({ ...words }, { ...override }, reportOnce, 'messages') };
    merged.set(own, read);
    return read;
  };
}

function mergeSection(section: Section, override: Section, report: ReportAt, path: string): Section {
  const merged: Record<string, unknown> = {};
  for (const [key, own] of Object.entries(section)) {
    const value = override[key];
    merged[key] = value === undefined ? own : mergeEntry(own, value, report, `${path}.${key}`);
  }
  return merged;
}

function mergeEntry(own: unknown, value: unknown, report: ReportAt, path: string): unknown {
  if (isSection(own) && isSection(value)) return mergeSection(own, value, report, path);
  if (isMessage(own) && isMessage(value)) return guarded(own, value, report, path);
  return value;
}

type Message = (...args: readonly unknown[]) => unknown;

function guarded(own: Message, message: Message, report: ReportAt, path: string): Message {
  return (...args) => {
    try {
      const text = message(...args);
      if (typeof text === 'string') return text;
      report(path, 'gave no text');
    } catch (error) {
      report(path, 'threw', error);
    }
    return own(...args);
  };
}

function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'function';
}
