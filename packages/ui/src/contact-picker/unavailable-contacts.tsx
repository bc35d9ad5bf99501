'use client';

import type { SourceStatus } from '@tokenwright/core';
import { anatomy } from '../anatomy/anatomy.js';
import { Button } from '../button/button.js';
import { Callout } from '../callout/callout.js';
import { englishContactsSource } from '../messages/english-wizard.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { Spinner } from '../spinner/spinner.js';

const ownWords = { wizard: { sources: { contacts: englishContactsSource } } };

const part = anatomy('contact-picker');

interface UnavailableContactsProps {
  /** The id that a control would have: what error summaries lead to. */
  id: string;
  /** `ready` means that there is nobody to choose. */
  status: SourceStatus;
  /** Whether what is being loaded was asked for again: the button then stays, and with it the focus. */
  retrying: boolean;
  onRetry: (() => void) | undefined;
}

/** Stands in the place of the contacts while they are not there. Announced when it changes. */
export function UnavailableContacts({ id, status, retrying, onRetry }: UnavailableContactsProps) {
  const { messages } = useWords(ownWords);
  const texts = messages.wizard.sources.contacts;
  const isLoading = status === 'loading';
  return (
    <div {...part('unavailable')} id={id} tabIndex={-1} role="status" data-state={status}>
      {status === 'ready' && <Callout>{texts.empty}</Callout>}
      {isLoading && !retrying && (
        <span {...part('loading')}>
          <Spinner />
          <span>{texts.loading}</span>
        </span>
      )}
      {(status === 'failed' || (isLoading && retrying)) && (
        <Callout
          tone="danger"
          actions={
            onRetry && (
              <Button busy={isLoading} onClick={onRetry}>
                {texts.retry}
              </Button>
            )
          }
        >
          {isLoading ? texts.loading : texts.failed}
        </Callout>
      )}
    </div>
  );
}
