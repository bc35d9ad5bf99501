'use client';

import type { Scope } from '@tokenwright/core';
import { memo, useId } from 'react';
import { Checkbox } from '../checkbox/checkbox.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { markedText } from '../scope-search/marked-text.js';
import { ownWords, part } from './scope-category-contract.js';
import { SensitiveReason, scopeMarks } from './scope-marks.js';
import { shownLabel } from './shown-label.js';

interface ScopeRowProps {
  scope: Scope;
  checked: boolean;
  onCheckedChange: (scope: string, checked: boolean) => void;
  labelOf: (scope: string) => string;
  /** What is said of the scopes that go with this one when it is unchecked; empty when there are none. */
  needed: string;
  words: readonly string[];
  disabled: boolean;
}

/** One permission. Memoised: a press on one of thousands must draw one. */
export const ScopeRow = memo(function ScopeRow({
  scope,
  checked,
  onCheckedChange,
  labelOf,
  needed,
  words,
  disabled,
}: ScopeRowProps) {
  const id = useId();
  return (
    <li {...part('row')} data-state={checked ? 'checked' : 'unchecked'}>
      <Checkbox
        id={id}
        checked={checked}
        onCheckedChange={(next) => onCheckedChange(scope.id, next)}
        disabled={disabled}
        aria-describedby={`${id}marks ${id}details`}
      />
      <RowContent id={id} scope={scope} labelOf={labelOf} needed={checked ? needed : ''} words={words} />
    </li>
  );
});

interface RowContentProps extends Pick<ScopeRowProps, 'scope' | 'labelOf' | 'needed' | 'words'> {
  /** The id of the check box. */
  id: string;
}

/** What there is to read about a permission. It stays as it is when the permission is checked. */
const RowContent = memo(function RowContent({ id, scope, labelOf, needed, words }: RowContentProps) {
  const { messages, format } = useWords(ownWords);
  const { requires = [], endpoints = [], description, sensitive } = scope;
  return (
    <div {...part('row-content')}>
      <div {...part('row-heading')}>
        <label {...part('row-label')} htmlFor={id}>
          {markedText(shownLabel(scope), words)}
        </label>
        {scopeMarks(scope, messages.scopeCategory, `${id}marks`)}
      </div>
      <div {...part('details')} id={`${id}details`}>
        {description && <p {...part('row-description')}>{markedText(description, words)}</p>}
        {endpoints.map(({ method, path }) => (
          <code {...part('endpoint')} dir="ltr" key={`${method} ${path}`}>
            <span {...part('method')}>{method}</span> {markedText(path, words, '/')}
          </code>
        ))}
        {sensitive && <SensitiveReason scope={scope} />}
        {requires.length > 0 && (
          <p {...part('requires')}>
            <bdi>{messages.scopeCategory.requires({ scopes: requires.map(labelOf) }, format)}</bdi>
          </p>
        )}
        {needed !== '' && (
          <p {...part('needed-by')}>
            <bdi>{needed}</bdi>
          </p>
        )}
      </div>
    </div>
  );
});
