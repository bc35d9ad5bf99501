'use client';

import { Button, Callout, useTokenwright } from '@tokenwright/ui';
import type { ReactNode } from 'react';
import { BareSecret } from '../outcome/created.js';
import { useTokenWizard } from '../token-wizard-handle.js';
import { Boundary } from './boundary.js';
import { usePresentation } from './presentation.js';
import { useShownView } from './use-wizard.js';

interface GuardProps {
  /** Names what is inside, for developers. */
  name: string;
  /** Whether the secret is shown inside, so that the fallback has to show it. */
  showsSecret?: boolean | undefined;
  children: ReactNode;
}

/**
 * Represents a part of the wizard that may fail without taking the others, or the host's page, with it.
 * Renders its children, or an alert with a way to try again and, if it was shown inside, the secret.
 */
export function Guard({ name, showsSecret = false, children }: GuardProps) {
  const { report } = useTokenWizard();
  const view = useShownView();
  const isCreated = view === 'created';
  return (
    <Boundary
      name={name}
      view={view}
      report={report}
      secret={isCreated}
      fallback={(retry) => (isCreated && showsSecret ? <BareSecret onRetry={retry} /> : <Broken onRetry={retry} />)}
    >
      {children}
    </Boundary>
  );
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const { messages } = useTokenwright();
  const { heading } = usePresentation();
  const { body, retry } = messages.wizard.broken;
  const handleRetry = () => {
    // The button goes away, and may come back as another one.
    heading.current?.focus();
    onRetry();
  };
  return (
    <Callout
      tone="danger"
      role="alert"
      actions={
        <Button variant="secondary" onClick={handleRetry}>
          {retry}
        </Button>
      }
    >
      {body}
    </Callout>
  );
}
