import type { AccessLevel, Scope } from '@tokenwright/core';
import type { ReactElement } from 'react';
import { Badge, type BadgeTone } from '../badge/badge.js';
import { drawIcon } from '../icon/icon.js';
import type { TokenwrightMessages } from '../messages/messages.js';
import { part } from './scope-category-contract.js';

const accessTones: Readonly<Record<AccessLevel, BadgeTone>> = { read: 'neutral', write: 'accent', admin: 'warning' };

/**
 * What makes a scope more or less than others: its access, and whether to think twice. Not a component: thousands of rows
 * would pay for it.
 *
 * @param id So that what they stand beside can be described by them.
 */
export function scopeMarks(
  { access, sensitive, deprecated }: Scope,
  texts: TokenwrightMessages['scopeCategory'],
  id?: string,
): ReactElement {
  return (
    <span {...part('marks')} id={id}>
      {access && (
        <Badge tone={accessTones[access]} icon={access}>
          {texts.access[access]}
        </Badge>
      )}
      {sensitive && ' '}
      {sensitive && (
        <Badge tone="danger" icon="shield">
          {texts.sensitive}
        </Badge>
      )}
      {deprecated && ' '}
      {deprecated && (
        <Badge tone="warning" icon="warning">
          {texts.deprecated}
        </Badge>
      )}
    </span>
  );
}

/** Why a scope is sensitive, where the host says so. */
export function SensitiveReason({ scope: { sensitive } }: { scope: Scope }) {
  if (typeof sensitive !== 'object') return null;
  return (
    <p {...part('reason')}>
      {drawIcon('shield')}
      <span>
        <bdi>{sensitive.reason}</bdi>
      </span>
    </p>
  );
}
