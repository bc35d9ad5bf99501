import { drawIcon } from '../icon/icon.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { SensitiveReason, scopeMarks } from '../scope-category/scope-marks.js';
import type { CatalogLookUp } from './catalog-look-up.js';
import { ownWords, part } from './scope-picker-contract.js';

interface ScopeItemProps {
  id: string;
  lookUp: CatalogLookUp;
  /** It is selected already, so nothing about it needs a second thought. @default false */
  isHeld?: boolean | undefined;
}

/** A scope in a list of those that a button adds: its name, and what there is to know before it is pressed. */
export function ScopeItem({ id, lookUp, isHeld = false }: ScopeItemProps) {
  const { messages } = useWords(ownWords);
  const scope = lookUp.scope(id);
  return (
    <li {...part('scope-item')} data-state={isHeld ? 'held' : 'missing'}>
      <span {...part('scope-label')}>
        <bdi>{lookUp.scopeLabel(id)}</bdi>
      </span>{' '}
      {scope && scopeMarks(scope, messages.scopeCategory)}{' '}
      {isHeld && (
        <span {...part('held')}>
          {drawIcon('check')}
          <span>{messages.scopePicker.call.held}</span>
        </span>
      )}
      {!isHeld && scope && <SensitiveReason scope={scope} />}
    </li>
  );
}
