'use client';

import { type ClipboardEvent, forwardRef, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { useAnnouncer } from '../announcer/announcer.js';
import { Field, type FieldProps } from '../field/field.js';
import { errorTexts } from '../field/field-error.js';
import { englishEmailListInput } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { isComposing, isPlainEnter, untouchedByFillers } from '../text-field/text-input.js';
import { EmailChips, type EmailChipsHandle } from './email-chips.js';

const ownWords = { emailListInput: englishEmailListInput };

const part = anatomy('email-list-input');

/** Also those of other scripts and keyboards, in any width. */
const separator = /[,;，；﹐﹔、﹑､،؛፣]/;
const listSeparator = new RegExp(`${separator.source}|\\s`);

export interface EmailListInputProps
  extends Omit<FieldProps, 'label' | 'children' | 'describedBy' | 'defaultValue' | 'onChange'> {
  /** The addresses in the list. */
  value: readonly string[];
  /** What stands in the box and is not yet in the list. */
  text: string;
  onTextChange: (text: string) => void;
  /**
   * The user typed or pasted one address or several, as they are. The owner splits and checks them, and leaves in `text`
   * what is not an address.
   */
  onAdd: (text: string) => void;
  /** The user takes an address out of the list. */
  onRemove: (email: string) => void;
  /** Enter in the empty box. @default nothing happens */
  onEnter?: (() => void) | undefined;
  /** How many addresses the list may hold, to be told to the user. The rule is the owner's. @default not told */
  max?: number | undefined;
  /** @default 'Developer Email Addresses' */
  label?: string | undefined;
}

/**
 * Any number of e-mail addresses, typed or pasted.
 * Renders a `<div>` with a `<ul>` of addresses and an `<input>`.
 */
export const EmailListInput = forwardRef<HTMLDivElement, EmailListInputProps>(function EmailListInput(
  { value, text, onTextChange, onAdd, onRemove, onEnter, max, label, ...field },
  ref,
) {
  const { messages, format } = useWords(ownWords);
  const { emailListInput: texts } = messages;
  const countId = useId();
  const input = useRef<HTMLInputElement>(null);
  const chips = useRef<EmailChipsHandle>(null);
  const { announce, region } = useAnnouncer();
  const { awaitAnswer } = useAddedAnnouncement(value, errorTexts(field.error), announce);

  const add = (added: string) => {
    awaitAnswer();
    onAdd(added);
  };
  const handleChange = (typed: string, isComposed: boolean) => {
    // A comma of another script may still become something else, until the input method is done.
    if (isComposed ? /[,;]/.test(typed) : separator.test(typed)) add(typed);
    else onTextChange(typed);
  };
  const handlePaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text').trim();
    if (!listSeparator.test(pasted)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    add(text.slice(0, selectionStart ?? text.length) + pasted + text.slice(selectionEnd ?? text.length));
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isPlainEnter(event)) {
      // Inside a host's form, Enter would submit that form.
      event.preventDefault();
      event.stopPropagation();
      if (text.trim() === '') onEnter?.();
      else add(text);
    } else if (event.key === 'Backspace' && text === '' && value.length > 0 && !isComposing(event)) {
      event.preventDefault();
      chips.current?.focusLast();
    }
  };
  const handleRemove = (email: string) => {
    announce(texts.removed({ email }, format));
    onRemove(email);
  };

  return (
    <Field
      data-scope="email-list-input"
      optional
      hint={texts.hint}
      {...field}
      label={label ?? texts.label}
      describedBy={value.length > 0 ? countId : undefined}
      ref={ref}
    >
      {(control) => (
        <>
          <div
            {...part('box')}
            data-control=""
            // A larger target for the pointer; keyboards use the input itself.
            onPointerDown={(event) => {
              if (event.target !== event.currentTarget) return;
              event.preventDefault();
              input.current?.focus();
            }}
          >
            <EmailChips ref={chips} value={value} onRemove={handleRemove} onLeave={() => input.current?.focus()} />
            <input
              {...part('input')}
              {...untouchedByFillers}
              {...control}
              ref={input}
              type="text"
              inputMode="email"
              // Otherwise the keyboards of phones offer "next", which leaves the box.
              enterKeyHint="enter"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              value={text}
              onChange={({ target, nativeEvent }) =>
                // Not `instanceof`: another window has a constructor of its own.
                handleChange(target.value, 'isComposing' in nativeEvent && nativeEvent.isComposing === true)
              }
              onCompositionEnd={({ currentTarget }) => {
                if (separator.test(currentTarget.value)) add(currentTarget.value);
              }}
              onPaste={handlePaste}
              onKeyDown={handleKeyDown}
            />
          </div>
          {value.length > 0 && (
            <div {...part('count')} id={countId}>
              <bdi>{texts.count({ count: value.length, max: max ?? null }, format)}</bdi>
            </div>
          )}
          {region}
        </>
      )}
    </Field>
  );
});

/** Says once what came of the addresses that were given to the owner: how many it took, and what it found wrong. */
function useAddedAnnouncement(
  value: readonly string[],
  errors: readonly string[],
  announce: (text: string) => void,
): { awaitAnswer: () => void } {
  const { messages, format } = useWords(ownWords);
  const { added } = messages.emailListInput;
  const [asked, setAsked] = useState<{ before: readonly string[] } | null>(null);
  const answer = useRef({ value, errors });
  answer.current = { value, errors };
  useEffect(() => {
    if (!asked) return;
    const known = new Set(asked.before);
    const count = answer.current.value.filter((email) => !known.has(email)).length;
    const texts = [...(count > 0 ? [added({ count }, format)] : []), ...answer.current.errors];
    if (texts.length > 0) announce(texts.join('. '));
  }, [asked, added, announce, format]);
  return { awaitAnswer: () => setAsked({ before: value }) };
}
