import type { AccessLevel, Scope } from '@tokenwright/core';
import type { ReactElement } from 'react';
import { type BadgeTone, drawBadge } from '../badge/badge.js';
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
      {access && drawBadge({ tone: accessTones[access], icon: access, children: texts.access[access] })}
      {sensitive && drawBadge({ tone: 'danger', icon: 'shield', children: ` ${texts.sensitive}` })}
      {deprecated && drawBadge({ tone: 'warning', icon: 'warning', children: ` ${texts.deprecated}` })}
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
