'use client';

import type {
  ScopeCategory as Category,
  CategorySelection,
  ScopeCatalog,
  ScopeChange,
  ScopeNotice,
  ScopeSelection,
} from '@tokenwright/core';
import { type ComponentPropsWithoutRef, forwardRef, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { useAnnouncer } from '../announcer/announcer.js';
import { Button } from '../button/button.js';
import { errorTexts, FieldError } from '../field/field.js';
import { Heading, type HeadingLevel, levelBelow } from '../heading/heading.js';
import { useTokenwright } from '../provider/tokenwright-provider.js';
import { ScopeCategory } from '../scope-category/scope-category.js';
import { type SearchResult, searchScopes, searchWords } from '../scope-search/scope-search.js';
import { useStableCallback } from '../stable-callback/use-stable-callback.js';
import { catalogLabels, noticeText } from './scope-notices.js';
import { ScopeSearchBox } from './scope-search-box.js';
import { useAnnouncedCount, useAnnouncedNotices } from './use-announced.js';

const part = anatomy('scope-picker');

const noNotices: readonly ScopeNotice[] = [];

export interface ScopePickerProps extends Omit<ComponentPropsWithoutRef<'section'>, 'id' | 'title' | 'children'> {
  /** What there is to choose from. */
  catalog: ScopeCatalog;
  /** What is switched on and checked. Categories that did not change must stay the same objects. */
  value: ScopeSelection;
  /** What the user asks for. The owner decides what it brings about, and tells it in `notices`. */
  onValueChange: (change: ScopeChange) => void;
  /** What the last change did besides what was asked. Announced when it changes. @default none */
  notices?: readonly ScopeNotice[] | undefined;
  /** Whether the last Clear All can be taken back. @default false */
  canUndo?: boolean | undefined;
  /** What is to be mended, one text or several. @default none */
  error?: string | readonly string[] | undefined;
  /** The id of the first switch: what error summaries lead to. @default one made by React */
  id?: string | undefined;
  /** @default 'API Scopes' */
  title?: string | undefined;
  /** The rank of the title on the page; the categories are one below. @default 2 */
  headingLevel?: HeadingLevel | undefined;
  /** @default false */
  disabled?: boolean | undefined;
}

/**
 * Everything a token can be allowed to do, by category, with a search over it.
 * Renders a `<section>`.
 */
export const ScopePicker = forwardRef<HTMLElement, ScopePickerProps>(function ScopePicker(
  {
    catalog,
    value,
    onValueChange,
    notices = noNotices,
    canUndo = false,
    error,
    id,
    title,
    headingLevel = 2,
    disabled = false,
    ...rest
  },
  ref,
) {
  const { messages, format } = useTokenwright();
  const texts = messages.scopePicker;
  const ownId = useId();
  const { announce, region } = useAnnouncer();
  const [query, setQuery] = useState('');
  const clearAll = useRef<HTMLButtonElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);

  const words = useMemo(() => searchWords(query), [query]);
  const deferredWords = useDeferredValue(words);
  const found = useMemo(
    () => (deferredWords.length > 0 ? searchScopes(catalog, deferredWords) : null),
    [catalog, deferredWords],
  );
  const labels = useMemo(() => catalogLabels(catalog), [catalog]);
  const selections = new Map(value.map((entry) => [entry.category, entry]));
  const total = value.reduce((count, { enabled, checked }) => count + (enabled ? checked.length : 0), 0);
  const isTouched = value.some(({ enabled, checked }) => enabled || checked.length > 0);
  const shown = catalog.categories.filter((category) => !found || found.has(category));
  const errors = errorTexts(error);
  const noticeTexts = notices.map((notice) => noticeText(notice, labels, messages.notices, format));
  const matches = found ? countFound(found) : null;

  useAnnouncedNotices(notices, noticeTexts, announce);
  useAnnouncedCount(matches, query, announce);

  const handleChange = useStableCallback(onValueChange);
  const handleUndo = () => {
    // The button is about to go; what it undid is the nearest thing that stays.
    clearAll.current?.focus();
    onValueChange({ type: 'scopes.undo' });
  };

  const handleClearSearch = () => {
    searchBox.current?.focus();
    setQuery('');
  };

  const firstSwitch = shown.find(({ scopes }) => scopes.length > 0);
  return (
    <section
      {...part('root')}
      data-state={errors.length > 0 ? 'invalid' : 'valid'}
      aria-labelledby={`${ownId}title`}
      aria-describedby={errors.length > 0 ? `${ownId}error` : undefined}
      {...rest}
      ref={ref}
    >
      <div {...part('toolbar')}>
        <div {...part('heading')}>
          <Heading {...part('title')} level={headingLevel} id={`${ownId}title`}>
            {title ?? texts.title}
          </Heading>
          <p {...part('total')}>
            <bdi>{texts.total({ count: total }, format)}</bdi>
          </p>
        </div>
        <Button
          {...part('clear-all')}
          ref={clearAll}
          size="small"
          disabled={disabled || !isTouched}
          onClick={() => onValueChange({ type: 'scopes.clearAll' })}
        >
          {texts.clearAll}
        </Button>
      </div>
      {errors.length > 0 && <FieldError id={`${ownId}error`} errors={errors} />}
      <ScopeSearchBox query={query} onQueryChange={setQuery} onClear={handleClearSearch} inputRef={searchBox} />
      {(noticeTexts.length > 0 || canUndo) && (
        <div {...part('notices')}>
          <div>
            {noticeTexts.map((text) => (
              <bdi {...part('notice')} key={text}>
                {text}
              </bdi>
            ))}
          </div>
          {canUndo && (
            <Button {...part('undo')} size="small" disabled={disabled} onClick={handleUndo}>
              {texts.undo}
            </Button>
          )}
        </div>
      )}
      {found && (
        <SearchSummary
          matches={matches ?? 0}
          query={query}
          hidden={total - countGrantedIn(found, value)}
          onClear={handleClearSearch}
        />
      )}
      {catalog.categories.length === 0 && <p {...part('empty')}>{texts.empty}</p>}
      {shown.length > 0 && (
        <div {...part('categories')}>
          {shown.map((category) => (
            <ScopeCategory
              key={category.id}
              id={category === firstSwitch ? id : undefined}
              category={category}
              value={selections.get(category.id) ?? untouched(category)}
              onValueChange={handleChange}
              found={found?.get(category)}
              words={deferredWords}
              labelOf={labels.scope}
              headingLevel={levelBelow(headingLevel)}
              disabled={disabled}
            />
          ))}
        </div>
      )}
      {region}
    </section>
  );
});

