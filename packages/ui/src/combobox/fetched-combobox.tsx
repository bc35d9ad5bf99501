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

/** A combobox that is a plain box until it has been fetched. What is pressed or typed meanwhile opens the list then. */
export function FetchedCombobox(props: ComboboxProps) {
  const Combobox = useFetchedControl(downshiftCombobox, true);
  const [use, setUse] = useState<ComboboxProps['goesOn']>();
  if (Combobox) return <Combobox {...props} goesOn={use && props.query !== null ? 'open' : use} />;
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
          onFocus={() => setUse('closed')}
          onClick={() => setUse('open')}
          onBlur={() => {
            setUse(undefined);
            onQueryChange(null);
          }}
        />
        <span {...part('chevron')}>{drawIcon('chevron')}</span>
      </div>
    </div>
  );
}
