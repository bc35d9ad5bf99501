import type { CreateIntent } from './creation.js';
import type { TokenRequest } from './request.js';

/**
 * Returns the intent to create exactly this token: the next attempt of the previous intent if the request is the same, else a new intent.
 *
 * @param keepsKey Whether an edited request keeps the key as well.
 */
export function newIntent(request: TokenRequest, previous: CreateIntent | null, keepsKey = false): CreateIntent {
  if (!previous) return { key: newUuid(), request, attempt: 1 };
  const isSame = isSameRequest(previous.request, request);
  if (!isSame && !keepsKey) return newIntent(request, null);
  return { ...previous, request: isSame ? previous.request : request, attempt: previous.attempt + 1 };
}

function isSameRequest(a: TokenRequest, b: TokenRequest): boolean {
  // The list puts the members of both into one order.
  const members = Object.keys(b);
  return JSON.stringify(a, members) === JSON.stringify(b, members);
}

/** A version 4 UUID (RFC 9562 §5.4), made here because `crypto.randomUUID` is missing on pages served over plain http. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, position) => {
    const marked = position === 6 ? (byte & 0x0f) | 0x40 : position === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  }).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
