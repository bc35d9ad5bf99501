'use client';

import { forwardRef, useEffect, useRef, useState } from 'react';
import { useFetchedControl } from '../fetched-control/fetched-control.js';
import { drawIcon } from '../icon/icon.js';
import { englishSelect } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { radixSelect } from './fetched-radix-select.js';
import { NativeSelect } from './native-select.js';
import { part, type SelectProps } from './select-contract.js';

const ownWords = { select: englishSelect };

/** Radix mounts every option it opens, which is slow from here on. */
const mostRadixOptions = 50;

/**
 * One choice out of several.
 * Renders a `<div>` with a `<button role="combobox">`, or with a `<select>`. Neither is a field of the host's form.
 */
export const Select = forwardRef<HTMLDivElement, SelectProps>(function Select(props, ref) {
  const { messages, selectVariant } = useWords(ownWords);
  const {
    options,
    value,
    onValueChange,
    placeholder = messages.select.placeholder,
    variant = selectVariant,
    disabled,
    id,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-required': required,
    ...rest
  } = props;
  const chevron = useRef<HTMLSpanElement>(null);
  const [isDrawable, setDrawable] = useState(true);
  // Radix listens to the window that runs it, which closes a list that a pop-up or a frame shows, and places it wrongly under CSS zoom.
  useEffect(() => {
    const { ownerDocument, currentCSSZoom = 1 } = chevron.current ?? {};
    setDrawable(ownerDocument === document && currentCSSZoom === 1);
  }, []);
  const isRadixWanted = isDrawable && variant === 'radix' && options.length <= mostRadixOptions;
  const RadixSelect = useFetchedControl(radixSelect, isRadixWanted);
  // The browser's list stands in until ours is there, and is not taken from under the user's hands.
  const [isNativeInUse, setNativeInUse] = useState(false);
  const control = {
    options,
    value,
    // Browsers' autofill and Radix itself have been seen to report values that nobody offered.
    onValueChange: (next: string) => {
      if (options.some((option) => option.value === next)) onValueChange(next);
    },
    placeholder,
    disabled,
    id,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-required': required,
  };
  return (
    <div {...part('root')} {...rest} ref={ref}>
      {RadixSelect && !isNativeInUse ? (
        <RadixSelect {...control} />
      ) : (
        <NativeSelect {...control} onFocus={() => setNativeInUse(true)} onBlur={() => setNativeInUse(false)} />
      )}
      <span {...part('chevron')} ref={chevron}>
        {drawIcon('chevron')}
      </span>
    </div>
  );
});
