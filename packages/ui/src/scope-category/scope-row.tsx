'use client';

import type { AccessLevel, Scope } from '@tokenwright/core';
import { memo, useId } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { Badge, type BadgeTone } from '../badge/badge.js';
import { Checkbox } from '../checkbox/checkbox.js';
import { Icon } from '../icon/icon.js';
import { useTokenwright } from '../provider/tokenwright-provider.js';
import { MarkedText } from '../scope-search/marked-text.js';

const part = anatomy('scope-category');

const accessTones: Readonly<Record<AccessLevel, BadgeTone>> = { read: 'neutral', write: 'accent', admin: 'warning' };

interface ScopeRowProps {
  scope: Scope;
  checked: boolean;
  onCheckedChange: (scope: string, checked: boolean) => void;
  labelOf: (scope: string) => string;
  words: readonly string[];
  disabled: boolean;
}

/** One permission. Memoised: a press on one of thousands must draw one. */
export const ScopeRow = memo(function ScopeRow({
  scope,
  checked,
  onCheckedChange,
  labelOf,
  words,
  disabled,
}: ScopeRowProps) {
  const { messages, format } = useTokenwright();
  const { access, sensitive, deprecated, requires = [], endpoints = [], description } = scope;
  const texts = messages.scopeCategory;
  const id = useId();
  const reason = typeof sensitive === 'object' ? sensitive.reason : '';
  return (
    <li {...part('row')} data-state={checked ? 'checked' : 'unchecked'}>
      <Checkbox
        id={id}
        checked={checked}
        onCheckedChange={(next) => onCheckedChange(scope.id, next)}
        disabled={disabled}
        aria-describedby={`${id}marks ${id}details`}
      />
      <div {...part('row-content')}>
        <div {...part('row-heading')}>
          <label {...part('row-label')} htmlFor={id}>
            <MarkedText text={scope.label} words={words} />
          </label>
          <span {...part('marks')} id={`${id}marks`}>
            {access && (
              <Badge tone={accessTones[access]} icon={access}>
                {texts.access[access]}
              </Badge>
            )}{' '}
            {sensitive && (
              <Badge tone="danger" icon="shield">
                {texts.sensitive}
              </Badge>
            )}{' '}
            {deprecated && (
              <Badge tone="warning" icon="warning">
                {texts.deprecated}
              </Badge>
            )}
          </span>
        </div>
        <div {...part('details')} id={`${id}details`}>
          {description && (
            <p {...part('row-description')}>
              <MarkedText text={description} words={words} />
            </p>
          )}{' '}
          {endpoints.map(({ method, path }) => (
            <code {...part('endpoint')} dir="ltr" key={`${method} ${path}`}>
              <span {...part('method')}>{method}</span> <MarkedText text={path} words={words} breakAfter="/" />
            </code>
          ))}{' '}
          {reason !== '' && (
            <p {...part('reason')}>
              <Icon name="shield" />
              <bdi>{reason}</bdi>
            </p>
          )}{' '}
          {requires.length > 0 && (
            <p {...part('requires')}>
              <bdi>{texts.requires({ scopes: requires.map(labelOf) }, format)}</bdi>
            </p>
          )}
        </div>
      </div>
    </li>
  );
});
