import type { MessagesOverride } from './messages.js';

type Section = Readonly<Record<string, unknown>>;
type Report = (error: Error) => void;
type ReportAt = (path: string, problem: string, cause?: unknown) => void;

/** Reads some of our own messages, with those of hosts in their place. */
export type ReadMessages = <Own extends MessagesOverride>(own: Own) => Own;

/**
 * Puts the host's messages in the place of the earlier ones. An entry that is left out or undefined changes nothing. One that is null,
 * of the wrong type, throws, or is a function that fails counts as left out and is reported: no page may go blank because a text is
 * missing.
 *
 * @param report Called once for each entry that cannot be used.
 * @param reported The entries that were reported. Messages written inline are others at every render, and must not be reported each time.
 * @returns Merges what it is asked for, and remembers it: pass the same object each time.
 */
export function overrideMessages(
  outer: ReadMessages,
  override: MessagesOverride,
  report: Report,
  reported = new Set<string>(),
): ReadMessages {
  const merged = new WeakMap<object, unknown>();
  const reportOnce: ReportAt = (path, problem, cause) => {
    if (reported.has(path)) return;
    reported.add(path);
    // Later, because messages are read while rendering.
    queueMicrotask(() =>
      report(new Error(`Tokenwright: "${path}" ${problem}. Our own text is used instead.`, { cause })),
    );
  };
  return <Own extends MessagesOverride>(own: Own) => {
    const known = merged.get(own);
    // Only what was made of `own`, below, is stored under it.
    if (known !== undefined) return known as Own;
    const words = outer(own);
    const read = Object.assign(
      { ...words },
      merge(words, () => override, reportOnce, 'messages'),
    );
    merged.set(own, read);
    return read;
  };
}

function merge(own: unknown, read: () => unknown, report: ReportAt, path: string): unknown {
  try {
    const value = read();
    if (value === undefined) return own;
    if (value === null || typeof value !== typeof own) {
      report(path, `must be of type ${typeof own} (got ${value === null ? 'null' : typeof value})`);
      return own;
    }
    if (isMessage(own) && isMessage(value)) return guarded(own, value, report, path);
    if (!isSection(own) || !isSection(value)) return value;
    return Object.fromEntries(
      Object.entries(own).map(([key, text]) => [key, merge(text, () => value[key], report, `${path}.${key}`)]),
    );
  } catch (error) {
    report(path, 'threw', error);
    return own;
  }
}

type Message = (...args: readonly unknown[]) => unknown;

function guarded(own: Message, message: Message, report: ReportAt, path: string): Message {
  return (...args) => {
    try {
      const text = message(...args);
      if (typeof text === 'string') return text;
      report(path, 'did not return a string');
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
