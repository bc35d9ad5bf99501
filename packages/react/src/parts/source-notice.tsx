'use client';

import type { SourceName, SourceStatus } from '@tokenwright/core';
import { Button, Callout, Spinner, useTokenwright } from '@tokenwright/ui';
import { part } from './part.js';
import { usePresentation } from './presentation.js';
import { useWizardVerbs } from './use-wizard.js';

export interface SourceNoticeProps {
  source: SourceName;
  /** `ready` means that there is nothing to choose from. */
  status: SourceStatus;
  /** Where the error summary leads, in the place of the field that is not there. */
  id: string;
}

/**
 * Represents data that is not there: still loading, failed, or empty.
 * Renders a `<div>`.
 */
export function SourceNotice({ source, status, id }: SourceNoticeProps) {
  const { messages } = useTokenwright();
  const { retrySource } = useWizardVerbs();
  const { heading } = usePresentation();
  const texts = messages.wizard.sources[source];
  if (status === 'loading') {
    return (
      <div {...part('loading')} role="status">
        <Spinner />
        <div id={id} tabIndex={-1}>
          {texts.loading}
        </div>
      </div>
    );
  }
  if (status === 'ready')
    return (
      <Callout tone="info" id={id} tabIndex={-1}>
        {texts.empty}
      </Callout>
    );
  const handleRetry = () => {
    retrySource(source);
    // The button goes away, and what comes in its place may go as well.
    heading.current?.focus();
  };
  return (
    <Callout
      tone="danger"
      id={id}
      tabIndex={-1}
      actions={
        <Button variant="secondary" onClick={handleRetry}>
          {texts.retry}
        </Button>
      }
    >
      {texts.failed}
    </Callout>
  );
}
