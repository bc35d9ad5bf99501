'use client';

import type { ScopeCategory as Category } from '@tokenwright/core';
import { memo, useId } from 'react';
import { Checkbox } from '../checkbox/checkbox.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { ownWords, part } from './scope-category-contract.js';

/**
 * How much of a category is checked. `'all-but-sensitive'`: "all" never takes a sensitive scope in, so when only those are
 * left the next press has to lead back to none.
 */
export type CheckedShare = 'none' | 'some' | 'all-but-sensitive' | 'all';

export function checkedShare({ scopes }: Category, checked: ReadonlySet<string>): CheckedShare {
  const unchecked = scopes.filter(({ id }) => !checked.has(id));
  if (unchecked.length === 0) return 'all';
  if (unchecked.length === scopes.length) return 'none';
  return unchecked.every(({ sensitive }) => sensitive) ? 'all-but-sensitive' : 'some';
}

interface SelectAllProps {
  share: CheckedShare;
  onCheckedChange: (checked: boolean) => void;
  disabled: boolean;
}

/** One check box for all of a category. */
export const SelectAll = memo(function SelectAll({ share, onCheckedChange, disabled }: SelectAllProps) {
  const { messages } = useWords(ownWords);
  const id = useId();
  const isAllThatCanBe = share === 'all' || share === 'all-but-sensitive';
  return (
    <div {...part('select-all')}>
      <Checkbox
        id={id}
        checked={share === 'all' ? true : share === 'none' ? false : 'mixed'}
        onCheckedChange={() => onCheckedChange(!isAllThatCanBe)}
        disabled={disabled}
      />
      <label {...part('select-all-label')} htmlFor={id}>
        {messages.scopeCategory.selectAll}
      </label>
    </div>
  );
});
