'use client';

import { type ClipboardEvent, type KeyboardEvent, memo, type Ref, useId, useRef } from 'react';
import { useEscapeKey } from '../escape-key/use-escape-key.js';
import { drawIcon } from '../icon/icon.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { isPlainEnter, untouchedByFillers } from '../text-field/text-input.js';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.js';
import { callText } from './call-text.js';
import { ownWords, part } from './scope-picker-contract.js';
import type { FindCall } from './use-scope-view.js';

interface ScopeSearchBoxProps {
  id: string | undefined;
  query: string;
  onQueryChange: (query: string) => void;
  /** The user wants the box empty, and to go on in it. */
  onClear: () => void;
  /** Whether calls are understood as well as words. */
  takesCalls: boolean;
  findCall: FindCall;
  inputRef: Ref<HTMLInputElement>;
}

/** Where the user types what to look for. It finds as one types, so Enter has nothing to do. */
export const ScopeSearchBox = memo(function ScopeSearchBox({
  id,
  query,
  onQueryChange,
  onClear,
  takesCalls,
  findCall,
  inputRef,
}: ScopeSearchBoxProps) {
  const { messages } = useWords(ownWords);
  const texts = messages.scopePicker;
  const ownId = useId();
  const inputId = id ?? ownId;

  const search = useRef<HTMLDivElement>(null);
  useEscapeKey(search, query !== '', onClear);

  const handleKeyDown = (event: KeyboardEvent) => {
    if (isPlainEnter(event)) event.preventDefault();
  };

  const handlePaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const found = findCall(event.clipboardData.getData('text'));
    if (!found) return;
    // Only the call itself goes in: one line cannot hold a command of several, nor should the page hold the command's secrets.
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const before = value.slice(0, selectionStart ?? value.length);
    const after = value.slice(selectionEnd ?? value.length);
    onQueryChange(`${before}${callText(found.call)}${after}`);
  };

  return (
    <div {...part('search')} ref={search}>
      <label htmlFor={inputId}>
        <VisuallyHidden>{texts.searchLabel}</VisuallyHidden>
        {drawIcon('search')}
      </label>
      <input
        {...part('search-input')}
        data-control=""
        {...untouchedByFillers}
        ref={inputRef}
        id={inputId}
        type="search"
        placeholder={takesCalls ? texts.searchHint : texts.searchLabel}
        spellCheck={false}
        value={query}
        onChange={(event) => onQueryChange(event.target.value)}
        onKeyDown={handleKeyDown}
        onPaste={handlePaste}
      />
      {query !== '' && (
        <button {...part('clear-search')} type="button" aria-label={texts.clearSearch} onClick={onClear}>
          {drawIcon('cross')}
        </button>
      )}
    </div>
  );
});
