'use client';

import type { SourceName, SourceStatus } from '@tokenwright/core';
import { anatomy, Button, Callout, Spinner, useTokenwright } from '@tokenwright/ui';
import { useWizardVerbs } from './use-wizard.js';

const part = anatomy('token-wizard');

export interface SourceNoticeProps {
  source: SourceName;
  /** `ready` means that there is nothing to choose from. */
  status: SourceStatus;
}

/**
 * Represents data that is not there: still loading, failed, or empty.
 * Renders a `<div>`.
 */
export function SourceNotice({ source, status }: SourceNoticeProps) {
  const { messages } = useTokenwright();
  const { retrySource } = useWizardVerbs();
  const texts = messages.wizard.sources[source];
  if (status === 'loading') {
    return (
      <div {...part('loading')} role="status">
        <Spinner /> {texts.loading}
      </div>
    );
  }
  if (status === 'ready') return <Callout tone="info">{texts.empty}</Callout>;
  return (
    <Callout
      tone="danger"
      actions={
        <Button variant="secondary" onClick={() => retrySource(source)}>
          {texts.retry}
        </Button>
      }
    >
      {texts.failed}
    </Callout>
  );
}
