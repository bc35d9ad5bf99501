'use client';

import { type ChangeEvent, forwardRef, type KeyboardEvent, type ReactNode, useId } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { Field, type FieldProps, type FieldTexts } from '../field/field.js';
import { englishTextField } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { isPlainEnter, untouchedByFillers } from './text-input.js';

const ownWords = { textField: englishTextField };

const part = anatomy('text-field');

/** In code units. */
const longestAuto = 20_000;

export interface TextFieldProps
  extends Omit<FieldProps, 'children' | 'describedBy' | 'onChange' | keyof FieldTexts>,
    FieldTexts {
  /** Names the text box. */
  label: ReactNode;
  value: string;
  onValueChange: (value: string) => void;
  /** Enter was pressed in a box of one line, and not to end a composition. @default nothing happens */
  onEnter?: (() => void) | undefined;
  /** A box of several lines, in which Enter starts a new one. @default false */
  multiline?: boolean | undefined;
  /**
   * Counts down the characters (Unicode code points) that are left. A user may go beyond: the rule is the owner's.
   * @default none
   */
  characterLimit?: number | undefined;
  /** Shown in the empty box; never the only place of advice. @default none */
  placeholder?: string | undefined;
}

/**
 * A question that is answered in the user's own words.
 * Renders a `<div>` with an `<input>` or a `<textarea>`.
 */
export const TextField = forwardRef<HTMLDivElement, TextFieldProps>(function TextField(
  { value, onValueChange, onEnter, multiline = false, characterLimit, placeholder, ...field },
  ref,
) {
  const counterId = useId();
  const box = {
    ...part('input'),
    'data-control': '',
    ...untouchedByFillers,
    // Browsers take quadratic time to lay out a long text in the direction that they find.
    dir: value.length > longestAuto ? undefined : 'auto',
    value,
    placeholder,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onValueChange(event.target.value),
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (!isPlainEnter(event)) return;
    // Inside a host's form, Enter would submit that form.
    event.preventDefault();
    event.stopPropagation();
    onEnter?.();
  };
  const hasCounter = characterLimit !== undefined;
  return (
    <Field data-scope="text-field" {...field} describedBy={hasCounter ? counterId : undefined} ref={ref}>
      {(control) => (
        <>
          {multiline ? (
            <textarea {...box} {...control} rows={3} />
          ) : (
            <input {...box} {...control} type="text" enterKeyHint={onEnter && 'next'} onKeyDown={handleKeyDown} />
          )}
          {hasCounter && <Counter id={counterId} value={value} limit={characterLimit} />}
        </>
      )}
    </Field>
  );
});

/** Seen once a third of the limit is used up; read as part of the box's description, so not at every key. */
function Counter({ id, value, limit }: { id: string; value: string; limit: number }) {
  const { messages, format } = useWords(ownWords);
  const left = limit - [...value].length;
  const { charactersLeft, charactersOver } = messages.textField;
  return (
    <div {...part('counter')} id={id} data-state={left < 0 ? 'over' : 'within'}>
      <bdi>{left < 0 ? charactersOver({ count: -left }, format) : charactersLeft({ count: left }, format)}</bdi>
    </div>
  );
}
