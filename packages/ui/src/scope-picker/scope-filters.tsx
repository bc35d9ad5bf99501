'use client';

import { memo } from 'react';
import { Button } from '../button/button.js';
import { drawIcon, type IconName } from '../icon/icon.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { ownWords, part } from './scope-picker-contract.js';
import type { ScopeView } from './use-scope-view.js';

interface ScopeFiltersProps extends Pick<ScopeView, 'levels' | 'access' | 'selectedOnly'> {
  onAccessToggle: ScopeView['toggleAccess'];
  onSelectedOnlyToggle: ScopeView['toggleSelectedOnly'];
}

/** What of the list to show. Kinds of access add up; none pressed means any. */
export const ScopeFilters = memo(function ScopeFilters({
  levels,
  access,
  selectedOnly,
  onAccessToggle,
  onSelectedOnlyToggle,
}: ScopeFiltersProps) {
  const { messages } = useWords(ownWords);
  const texts = messages.scopePicker;
  // With one kind of access for all there is nothing to tell apart.
  const offered = levels.length > 1 ? levels : [];
  return (
    <fieldset {...part('filters')}>
      <legend {...part('legend')}>{texts.filters}</legend>
      <Filter icon="check" pressed={selectedOnly} onPress={onSelectedOnlyToggle}>
        {texts.selectedOnly}
      </Filter>
      {offered.map((level) => (
        <Filter key={level} icon={level} pressed={access.includes(level)} onPress={() => onAccessToggle(level)}>
          {messages.scopeCategory.access[level]}
        </Filter>
      ))}
    </fieldset>
  );
});

interface FilterProps {
  icon: IconName;
  pressed: boolean;
  onPress: () => void;
  children: string;
}

function Filter({ icon, pressed, onPress, children }: FilterProps) {
  return (
    <Button
      {...part('filter')}
      data-state={pressed ? 'on' : 'off'}
      size="small"
      aria-pressed={pressed}
      onClick={onPress}
    >
      {drawIcon(pressed ? 'check' : icon)}
      {children}
    </Button>
  );
}