/** One object per category, so that categories nobody touched are not drawn again. */
const untouchedSelections = new WeakMap<Category, CategorySelection>();

function untouched(category: Category): CategorySelection {
  const known = untouchedSelections.get(category);
  if (known) return known;
  const selection = { category: category.id, enabled: false, checked: [] };
  untouchedSelections.set(category, selection);
  return selection;
}

function countFound(found: SearchResult): number {
  let count = 0;
  for (const scopes of found.values()) count += scopes.length;
  return count;
}

/** How many of the scopes that the token would hold are among those found. */
function countGrantedIn(found: SearchResult, value: ScopeSelection): number {
  const granted = new Set(value.flatMap(({ enabled, checked }) => (enabled ? checked : [])));
  let count = 0;
  for (const scopes of found.values()) count += scopes.filter(({ id }) => granted.has(id)).length;
  return count;
}

interface SearchSummaryProps {
  matches: number;
  query: string;
  /** How many selected scopes the search hides. */
  hidden: number;
  onClear: () => void;
}

function SearchSummary({ matches, query, hidden, onClear }: SearchSummaryProps) {
  const { messages, format } = useTokenwright();
  const texts = messages.scopePicker;
  return (
    <div {...part('search-summary')} data-state={matches > 0 ? 'found' : 'empty'}>
      <p {...part('matches')}>
        <bdi>
          {matches > 0 ? texts.matches({ count: matches }, format) : texts.noMatches({ query: query.trim() }, format)}
        </bdi>
      </p>
      {hidden > 0 && (
        <p {...part('hidden-selected')}>
          <bdi>{texts.hiddenSelected({ count: hidden }, format)}</bdi>
        </p>
      )}
      {matches === 0 && (
        <Button size="small" onClick={onClear}>
          {texts.clearSearch}
        </Button>
      )}
    </div>
  );
}
