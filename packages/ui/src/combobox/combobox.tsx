'use client';

import { type Environment, useCombobox } from 'downshift';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
} from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { useAnnouncer } from '../announcer/announcer.js';
import { Button } from '../button/button.js';
import type { FieldControlProps } from '../field/field.js';
import { drawIcon } from '../icon/icon.js';
import { useEscapeKey } from '../overlay/overlay.js';
import { isComposing, isPlainEnter, untouchedByFillers } from '../text-field/text-input.js';
import { ComboboxPopup } from './combobox-popup.js';

const part = anatomy('combobox');

/** Long enough to be done with a word, so that not every key is answered. In milliseconds. */
const typingPause = 500;

/** More than the opened list shows without scrolling. */
const firstOptions = 12;

/** Home and End stay with the text that is being typed (ARIA practices, editable combobox). */
const movingKeys: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']);

/**
 * Downshift would listen to the whole page for clicks elsewhere. In a shadow tree it takes every click for one of those,
 * and the focus tells the same.
 */
const surroundings: { environment?: Environment } =
  typeof window === 'undefined'
    ? {}
    : { environment: { addEventListener() {}, removeEventListener() {}, document, Node: window.Node } };

export interface ComboboxOption {
  /** Not empty, and unique among the options. */
  value: string;
  /** How it stands in the list. */
  content: ReactNode;
}

export interface ComboboxProps extends FieldControlProps {
  /** Names the opened list; the box itself is named by a `<label for>` its id. */
  'aria-label': string;
  /** What is listed now. */
  options: readonly ComboboxOption[];
  /** How many would be listed if the list were not cut. */
  total: number;
  /** What the list holds, in words. Stands below it, and is announced once the user pauses. */
  status: string;
  /** The value of the chosen option, which need not be listed; `''` for none. */
  value: string;
  onValueChange: (value: string) => void;
  /** The chosen option in words: what stands in the box unless the user types. */
  text: string;
  /** What the user typed since the list was opened; null when that is nothing. The owner filters by it. */
  query: string | null;
  onQueryChange: (query: string | null) => void;
  /** Given when options could not be had: the status then stands in place of the list, with a button. @default none */
  onRetry?: (() => void) | undefined;
  labels: { clear: string; retry: string };
  placeholder: string;
  /** @default false */
  disabled?: boolean | undefined;
  /** Read at start: it stands in for a box that has the focus, which it takes over, with the list open or closed. @default none */
  goesOn?: 'open' | 'closed' | undefined;
}

/**
 * One choice out of many, found by typing. What is typed is only a search: leaving the box brings back what was chosen,
 * unless the box was left empty, which chooses nothing.
 * Renders a `<div>` with an `<input role="combobox">`, which is no field of the host's form.
 */
