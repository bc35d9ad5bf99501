'use client';

import { type FocusEvent, useId, useState } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { Button } from '../button/button.js';
import { fetchedControl, useFetchedControl } from '../fetched-control/fetched-control.js';
import { drawIcon } from '../icon/icon.js';
import { isPlainEnter, untouchedByFillers } from '../text-field/text-input.js';
import type { ComboboxProps } from './combobox.js';

const part = anatomy('combobox');

/** The combobox with its library, so that a host with few contacts never pays for it. */
export const downshiftCombobox = /*#__PURE__*/ fetchedControl<ComboboxProps>(
  async () => (await import('./combobox.js')).Combobox,
);

/**
 * A combobox that is a plain box until it has been loaded. What is pressed or typed meanwhile opens the list then. If it cannot be
 * loaded, what is found is listed below the box, one button each.
 */
export function FetchedCombobox(props: ComboboxProps) {
  const Combobox = useFetchedControl(downshiftCombobox, true);
  const [use, setUse] = useState<ComboboxProps['goesOn']>();
  const listId = useId();
  if (Combobox) return <Combobox {...props} goesOn={use && props.query !== null ? 'open' : use} />;
  const { options, total, status, value, onValueChange, text, query, onQueryChange, onRetry, labels, ...control } =
    props;
  const { 'aria-label': label, goesOn: _, ...input } = control;
  const isMissing = Combobox === null;
  const hasList = isMissing && (query !== null || use === 'open');
  const handleBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (currentTarget.contains(relatedTarget)) return;
    setUse(undefined);
    // What was typed is still the search of the list below.
    if (isMissing && query?.trim()) return;
    if (isMissing && query !== null && value !== '') onValueChange('');
    onQueryChange(null);
  };
  const choose = (chosen: string) => {
    onValueChange(chosen);
    onQueryChange(null);
    setUse(undefined);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears where the focus of what is inside goes.
    <div {...part('root')} data-state={hasList ? 'open' : 'closed'} onBlur={handleBlur}>
      <div {...part('control')}>
        <input
          {...part('input')}
          data-control=""
          {...untouchedByFillers}
          {...input}
          type="text"
          role="combobox"
          aria-expanded={hasList}
          aria-controls={hasList ? listId : undefined}
          aria-busy={!isMissing || undefined}
          value={query ?? text}
          onChange={(event) => onQueryChange(event.target.value)}
          onKeyDown={(event) => {
            // Inside a host's form, Enter would submit that form.
            if (isPlainEnter(event)) event.preventDefault();
          }}
          onFocus={() => setUse('closed')}
          onClick={() => setUse('open')}
        />
        <span {...part('chevron')}>{drawIcon('chevron')}</span>
      </div>
      {hasList && (
        <div {...part('plain')}>
          <div id={listId} role="listbox" aria-label={label}>
            {options.map((option) => (
              <button
                {...part('item')}
                key={option.value}
                type="button"
                role="option"
                aria-selected={option.value === value}
                onClick={() => choose(option.value)}
              >
                <span {...part('item-content')}>{option.content}</span>
              </button>
            ))}
          </div>
          <p {...part('status')} role="status">
            {status}
          </p>
          {onRetry && (
            <Button size="small" onClick={onRetry}>
              {labels.retry}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
