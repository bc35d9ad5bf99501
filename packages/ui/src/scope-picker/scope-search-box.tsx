'use client';

import { type KeyboardEvent, type Ref, useId } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { Icon } from '../icon/icon.js';
import { useTokenwright } from '../provider/tokenwright-provider.js';
import { isPlainEnter, untouchedByFillers } from '../text-field/text-input.js';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.js';

const part = anatomy('scope-picker');

interface ScopeSearchBoxProps {
  query: string;
  onQueryChange: (query: string) => void;
  /** The user wants everything back, and to go on in the box. */
  onClear: () => void;
  inputRef: Ref<HTMLInputElement>;
}

/** Where the user types what to look for. It finds as one types, so Enter has nothing to do. */
export function ScopeSearchBox({ query, onQueryChange, onClear, inputRef }: ScopeSearchBoxProps) {
  const { messages } = useTokenwright();
  const texts = messages.scopePicker;
  const id = useId();
  const handleKeyDown = (event: KeyboardEvent) => {
    if (isPlainEnter(event)) event.preventDefault();
    if (event.key === 'Escape' && query !== '') {
      // The dialog around us is not to close because a search ends.
      event.preventDefault();
      event.stopPropagation();
      onClear();
    }
  };
  return (
    <div {...part('search')}>
      <label htmlFor={id}>
        <VisuallyHidden>{texts.searchLabel}</VisuallyHidden>
        <Icon name="search" />
      </label>
      <input
        {...part('search-input')}
        data-control=""
        {...untouchedByFillers}
        ref={inputRef}
        id={id}
        type="search"
        placeholder={texts.searchLabel}
        spellCheck={false}
        value={query}
        onChange={(event) => onQueryChange(event.target.value)}
        onKeyDown={handleKeyDown}
      />
      {query !== '' && (
        <button {...part('clear-search')} type="button" aria-label={texts.clearSearch} onClick={onClear}>
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}
