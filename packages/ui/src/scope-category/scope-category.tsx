'use client';

import type {
  ScopeCategory as Category,
  CategoryNeeds,
  CategorySelection,
  Scope,
  ScopeChange,
} from '@tokenwright/core';
import { type ComponentPropsWithoutRef, forwardRef, memo, useCallback, useId, useMemo } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { Checkbox } from '../checkbox/checkbox.js';
import { Heading, type HeadingLevel } from '../heading/heading.js';
import { useTokenwright } from '../provider/tokenwright-provider.js';
import { MarkedText } from '../scope-search/marked-text.js';
import { useStableCallback } from '../stable-callback/use-stable-callback.js';
import { Switch } from '../switch/switch.js';
import { ScopeRow } from './scope-row.js';
import { shownLabel } from './shown-label.js';

const part = anatomy('scope-category');

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
      headingLevel = 3,
      disabled = false,
      ...rest
    },
    ref,
  ) {
    const { messages, format } = useTokenwright();
    const texts = messages.scopeCategory;
    const ownId = useId();
    const switchId = id ?? ownId;
    const checked = useMemo(() => new Set(value.checked), [value.checked]);
    const { description, scopes } = category;
    const label = shownLabel(category);
    const count = scopes.filter((scope) => checked.has(scope.id)).length;
    const total = scopes.length;
    const isEmpty = total === 0;
    const countText = isEmpty
      ? texts.empty
      : value.enabled
        ? texts.selected({ count, total }, format)
        : count > 0
          ? texts.remembered({ count, total }, format)
          : texts.available({ count: total }, format);
    return (
      <div {...part('root')} data-state={isEmpty ? 'empty' : value.enabled ? 'on' : 'off'} {...rest} ref={ref}>
        <div {...part('header')}>
          <div {...part('heading')}>
            <Heading {...part('title')} level={headingLevel}>
              {isEmpty ? (
                <bdi>{label}</bdi>
              ) : (
                <label {...part('label')} htmlFor={switchId}>
                  <MarkedText text={label} words={words} />
                </label>
              )}
            </Heading>
            {description && (
              <p {...part('description')} id={`${ownId}description`}>
                <bdi>{description}</bdi>
              </p>
            )}
          </div>
          <p {...part('count')} id={`${ownId}count`}>
            <bdi>{countText}</bdi>
          </p>
          {!isEmpty && (
            <Switch
              id={switchId}
              checked={value.enabled}
              onCheckedChange={(enabled) => onValueChange({ type: 'category.toggle', category: category.id, enabled })}
              disabled={disabled}
              aria-describedby={description ? `${ownId}description ${ownId}count` : `${ownId}count`}
            />
          )}
        </div>
        {!isEmpty && (value.enabled || found) && (
          <ScopeList
            category={category}
            checked={checked}
            onValueChange={onValueChange}
            found={found}
            words={words}
            labelOf={labelOf}
            neededBy={neededBy}
            disabled={disabled}
          />
        )}
      </div>
    );
  }),
);

interface ScopeListProps
  extends Pick<ScopeCategoryProps, 'category' | 'onValueChange' | 'found' | 'labelOf' | 'neededBy'> {
  checked: ReadonlySet<string>;
  words: readonly string[];
  disabled: boolean;
}

function ScopeList({ category, checked, onValueChange, found, words, labelOf, neededBy, disabled }: ScopeListProps) {
  const { messages, format } = useTokenwright();
  const handleCheckedChange = useStableCallback((scope: string, next: boolean) =>
    onValueChange({ type: 'scope.toggle', scope, checked: next }),
  );
  const ownLabelOf = useCallback(
    (id: string) => {
      const scope = category.scopes.find((other) => other.id === id);
      return scope ? shownLabel(scope) : id;
    },
    [category],
  );
  const nameOf = labelOf ?? ownLabelOf;
  // Text, and not a list: a row that is needed by the same scopes as before need not be drawn again.
  const neededText = (scope: string) => {
    const dependents = neededBy?.get(scope) ?? [];
    return dependents.length > 0 ? messages.scopeCategory.neededBy({ scopes: dependents.map(nameOf) }, format) : '';
  };
  return (
    <fieldset {...part('scopes')}>
      <legend {...part('legend')}>
        <bdi>{shownLabel(category)}</bdi>
      </legend>
      {/* While a search hides scopes, "all" would mean more than is seen. */}
      {!found && <SelectAll category={category} checked={checked} onValueChange={onValueChange} disabled={disabled} />}
      <ul {...part('list')}>
        {(found ?? category.scopes).map((scope) => (
          <ScopeRow
            key={scope.id}
            scope={scope}
            checked={checked.has(scope.id)}
            onCheckedChange={handleCheckedChange}
            labelOf={nameOf}
            needed={neededText(scope.id)}
            words={words}
            disabled={disabled}
          />
        ))}
      </ul>
    </fieldset>
  );
}

function SelectAll({
  category,
  checked,
  onValueChange,
  disabled,
}: Pick<ScopeListProps, 'category' | 'checked' | 'onValueChange' | 'disabled'>) {
  const { messages } = useTokenwright();
  const id = useId();
  const unchecked = category.scopes.filter((scope) => !checked.has(scope.id));
  const state = unchecked.length === 0 ? true : unchecked.length === category.scopes.length ? false : 'mixed';
  // "All" never takes a sensitive scope in, so when only those are left the next press has to lead back to none.
  const isAllThatCanBe = unchecked.length < category.scopes.length && unchecked.every((scope) => scope.sensitive);
  return (
    <div {...part('select-all')}>
      <Checkbox
        id={id}
        checked={state}
        onCheckedChange={() =>
          onValueChange({ type: 'category.toggleAll', category: category.id, checked: !isAllThatCanBe })
        }
        disabled={disabled}
      />
      <label {...part('select-all-label')} htmlFor={id}>
        {messages.scopeCategory.selectAll}
      </label>
    </div>
  );
}
