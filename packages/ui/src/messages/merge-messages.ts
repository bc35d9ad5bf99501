import type { MessagesOverride, TokenwrightMessages } from './messages.js';

type Section = Readonly<Record<string, unknown>>;
type Report = (error: Error) => void;

/**
 * The messages with the host's words in the place of ours. What the host leaves out, or gives as undefined, stays; and where one of
 * its functions fails, our words stand in: no page may go blank for the want of a sentence.
 *
 * @param report Told once of each function that failed.
 */
export function mergeMessages(
  messages: TokenwrightMessages,
  override: MessagesOverride,
  report: Report,
): TokenwrightMessages {
  return { ...messages, ...mergeSection({ ...messages }, { ...override }, report, 'messages') };
}

function mergeSection(section: Section, override: Section, report: Report, path: string): Section {
  const merged: Record<string, unknown> = { ...section };
  for (const [key, value] of Object.entries(override)) {
    if (value !== undefined) merged[key] = mergeEntry(section[key], value, report, `${path}.${key}`);
  }
  return merged;
}

function mergeEntry(own: unknown, value: unknown, report: Report, path: string): unknown {
  if (isSection(own) && isSection(value)) return mergeSection(own, value, report, path);
  if (isMessage(own) && isMessage(value)) return guarded(own, value, report, path);
  return value;
}

type Message = (...args: readonly unknown[]) => unknown;

function guarded(own: Message, message: Message, report: Report, path: string): Message {
  let isReported = false;
  const tell = (problem: string, cause?: unknown) => {
    if (isReported) return;
    isReported = true;
    // Not now: messages are asked for while rendering.
    queueMicrotask(() => report(new Error(`Tokenwright: "${path}" ${problem}, so our own words stand in.`, { cause })));
  };
  return (...args) => {
    try {
      const text = message(...args);
      if (typeof text === 'string') return text;
      tell('gave no text');
    } catch (error) {
      tell('threw', error);
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
