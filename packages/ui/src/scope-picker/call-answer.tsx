'use client';

import type { EndpointMatch, ScopeAlternative } from '@tokenwright/core';
import { useEffect, useId, useRef } from 'react';
import { Button } from '../button/button.js';
import { Heading, type HeadingLevel } from '../heading/heading.js';
import { drawIcon } from '../icon/icon.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { markedText } from '../scope-search/marked-text.js';
import type { CatalogLookUp } from './catalog-look-up.js';
import { ScopeItem } from './scope-item.js';
import { ownWords, part } from './scope-picker-contract.js';

const noWords: readonly string[] = [];

interface CallAnswerProps {
  match: EndpointMatch;
  lookUp: CatalogLookUp;
  onAdd: (scopes: readonly string[]) => void;
  headingLevel: HeadingLevel;
  disabled: boolean;
}

/** What one call needs: the choices there are, least access first, each to be added as it is. */
export function CallAnswer({
  match: { endpoint, alternatives },
  lookUp,
  onAdd,
  headingLevel,
  disabled,
}: CallAnswerProps) {
  const { messages } = useWords(ownWords);
  const texts = messages.scopePicker.call;
  const isAllowed = alternatives.some(({ missing }) => missing.length === 0);
  const allowed = useRef<HTMLSpanElement>(null);
  const wasPressed = useRef(false);
  useEffect(() => {
    // The button that was pressed is gone; in its place stands what it brought about.
    if (isAllowed && wasPressed.current) allowed.current?.focus();
    wasPressed.current = false;
  }, [isAllowed]);
  return (
    <div {...part('call')} data-state={isAllowed ? 'allowed' : 'needed'}>
      <div {...part('call-heading')}>
        <Heading {...part('call-endpoint')} level={headingLevel} dir="ltr">
          <span {...part('call-method')}>{endpoint.method}</span> {markedText(endpoint.path, noWords, '/')}
        </Heading>
        {!isAllowed && <p {...part('call-needs')}>{alternatives.length > 1 ? texts.needsOneOf : texts.needs}</p>}
      </div>
      {isAllowed ? (
        <p {...part('call-allowed')}>
          {drawIcon('success')}
          <span ref={allowed} tabIndex={-1}>
            {texts.allowed}
          </span>
        </p>
      ) : (
        <ul {...part('alternatives')}>
          {alternatives.map((alternative) => (
            <Alternative
              key={alternative.scopes.join('\n')}
              alternative={alternative}
              lookUp={lookUp}
              onAdd={(scopes) => {
                wasPressed.current = true;
                onAdd(scopes);
              }}
              disabled={disabled}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface AlternativeProps extends Pick<CallAnswerProps, 'lookUp' | 'onAdd' | 'disabled'> {
  alternative: ScopeAlternative;
}

function Alternative({ alternative: { scopes, missing }, lookUp, onAdd, disabled }: AlternativeProps) {
  const { messages, format } = useWords(ownWords);
  const texts = messages.scopePicker.call;
  const id = useId();
  return (
    <li {...part('alternative')}>
      <ul {...part('scope-items')} id={id}>
        {scopes.map((scope) => (
          <ScopeItem key={scope} id={scope} lookUp={lookUp} isHeld={!missing.includes(scope)} />
        ))}
      </ul>
      <Button {...part('add')} size="small" aria-describedby={id} disabled={disabled} onClick={() => onAdd(missing)}>
        {texts.add({ count: missing.length }, format)}
      </Button>
    </li>
  );
}
