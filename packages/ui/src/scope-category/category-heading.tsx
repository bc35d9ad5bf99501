'use client';

import type { ScopeCategory as Category } from '@tokenwright/core';
import { memo } from 'react';
import { Heading, type HeadingLevel } from '../heading/heading.js';
import { markedText } from '../scope-search/marked-text.js';
import { part } from './scope-category-contract.js';
import { shownLabel } from './shown-label.js';

interface CategoryHeadingProps {
  category: Category;
  switchId: string;
  descriptionId: string;
  words: readonly string[];
  level: HeadingLevel;
}

/** What a category is called and for. It stays as it is when scopes are checked. */
export const CategoryHeading = memo(function CategoryHeading({
  category,
  switchId,
  descriptionId,
  words,
  level,
}: CategoryHeadingProps) {
  const label = shownLabel(category);
  return (
    <div {...part('heading')}>
      <Heading {...part('title')} level={level}>
        {category.scopes.length === 0 ? (
          <bdi>{label}</bdi>
        ) : (
          <label {...part('label')} htmlFor={switchId}>
            {markedText(label, words)}
          </label>
        )}
      </Heading>
      {category.description && (
        <p {...part('description')} id={descriptionId}>
          <bdi>{category.description}</bdi>
        </p>
      )}
    </div>
  );
});
