'use client';

import { part, type SelectControlProps } from './select-contract.js';

interface NativeSelectProps extends SelectControlProps {
  onFocus: () => void;
  onBlur: () => void;
}

/** The browser's own list, closed in our looks. */
export function NativeSelect({ options, value, onValueChange, placeholder, ...control }: NativeSelectProps) {
  const { 'aria-label': _, ...props } = control;
  const chosen = options.some((option) => option.value === value) ? value : '';
  return (
    <select
      {...part('trigger')}
      data-control=""
      data-variant="native"
      data-placeholder={chosen === '' ? '' : undefined}
      {...props}
      // No form of the host's may reset, validate or list it (HTML living standard, §4.10.17.3).
      form=""
      autoComplete="off"
      value={chosen}
      onChange={(event) => onValueChange(event.target.value)}
    >
      {chosen === '' && (
        <option value="" disabled>
          {placeholder}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {[option.label, option.description, option.marker?.label].filter(Boolean).join(' · ')}
        </option>
      ))}
    </select>
  );
}
