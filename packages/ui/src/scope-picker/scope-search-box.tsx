'use client';

import { type KeyboardEvent, memo, type Ref, type SyntheticEvent, useId, useRef } from 'react';
import { drawIcon } from '../icon/icon.js';
import { useEscapeKey } from '../overlay/overlay.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { isPlainEnter, untouchedByFillers } from '../text-field/text-input.js';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.js';
import { callText } from './call-text.js';
import { ownWords, part } from './scope-picker-contract.js';
import type { FindCall } from './use-scope-view.js';
import { withoutCredentials } from './without-credentials.js';

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

  // The page must not hold the credentials of a command, and one line cannot hold a command of several: only the call goes in.
  const handleInsert = (event: SyntheticEvent<HTMLInputElement>, source: DataTransfer) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const inserted = source.getData('text');
    const found = findCall(inserted);
    const before = value.slice(0, selectionStart ?? value.length);
    const after = value.slice(selectionEnd ?? value.length);
    const whole = before + (found ? callText(found.call) : inserted) + after;
    const safe = withoutCredentials(whole);
    if (!found && safe === whole) return;
    event.preventDefault();
    onQueryChange(safe);
  };
  // More than one character at once was not typed: keyboards of phones insert what was copied.
  const handleChange = (text: string) => {
    const isInserted = text.length > query.length + 1;
    const found = isInserted ? findCall(text) : null;
    onQueryChange(isInserted ? withoutCredentials(found ? callText(found.call) : text) : text);
  };

  return (
    <div {...part('search')} ref={search}>
      <label {...part('search-label')} htmlFor={inputId}>
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
        enterKeyHint="search"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        value={query}
        onChange={(event) => handleChange(event.target.value)}
        onKeyDown={handleKeyDown}
        onPaste={(event) => handleInsert(event, event.clipboardData)}
        onDrop={(event) => handleInsert(event, event.dataTransfer)}
      />
      {query !== '' && (
        <button {...part('clear-search')} type="button" aria-label={texts.clearSearch} onClick={onClear}>
          {drawIcon('cross')}
        </button>
      )}
    </div>
  );
});
