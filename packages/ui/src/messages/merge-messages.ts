import type { MessagesOverride, TokenwrightMessages } from './messages.js';

type Section = Readonly<Record<string, unknown>>;

/** The messages with the host's words in the place of ours. What the host leaves out, or gives as undefined, stays. */
export function mergeMessages(messages: TokenwrightMessages, override: MessagesOverride): TokenwrightMessages {
  return { ...messages, ...mergeSection({ ...messages }, { ...override }) };
}

function mergeSection(section: Section, override: Section): Section {
  const merged: Record<string, unknown> = { ...section };
  for (const [key, value] of Object.entries(override)) {
    const own = section[key];
    if (value !== undefined) merged[key] = isSection(own) && isSection(value) ? mergeSection(own, value) : value;
  }
  return merged;
}

function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null;
}
