'use client';

import type { ScopeNotice } from '@tokenwright/core';
import { useId, useRef, useState } from 'react';
import { Button } from '../button/button.js';
import { drawIcon } from '../icon/icon.js';
import { useWords } from '../provider/tokenwright-provider.js';
import type { CatalogLookUp } from './catalog-look-up.js';
import { ScopeItem } from './scope-item.js';
import { ownWords, part } from './scope-picker-contract.js';

interface NoticeBarProps {
  notices: readonly ScopeNotice[];
  /** The text of each notice. */
  texts: readonly string[];
  lookUp: CatalogLookUp;
  onAdd: (scopes: readonly string[]) => void;
  onDismiss: () => void;
  disabled: boolean;
}

/** What the last change did besides what was asked. It stays in view while the list scrolls, and moves nothing in it. */
export function NoticeBar({ notices, texts, lookUp, onAdd, onDismiss, disabled }: NoticeBarProps) {
  const { messages } = useWords(ownWords);
  return (
    <div {...part('notices')}>
      {drawIcon('info')}
      <div {...part('notice-list')}>
        {notices.map((notice, position) => {
          const text = texts[position] ?? '';
          return (
            <div {...part('notice')} key={text}>
              <p {...part('notice-text')}>
                <bdi>{text}</bdi>
              </p>
              {notice.type === 'sensitive.leftOut' && (
                <LeftOut scopes={notice.scopes} lookUp={lookUp} onAdd={onAdd} disabled={disabled} />
              )}
            </div>
          );
        })}
      </div>
      <button {...part('dismiss')} type="button" aria-label={messages.scopePicker.dismissNotices} onClick={onDismiss}>
        {drawIcon('cross')}
      </button>
    </div>
  );
}

interface LeftOutProps extends Pick<NoticeBarProps, 'lookUp' | 'onAdd' | 'disabled'> {
  scopes: readonly string[];
}

/** The sensitive scopes that "Select all" did not take in: named one by one, with the reasons, before they are. */
function LeftOut({ scopes, lookUp, onAdd, disabled }: LeftOutProps) {
  const { messages, format } = useWords(ownWords);
  const texts = messages.scopePicker.leftOut;
  const [isAsking, setIsAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const count = scopes.length;
  return (
    <>
      <Button
        {...part('left-out-open')}
        ref={opener}
        size="small"
        aria-expanded={isAsking}
        disabled={disabled}
        onClick={() => setIsAsking(!isAsking)}
      >
        {texts.select({ count }, format)}
      </Button>
      {isAsking && (
        <div {...part('left-out')}>
          <p {...part('left-out-question')}>{texts.question({ count }, format)}</p>
          <ul {...part('scope-items')} id={id}>
            {scopes.map((scope) => (
              <ScopeItem key={scope} id={scope} lookUp={lookUp} />
            ))}
          </ul>
          <div {...part('left-out-actions')}>
            <Button
              size="small"
              variant="primary"
              aria-describedby={id}
              disabled={disabled}
              onClick={() => onAdd(scopes)}
            >
              {texts.confirm({ count }, format)}
            </Button>
            <Button
              size="small"
              onClick={() => {
                opener.current?.focus();
                setIsAsking(false);
              }}
            >
              {texts.dismiss}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
