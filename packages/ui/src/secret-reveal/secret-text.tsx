'use client';

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { Button } from '../button/button.js';
import { drawIcon } from '../icon/icon.js';
import { englishSecretReveal } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.js';
import { copyText, selectContents } from './copy-text.js';

const ownWords = { secretReveal: englishSecretReveal };

const part = anatomy('secret-reveal');

/**
 * What session replay and analytics heed, each by its own name. `translate` keeps the text from being sent to a page translator.
 * Classes: rrweb, Sentry, PostHog, FullStory, Amplitude, New Relic, Mixpanel, Highlight, Mouseflow, Yandex Metrica, Lucky Orange,
 * Inspectlet, Pendo. Attributes: Sentry, Datadog, Hotjar, Clarity, LogRocket, OpenReplay, Contentsquare, Heap, Smartlook, Dynatrace,
 * Matomo, Quantum Metric.
 */
const unrecorded = {
  className:
    'rr-block sentry-block ph-no-capture fs-exclude amp-block nr-block mp-block highlight-block mf-excluded ym-hide-content lo-sensitive inspectlet-sensitive pendo-sr-ignore',
  'data-sentry-mask': '',
  'data-sentry-block': '',
  'data-dd-privacy': 'hidden',
  'data-hj-suppress': '',
  'data-clarity-mask': 'true',
  'data-private': '',
  'data-openreplay-obscured': '',
  'data-cs-mask': '',
  'data-heap-redact-text': 'true',
  'data-recording-disable': '',
  'data-sl': 'exclude',
  'data-dtrum-mask': '',
  'data-matomo-mask': '',
  'data-qm-block': '',
  translate: 'no',
  spellCheck: false,
} as const;

interface SecretTextProps {
  /** Reads the text to show and copy. It holds the secret, so it is called late and its result is kept nowhere. */
  read: () => string;
  /** The same text with the secret made unreadable. */
  masked: string;
  /** Whether the secret may be seen. */
  revealed: boolean;
  /** It has to be seen, so that the user can copy it by hand. */
  onReveal: () => void;
  /** Stands above the text. */
  label: string;
  copyLabel: string;
  copiedText: string;
  /** The text was verifiably copied. @default nothing happens */
  onCopied?: (() => void) | undefined;
  /** Further buttons. @default none */
  actions?: ReactNode;
}

/** A secret, or a text that holds it, with a button that copies it. */
export function SecretText({
  read,
  masked,
  revealed,
  onReveal,
  label,
  copyLabel,
  copiedText,
  onCopied,
  actions,
}: SecretTextProps) {
  const { messages } = useWords(ownWords);
  const code = useRef<HTMLElement>(null);
  const toBeSelected = useRef(false);
  const [copies, setCopies] = useState<{ outcome: 'none' | 'copied' | 'failed'; count: number }>({
    outcome: 'none',
    count: 0,
  });

  // Not a child of the element: React's tree, and so every developer tool and error report that reads it, stays clean.
  // Only when it differs, for writing would take back what the user has selected.
  useEffect(() => {
    const text = revealed ? read() : masked;
    if (code.current && code.current.textContent !== text) code.current.textContent = text;
    if (code.current && revealed && toBeSelected.current) {
      toBeSelected.current = false;
      selectContents(code.current);
    }
  });
  useEffect(() => {
    const element = code.current;
    const wipe = () => element?.replaceChildren();
    // A page that comes back from the back/forward cache must not show it again.
    addEventListener('pagehide', wipe);
    return () => {
      removeEventListener('pagehide', wipe);
      wipe();
    };
  }, []);

  const handleCopy = async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const element = code.current;
    if (!element) return;
    const copied = await copyText(read(), element.parentElement ?? element, currentTarget);
    toBeSelected.current = !copied;
    setCopies(({ count }) => ({ outcome: copied ? 'copied' : 'failed', count: count + 1 }));
    if (copied) onCopied?.();
    else onReveal();
  };

  const { outcome, count } = copies;
  const status = { none: '', copied: copiedText, failed: messages.secretReveal.copyFailed }[outcome];
  return (
    <div {...part('block')}>
      <div {...part('heading')}>
        <div {...part('label')}>{label}</div>
        {/* Apart from the secret, which must not be read out, and never replaced: only the text of a lasting region is heard. */}
        <p {...part('status')} role="status" data-state={outcome}>
          {count % 2 === 0 && count > 0 ? `${status}\u00A0` : status}
        </p>
      </div>
      <div {...part('line')}>
        {!revealed && <VisuallyHidden>{messages.secretReveal.hidden}</VisuallyHidden>}
        <pre
          {...part('text')}
          {...unrecorded}
          data-state={revealed ? 'revealed' : 'masked'}
          aria-hidden={!revealed || undefined}
        >
          <code {...part('code')} data-state={revealed ? 'revealed' : 'masked'} dir="ltr" ref={code} />
        </pre>
        <div {...part('buttons')}>
          {actions}
          <Button {...part('copy')} onClick={(event) => void handleCopy(event)}>
            {drawIcon('copy')}
            {copyLabel}
          </Button>
        </div>
      </div>
    </div>
  );
}
