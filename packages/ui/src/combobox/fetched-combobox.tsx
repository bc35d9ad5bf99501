'use client';

import { useState } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { fetchedControl, useFetchedControl } from '../fetched-control/fetched-control.js';
import { drawIcon } from '../icon/icon.js';
import { isPlainEnter, untouchedByFillers } from '../text-field/text-input.js';
import type { ComboboxProps } from './combobox.js';

const part = anatomy('combobox');

/** The combobox with its library, so that a host with few contacts never pays for it. */
export const downshiftCombobox = /*#__PURE__*/ fetchedControl<ComboboxProps>(
  async () => (await import('./combobox.js')).Combobox,
);

/** A combobox that is a plain box until it has been fetched. What is typed meanwhile is searched for then. */
export function FetchedCombobox(props: ComboboxProps) {
  const Combobox = useFetchedControl(downshiftCombobox, true);
  const [hasFocus, setHasFocus] = useState(false);
  if (Combobox) return <Combobox {...props} goesOn={hasFocus} />;
  const { options, total, status, value, onValueChange, text, query, onQueryChange, onRetry, labels, ...control } =
    props;
  const { 'aria-label': _, ...input } = control;
  return (
    <div {...part('root')} data-state="closed">
      <div {...part('control')}>
        <input
          {...part('input')}
          data-control=""
          {...untouchedByFillers}
          {...input}
          type="text"
          role="combobox"
          aria-expanded={false}
          aria-busy
          value={query ?? text}
          onChange={(event) => onQueryChange(event.target.value)}
          onKeyDown={(event) => {
            // Inside a host's form, Enter would submit that form.
            if (isPlainEnter(event)) event.preventDefault();
          }}
          onFocus={() => setHasFocus(true)}
          onBlur={() => {
            setHasFocus(false);
            onQueryChange(null);
          }}
        />
        <span {...part('chevron')}>{drawIcon('chevron')}</span>
      </div>
    </div>
  );
}
