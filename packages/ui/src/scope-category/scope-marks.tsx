import type { AccessLevel, Scope } from '@tokenwright/core';
import { anatomy } from '../anatomy/anatomy.js';
import { Badge, type BadgeTone } from '../badge/badge.js';
import { Icon } from '../icon/icon.js';
import { englishScopeCategory } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';

const ownWords = { scopeCategory: englishScopeCategory };

const part = anatomy('scope-category');

const accessTones: Readonly<Record<AccessLevel, BadgeTone>> = { read: 'neutral', write: 'accent', admin: 'warning' };

interface ScopeMarksProps {
  scope: Scope;
  /** So that what they stand beside can be described by them. @default none */
  id?: string | undefined;
}

/** What makes a scope more or less than others: its access, and whether to think twice. */
export function ScopeMarks({ scope: { access, sensitive, deprecated }, id }: ScopeMarksProps) {
  const { messages } = useWords(ownWords);
  const texts = messages.scopeCategory;
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
      <Icon name="shield" />
      <span>
        <bdi>{sensitive.reason}</bdi>
      </span>
    </p>
  );
}
