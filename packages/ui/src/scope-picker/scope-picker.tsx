'use client';

import type {
  ScopeCategory as Category,
  CategoryNeeds,
  CategorySelection,
  ScopeCatalog,
  ScopeChange,
  ScopeNotice,
  ScopePreset,
  ScopeSelection,
} from '@tokenwright/core';
import {
  type ComponentPropsWithoutRef,
  type FocusEvent,
  forwardRef,
  type KeyboardEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useAnnouncer } from '../announcer/announcer.js';
import { Button } from '../button/button.js';
import { errorTexts, FieldError } from '../field/field-error.js';
import { Heading, type HeadingLevel, levelBelow } from '../heading/heading.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { ScopeCategory } from '../scope-category/scope-category.js';
import { useStableCallback } from '../stable-callback/use-stable-callback.js';
import { CallAnswer } from './call-answer.js';
import { lookUpIn } from './catalog-look-up.js';
import { NoticeBar } from './notice-bar.js';
import { ScopeFilters } from './scope-filters.js';
import { noticeText } from './scope-notices.js';
import { ownWords, part } from './scope-picker-contract.js';
import { ScopePresets } from './scope-presets.js';
import { ScopeSearchBox } from './scope-search-box.js';
import { answerText, NothingFound, ShownCount } from './search-answer.js';
import { isUndoKey } from './undo-key.js';
import { useAnnouncedAnswer, useAnnouncedNotices } from './use-announced.js';
import { useDrawnCategories } from './use-drawn-categories.js';
import { useKeptFocus } from './use-kept-focus.js';
import { type FindCall, useScopeView } from './use-scope-view.js';
import { useSelectionsInPieces } from './use-selections-in-pieces.js';

const noNotices: readonly ScopeNotice[] = [];
const noPresets: readonly ScopePreset[] = [];

