'use client';

import { forwardRef, type KeyboardEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { drawIcon } from '../icon/icon.js';
import { englishEmailListInput } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';

const ownWords = { emailListInput: englishEmailListInput };

const part = anatomy('email-list-input');

export interface EmailChipsHandle {
  /** Moves to the last address, as Backspace in the empty box does; a second press takes it out. */
  focusLast(): void;
}

interface EmailChipsProps {
  value: readonly string[];
  onRemove: (email: string) => void;
  /** The focus goes back to the box: the list is empty, or its end was passed. */
  onLeave: () => void;
}

/** The addresses in the list, each with a button that takes it out. */
export const EmailChips = forwardRef<EmailChipsHandle, EmailChipsProps>(function EmailChips(
  { value, onRemove, onLeave },
  ref,
) {
  const { messages, format } = useWords(ownWords);
  const list = useRef<HTMLUListElement>(null);
  // Where the focus is to go once the owner has taken an address out.
  const next = useRef<{ position: number; length: number } | null>(null);

  const focus = (position: number) => {
    const buttons = list.current?.querySelectorAll('button');
    const button = buttons?.[Math.min(position, buttons.length - 1)];
    if (button) button.focus();
    else onLeave();
  };
  useImperativeHandle(ref, () => ({ focusLast: () => focus(value.length - 1) }));

  // Before the browser paints, so that the focus is never lost to the page in between.
  useLayoutEffect(() => {
    if (!next.current || value.length >= next.current.length) return;
    const { position } = next.current;
    next.current = null;
    focus(position);
  });

  const remove = (email: string, position: number) => {
    next.current = { position, length: value.length };
    onRemove(email);
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLButtonElement>, email: string, position: number) => {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    switch (event.key) {
      case 'Backspace':
      case 'Delete':
        event.preventDefault();
        remove(email, position);
        break;
      case 'ArrowLeft':
      case 'ArrowRight': {
        event.preventDefault();
        const target = position + (event.key === forward ? 1 : -1);
        if (target >= value.length) onLeave();
        else if (target >= 0) focus(target);
      }
    }
  };

  if (value.length === 0) return null;
  const seen = new Set<string>();
  return (
    <ul {...part('list')} ref={list} aria-label={messages.emailListInput.list}>
      {value.map((email, position) => (
        <li {...part('chip')} key={seen.size < seen.add(email).size ? email : `${email} ${position}`}>
          <bdi {...part('email')}>{email}</bdi>
          <button
            {...part('remove')}
            type="button"
            aria-label={messages.emailListInput.remove({ email }, format)}
            onClick={() => remove(email, position)}
            onKeyDown={(event) => handleKeyDown(event, email, position)}
          >
            {drawIcon('cross')}
          </button>
        </li>
      ))}
    </ul>
  );
});
