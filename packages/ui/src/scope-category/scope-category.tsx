'use client';

import type {
  ScopeCategory as Category,
  CategoryNeeds,
  CategorySelection,
  Scope,
  ScopeChange,
} from '@tokenwright/core';
import { type ComponentPropsWithoutRef, forwardRef, memo, useCallback, useEffect, useId, useMemo, useRef } from 'react';
import type { HeadingLevel } from '../heading/heading.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { useStableCallback } from '../stable-callback/use-stable-callback.js';
import { Switch } from '../switch/switch.js';
import { CategoryHeading } from './category-heading.js';
import { ownWords, part } from './scope-category-contract.js';
import { ScopeRow } from './scope-row.js';
import { checkedShare, SelectAll } from './select-all.js';
import { shownLabel } from './shown-label.js';

const noWords: readonly string[] = [];

/** The changes that one category can ask for. */
export type ScopeCategoryChange = Extract<
  ScopeChange,
  { type: 'category.toggle' | 'category.toggleAll' | 'scope.toggle' }
>;

export interface ScopeCategoryProps extends Omit<ComponentPropsWithoutRef<'div'>, 'id' | 'children'> {
  category: Category;
  /** Whether the category is on, and which of its scopes are checked. */
  value: CategorySelection;
  /** What the user asks for. The owner decides what it brings about. */
  onValueChange: (change: ScopeCategoryChange) => void;
  /** The id of the switch: what error summaries lead to. @default one made by React */
  id?: string | undefined;
  /**
   * The scopes that a search found here. They are shown even if the category is off; its other scopes are not.
   * @default no search
   */
  found?: readonly Scope[] | undefined;
  /** Words to mark in the texts, in lower case and without accents. @default none */
  words?: readonly string[] | undefined;
  /** Names a scope that another one requires. @default its label in this category, or its id */
  labelOf?: ((scope: string) => string) | undefined;
  /**
   * For scopes of this category, the ids of those that do not work without them and go when they are unchecked. Must stay the
   * same object while nothing in it changes.
   * @default none
   */
  neededBy?: CategoryNeeds | undefined;
  /** How many of its rows to draw, for an owner that draws a long list in pieces. @default all */
  rows?: number | undefined;
  /** The rank of the category's name on the page. @default 3 */
  headingLevel?: HeadingLevel | undefined;
  /** @default false */
  disabled?: boolean | undefined;
}

/**
 * A group of scopes with one switch. Off, it grants nothing and remembers what was checked.
 * Renders a `<div>`.
 */
export const ScopeCategory = memo(
  forwardRef<HTMLDivElement, ScopeCategoryProps>(function ScopeCategory(
    {
      category,
      value,
      onValueChange,
      id,
      found,
      words = noWords,
      labelOf,
      neededBy,
      rows,
      headingLevel = 3,
      disabled = false,
      ...rest
    },
    ref,
  ) {
    const { messages, format } = useWords(ownWords);
    const texts = messages.scopeCategory;
    const ownId = useId();
    const switchId = id ?? ownId;
    const descriptionId = `${ownId}description`;
    const countId = `${ownId}count`;
    const { description, scopes } = category;
    const checked = useMemo(() => new Set(value.checked), [value.checked]);
    const isOpen = value.enabled || found !== undefined;
    const list = useLastOpen({ category, checked, found, words, neededBy, rows }, isOpen);
    const ownLabelOf = useCallback(
      (scope: string) => {
        const known = scopes.find((other) => other.id === scope);
        return known ? shownLabel(known) : scope;
      },
      [scopes],
    );
    const nameOf = labelOf ?? ownLabelOf;
    const handleEnabledChange = useStableCallback((enabled: boolean) =>
      onValueChange({ type: 'category.toggle', category: category.id, enabled }),
    );
    const handleAllChange = useStableCallback((all: boolean) =>
      onValueChange({ type: 'category.toggleAll', category: category.id, checked: all }),
    );
    const handleScopeChange = useStableCallback((scope: string, next: boolean) =>
      onValueChange({ type: 'scope.toggle', scope, checked: next }),
    );
    // Text, and not a list: a row that is needed by the same scopes as before need not be drawn again.
    const neededText = (dependents: readonly string[] = []) =>
      dependents.length > 0 ? texts.neededBy({ scopes: dependents.map(nameOf) }, format) : '';

    const count = scopes.filter((scope) => checked.has(scope.id)).length;
    const total = scopes.length;
    const isEmpty = total === 0;
    const state = isEmpty ? 'empty' : value.enabled ? 'on' : 'off';
    const countText = isEmpty
      ? texts.empty
      : value.enabled
        ? texts.selected({ count, total }, format)
        : count > 0
          ? texts.remembered({ count, total }, format)
          : texts.available({ count: total }, format);
    return (
      <div {...part('root')} data-state={state} {...rest} ref={ref}>
        {/* Each has the state that styles it: a rule that looks further up would restyle every row. */}
        <div {...part('header')} data-state={state}>
          <CategoryHeading
            category={category}
            switchId={switchId}
            descriptionId={descriptionId}
            words={words}
            level={headingLevel}
          />
          <p {...part('count')} id={countId} data-state={state}>
            <bdi>{countText}</bdi>
          </p>
          {!isEmpty && (
            <Switch
              id={switchId}
              checked={value.enabled}
              onCheckedChange={handleEnabledChange}
              disabled={disabled}
              aria-describedby={description ? `${descriptionId} ${countId}` : countId}
            />
          )}
        </div>
        {list && !isEmpty && (
          <fieldset {...part('scopes')} hidden={!isOpen}>
            <legend {...part('legend')}>
              <bdi>{shownLabel(category)}</bdi>
            </legend>
            {/* While a search hides scopes, "all" would mean more than is seen. */}
            {!list.found && (
              <SelectAll
                share={checkedShare(category, list.checked)}
                onCheckedChange={handleAllChange}
                disabled={disabled}
              />
            )}
            <ul {...part('list')}>
              {(list.found ?? scopes).slice(0, list.rows).map((scope) => (
                <ScopeRow
                  key={scope.id}
                  scope={scope}
                  checked={list.checked.has(scope.id)}
                  onCheckedChange={handleScopeChange}
                  labelOf={nameOf}
                  needed={neededText(list.neededBy?.get(scope.id))}
                  words={list.words}
                  disabled={disabled}
                />
              ))}
            </ul>
          </fieldset>
        )}
      </div>
    );
  }),
);

interface ScopeList extends Pick<ScopeCategoryProps, 'category' | 'found' | 'neededBy' | 'rows'> {
  checked: ReadonlySet<string>;
  words: readonly string[];
}

/**
 * What the list shows. One that was closed stays as it was, hidden, so that a long one goes and comes back at once; null
 * before it was first open.
 */
function useLastOpen(list: ScopeList, isOpen: boolean): ScopeList | null {
  const last = useRef<ScopeList | null>(null);
  useEffect(() => {
    if (isOpen) last.current = list;
  });
  if (isOpen) return list;
  return last.current?.category === list.category ? last.current : null;
}
