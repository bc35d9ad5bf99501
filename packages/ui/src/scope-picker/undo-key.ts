import type { KeyboardEvent } from 'react';

/** Ctrl+Z, or ⌘Z on a Mac. On keyboards without Latin letters it is the key in the place of Z. */
export function isUndoKey({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  const isZ = /^[a-z]$/i.test(key) ? key.toLowerCase() === 'z' : code === 'KeyZ';
  return isZ && (ctrlKey || metaKey) && !shiftKey && !altKey;
}
