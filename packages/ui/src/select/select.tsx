'use client';

import { forwardRef, useEffect, useState } from 'react';
import { Icon } from '../icon/icon.js';
import { useTokenwright } from '../provider/tokenwright-provider.js';
import { NativeSelect } from './native-select.js';
import { RadixSelect } from './radix-select.js';
import { part, type SelectProps } from './select-contract.js';

/** Radix mounts every option it opens, which is slow from here on. */
const mostRadixOptions = 50;

/**
 * One choice out of several.
 * Renders a `<div>` with a `<button role="combobox">`, or with a `<select>`. Neither is a field of the host's form.
 */
export const Select = forwardRef<HTMLDivElement, SelectProps>(function Select(props, ref) {
  const { messages, selectVariant } = useTokenwright();
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
  const refused = useRadixRefused();
  const Control = variant === 'native' || options.length > mostRadixOptions || refused ? NativeSelect : RadixSelect;
  return (
    <div {...part('root')} {...rest} ref={ref}>
      <Control
        options={options}
        value={value}
        // Browsers' autofill and Radix itself have been seen to report values that nobody offered.
        onValueChange={(next) => {
          if (options.some((option) => option.value === next)) onValueChange(next);
        }}
        placeholder={placeholder}
        disabled={disabled}
        id={id}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        aria-required={required}
      />
      <span {...part('chevron')}>
        <Icon name="chevron" />
      </span>
    </div>
  );
});

/**
 * Whether the page's Trusted Types refuse the `<style>` that Radix Select writes as HTML. It would take the host's whole
 * React root down (radix-ui/primitives#3117).
 */
function useRadixRefused(): boolean {
  const [refused, setRefused] = useState(false);
  useEffect(() => setRefused(refusesHtml()), []);
  return refused;
}

function refusesHtml(): boolean {
  if (!('trustedTypes' in globalThis)) return false;
  try {
    document.createElement('template').innerHTML = '<i></i>';
    return false;
  } catch {
    return true;
  }
}