export function Combobox({ options, total, status, value, onValueChange, text, ...props }: ComboboxProps) {
  const { query, onQueryChange, onRetry, labels, 'aria-label': label, disabled = false, goesOn, ...control } = props;
  const [takenOver] = useState(goesOn);
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const list = useCombobox<ComboboxOption>({
    ...surroundings,
    inputId: control.id,
    items: [...options],
    itemToKey: (option) => option?.value,
    selectedItem: options.find((option) => option.value === value) ?? null,
    initialIsOpen: takenOver === 'open',
    ...(takenOver && query?.trim() && { initialHighlightedIndex: 0 }),
  });
  const { isOpen } = list;
  // The others are drawn once these can be seen.
  const deferred = useDeferredValue(isOpen ? options.length : 0);
  const drawn = Math.max(firstOptions, deferred, list.highlightedIndex + 1);
  const hasList = isOpen && !onRetry;
  const highlighted = isOpen ? options[list.highlightedIndex] : undefined;
  const region = useAnnouncedStatus(isOpen, status);

  const close = () => {
    list.closeMenu();
    onQueryChange(null);
  };
  const choose = (option: ComboboxOption) => {
    onValueChange(option.value);
    close();
  };
  const leave = () => {
    if (query?.trim() === '' && value !== '') onValueChange('');
    close();
  };
  const search = (typed: string) => {
    onQueryChange(typed);
    list.openMenu();
    // Enter takes the best match; without a search there is none.
    list.setHighlightedIndex(typed.trim() === '' ? -1 : 0);
  };

  const { onKeyDown: moveInList, ...inputProps } = list.getInputProps({
    ref: input,
    'aria-labelledby': undefined,
    'aria-expanded': hasList,
    // A reference to what is not on the page is one to nothing.
    ...(!hasList && { 'aria-controls': undefined }),
    ...(!highlighted && { 'aria-activedescendant': undefined }),
  });
  // Downshift asks for these at every render, also while there is no list.
  const listProps = list.getMenuProps({ 'aria-label': label }, { suppressRefError: true });

  const handleInputKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (isPlainEnter(event)) {
      // Inside a host's form, Enter would submit that form.
      event.preventDefault();
      event.stopPropagation();
      if (highlighted) choose(highlighted);
      else if (isOpen && !query?.trim()) leave();
    } else if (movingKeys.has(event.key) && !isWayOut(event) && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      if (!isOpen) event.currentTarget.select();
      moveInList?.(event);
    }
  };
  const handleClick = ({ currentTarget }: MouseEvent<HTMLInputElement>) => {
    if (isOpen) return;
    currentTarget.select();
    list.openMenu();
  };
  const giveUp = () => {
    input.current?.focus();
    close();
  };
  useEscapeKey(root, isOpen, giveUp);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || isComposing(event) || !isWayOut(event)) return;
    event.preventDefault();
    event.stopPropagation();
    giveUp();
  };
  const handleBlur = ({ target, relatedTarget }: FocusEvent) => {
    // It is the window that lost the focus, and the user comes back.
    if (!isOpen || target.matches(':focus')) return;
    if (!root.current?.contains(relatedTarget) && !popup.current?.contains(relatedTarget)) leave();
  };

  useEffect(() => {
    if (!takenOver) return;
    input.current?.focus();
    input.current?.setSelectionRange(input.current.value.length, input.current.value.length);
  }, [takenOver]);
  // What was chosen stands selected, so that typing replaces it.
  useEffect(() => {
    if (query === null && text !== '' && input.current?.matches(':focus')) input.current.select();
  }, [query, text]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears of the keys and the focus of what stands in it.
    <div
      {...part('root')}
      data-state={isOpen ? 'open' : 'closed'}
      ref={root}
      onKeyDown={handleKeyDown}
      onBlur={handleBlur}
    >
      <div {...part('control')}>
        <input
          {...inputProps}
          {...part('input')}
          data-control=""
          {...untouchedByFillers}
          {...control}
          type="text"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          disabled={disabled}
          value={query ?? text}
          onChange={(event) => search(event.target.value)}
          onKeyDown={handleInputKeyDown}
          onClick={handleClick}
          onBlur={undefined}
        />
        {query ? (
          <button
            {...part('clear')}
            type="button"
            aria-label={labels.clear}
            onClick={() => {
              // First, for the button is about to vanish and would take the focus along.
              input.current?.focus();
              search('');
            }}
          >
            {drawIcon('cross')}
          </button>
        ) : (
          <span {...part('chevron')}>{drawIcon('chevron')}</span>
        )}
      </div>
      {isOpen && onRetry && (
        <div {...part('failure')}>
          {drawIcon('danger')}
          <bdi>{status}</bdi>
          <Button
            size="small"
            onClick={() => {
              input.current?.focus();
              onRetry();
            }}
          >
            {labels.retry}
          </Button>
        </div>
      )}
      {hasList && (
        <ComboboxPopup popup={popup} anchor={input} size={`${query} ${status} ${drawn}`}>
          {/* Browsers make a box that scrolls a stop of its own. */}
          <ul {...listProps} {...part('list')} tabIndex={-1} onMouseLeave={undefined}>
            {options.slice(0, drawn).map((option, index) => (
              <li
                {...list.getItemProps({
                  item: option,
                  index,
                  'aria-selected': option.value === value,
                  'aria-posinset': index + 1,
                  'aria-setsize': total,
                  onClick: () => choose(option),
                })}
                {...part('item')}
                key={option.value}
                data-highlighted={option === highlighted ? '' : undefined}
                data-state={option.value === value ? 'checked' : 'unchecked'}
              >
                <div {...part('item-content')}>{option.content}</div>
                {option.value === value && <span {...part('item-indicator')}>{drawIcon('check')}</span>}
              </li>
            ))}
          </ul>
          <div {...part('status')}>
            <bdi>{status}</bdi>
          </div>
        </ComboboxPopup>
      )}
      {region}
    </div>
  );
}

/** Alt with the arrow that points away from the list closes it as Escape does. */
function isWayOut({ key, altKey }: KeyboardEvent): boolean {
  return key === 'ArrowUp' && altKey;
}

/** Says what the list holds, once the user pauses. Returns the region to render. */
function useAnnouncedStatus(isOpen: boolean, status: string): ReactNode {
  const { announce, region } = useAnnouncer();
  useEffect(() => {
    if (!isOpen) return;
    const timer = setTimeout(() => announce(status), typingPause);
    return () => clearTimeout(timer);
  }, [isOpen, status, announce]);
  return region;
}