export interface ScopePickerProps extends Omit<ComponentPropsWithoutRef<'section'>, 'id' | 'title' | 'children'> {
  /** What there is to choose from. */
  catalog: ScopeCatalog;
  /** What is switched on and checked. Categories that did not change must stay the same objects. */
  value: ScopeSelection;
  /** What the user asks for. The owner decides what it brings about, and tells it in `notices`. */
  onValueChange: (change: ScopeChange) => void;
  /** What the last change did besides what was asked. Announced when it changes. @default none */
  notices?: readonly ScopeNotice[] | undefined;
  /** Whether the last Clear All or preset can be taken back. @default false */
  canUndo?: boolean | undefined;
  /** Ready choices of scopes to start from. @default none */
  presets?: readonly ScopePreset[] | undefined;
  /**
   * Reads what stands in the search box as a call and finds the scopes it needs, those in `value` counted as held. Without
   * it, the box finds words only.
   * @default none
   */
  findCall?: FindCall | undefined;
  /**
   * By category, for scopes that the token would hold: the ids of those that go when they are unchecked. Where nothing changed,
   * the category's map must stay the same object.
   * @default none
   */
  neededBy?: ReadonlyMap<string, CategoryNeeds> | undefined;
  /** The errors, one text or several. @default none */
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
    presets = noPresets,
    findCall,
    neededBy,
    error,
    id,
    title,
    headingLevel = 2,
    disabled = false,
    onKeyDown,
    onFocus,
    onBlur,
    ...rest
  },
  ref,
) {
  const { messages, format } = useWords(ownWords);
  const texts = messages.scopePicker;
  const ownId = useId();
  const { announce, region } = useAnnouncer();
  const clearAll = useRef<HTMLButtonElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const totalText = useRef<HTMLParagraphElement>(null);
  const keptFocus = useKeptFocus(totalText);
  const [dismissed, setDismissed] = useState(noNotices);

  const view = useScopeView(catalog, value, findCall);
  const { call, found } = view;
  const lookUp = useMemo(() => lookUpIn(catalog), [catalog]);
  const selections = new Map(value.map((entry) => [entry.category, entry]));
  const total = value.reduce((count, { enabled, checked }) => count + (enabled ? checked.length : 0), 0);
  const isTouched = value.some(({ enabled, checked }) => enabled || checked.length > 0);
  const cards = useDrawnCategories(catalog.categories, (category) => {
    if (found && !found.has(category)) return null;
    const isOpen = found !== null || selections.get(category.id)?.enabled === true;
    return { found: found?.get(category), words: view.words, isOpen };
  });
  const selectionOf = (category: Category) => ({
    value: selections.get(category.id) ?? untouched(category),
    neededBy: neededBy?.get(category.id),
  });
  const shownSelections = useSelectionsInPieces(cards, selectionOf);
  const firstSwitch = cards.find(({ category, isShown }) => isShown && category.scopes.length > 0)?.category;
  const errors = errorTexts(error);
  const noticeTexts = notices.map((notice) => noticeText(notice, lookUp, messages.notices, format));
  const answer = found ? answerText(view, lookUp, texts, format) : '';
  const asked = found ? JSON.stringify([view.searched, view.access, view.selectedOnly]) : '';

  useAnnouncedNotices(notices, noticeTexts, announce);
  useAnnouncedAnswer(asked, answer, announce);

  const handleChange = useStableCallback(onValueChange);
  const changeAll = (change: ScopeChange) => {
    view.forgetSelected();
    onValueChange(change);
  };
  const handleAdd = (scopes: readonly string[]) => onValueChange({ type: 'scopes.add', scopes });
  const handlePreset = useStableCallback((preset: ScopePreset) => changeAll({ type: 'preset.apply', preset }));
  const handleClearAll = useStableCallback(() => changeAll({ type: 'scopes.clearAll' }));
  const handleUndo = useStableCallback(() => {
    // The button is about to go; what it undid is the nearest thing that stays.
    clearAll.current?.focus();
    changeAll({ type: 'scopes.undo' });
  });

  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    onKeyDown?.(event);
    if (event.defaultPrevented || !canUndo || disabled || !isUndoKey(event)) return;
    // What is typed has an undo history of its own.
    if (event.target === searchBox.current && view.query !== '') return;
    event.preventDefault();
    event.stopPropagation();
    changeAll({ type: 'scopes.undo' });
  };

  const handleFindCall = useStableCallback((text: string) => findCall?.(text) ?? null);
  const handleClearSearch = useStableCallback(() => {
    searchBox.current?.focus();
    view.search('');
  });

  const handleShowAll = () => {
    searchBox.current?.focus();
    view.showAll();
  };

  return (
    <section
      {...part('root')}
      data-state={errors.length > 0 ? 'invalid' : 'valid'}
      aria-labelledby={`${ownId}title`}
      aria-describedby={errors.length > 0 ? `${ownId}error` : undefined}
      {...rest}
      onKeyDown={handleKeyDown}
      onFocus={(event: FocusEvent<HTMLElement>) => {
        onFocus?.(event);
        keptFocus.onFocus(event);
      }}
      onBlur={(event: FocusEvent<HTMLElement>) => {
        onBlur?.(event);
        keptFocus.onBlur(event);
      }}
      ref={ref}
    >
      <div {...part('toolbar')}>
        <div {...part('heading')}>
          <Heading {...part('title')} level={headingLevel} id={`${ownId}title`}>
            {title ?? texts.title}
          </Heading>
          <p {...part('total')} ref={totalText} tabIndex={-1}>
            <bdi>{texts.total({ count: total }, format)}</bdi>
          </p>
        </div>
        <div {...part('actions')}>
          {canUndo && (
            <Button {...part('undo')} size="small" disabled={disabled} onClick={handleUndo}>
              {texts.undo}
            </Button>
          )}
          <Button
            {...part('clear-all')}
            ref={clearAll}
            size="small"
            disabled={disabled || !isTouched}
            onClick={handleClearAll}
          >
            {texts.clearAll}
          </Button>
        </div>
      </div>
      {errors.length > 0 && <FieldError id={`${ownId}error`} errors={errors} />}
      <ScopePresets presets={presets} lookUp={lookUp} onApply={handlePreset} disabled={disabled} />
      {catalog.categories.length > 0 && (
        <div {...part('find')}>
          <ScopeSearchBox
            id={firstSwitch ? undefined : id}
            query={view.query}
            onQueryChange={view.search}
            onClear={handleClearSearch}
            takesCalls={findCall !== undefined}
            findCall={handleFindCall}
            inputRef={searchBox}
          />
          <div {...part('filter-bar')}>
            <ScopeFilters
              levels={view.levels}
              access={view.access}
              selectedOnly={view.selectedOnly}
              onAccessToggle={view.toggleAccess}
              onSelectedOnlyToggle={view.toggleSelectedOnly}
            />
            {found && <ShownCount found={found} value={value} total={total} />}
          </div>
        </div>
      )}
      {notices.length > 0 && notices !== dismissed && (
        <NoticeBar
          notices={notices}
          texts={noticeTexts}
          lookUp={lookUp}
          onAdd={handleAdd}
          onDismiss={() => setDismissed(notices)}
          disabled={disabled}
        />
      )}
      {call?.matches.map((match) => (
        <CallAnswer
          key={`${match.endpoint.method} ${match.endpoint.path}`}
          match={match}
          lookUp={lookUp}
          onAdd={handleAdd}
          headingLevel={levelBelow(headingLevel)}
          disabled={disabled}
        />
      ))}
      {found?.size === 0 && !call?.matches.length && <NothingFound text={answer} onShowAll={handleShowAll} />}
      {catalog.categories.length === 0 && <p {...part('empty')}>{texts.empty}</p>}
      {catalog.categories.length > 0 && (
        <div {...part('categories')} hidden={found?.size === 0}>
          {cards.map(({ category, isShown, ...drawn }) => (
            <ScopeCategory
              key={category.id}
              hidden={!isShown}
              id={category === firstSwitch ? id : undefined}
              category={category}
              {...(shownSelections.get(category) ?? selectionOf(category))}
              onValueChange={handleChange}
              {...drawn}
              labelOf={lookUp.scopeLabel}
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
