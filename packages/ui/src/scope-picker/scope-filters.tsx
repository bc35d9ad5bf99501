'use client';

import { anatomy } from '../anatomy/anatomy.js';
import { Button } from '../button/button.js';
import { Icon, type IconName } from '../icon/icon.js';
import { useTokenwright } from '../provider/tokenwright-provider.js';
import type { ScopeView } from './use-scope-view.js';

const part = anatomy('scope-picker');

/** What of the list to show. Kinds of access add up; none pressed means any. */
export function ScopeFilters({ view }: { view: ScopeView }) {
  const { messages } = useTokenwright();
  const { filters, selectedOnly } = messages.scopePicker;
  // With one kind of access for all there is nothing to tell apart.
  const levels = view.levels.length > 1 ? view.levels : [];
  return (
    <fieldset {...part('filters')}>
      <legend {...part('legend')}>{filters}</legend>
      <Filter icon="check" pressed={view.selectedOnly} onPress={view.toggleSelectedOnly}>
        {selectedOnly}
      </Filter>
      {levels.map((level) => (
        <Filter key={level} icon={level} pressed={view.access.includes(level)} onPress={() => view.toggleAccess(level)}>
          {messages.scopeCategory.access[level]}
        </Filter>
      ))}
    </fieldset>
  );
}

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
      <Icon name={pressed ? 'check' : icon} />
      {children}
    </Button>
  );
}
