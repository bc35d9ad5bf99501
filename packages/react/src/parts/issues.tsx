'use client';

import { stepOfField, type TokenWizardSnapshot } from '@tokenwright/core';
import { ErrorSummary, issueText, levelBelow, useTokenwright } from '@tokenwright/ui';
import { useEffect, useRef, useState } from 'react';
import { useTokenWizard } from '../token-wizard-handle.js';
import { usePresentation } from './presentation.js';
import { selectSummary, useWizardState } from './use-wizard.js';

const selectStep = ({ context }: TokenWizardSnapshot) => context.destination;

/**
 * Represents everything that keeps the user on this step. Takes the focus each time Next or Create is refused.
 * Renders a `<div>`, and nothing when there is nothing to mend.
 */
export function Issues() {
  const { actor } = useTokenWizard();
  const { messages, format } = useTokenwright();
  const { headingLevel, fieldId } = usePresentation();
  const step = useWizardState(selectStep);
  // A link must lead to a field that is on the page; what is wrong on another step is told there.
  const issues = useWizardState(selectSummary).filter(
    ({ field }) => field === null || step === 'create' || stepOfField[field] === step,
  );
  const wasRejected = issues.some(({ code }) => code === 'server.rejected');
  const summary = useRef<HTMLDivElement>(null);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    const subscription = actor.on('step.refused', () => setRefusals((count) => count + 1));
    return () => subscription.unsubscribe();
  }, [actor]);
  useEffect(() => {
    if (refusals > 0) summary.current?.focus();
  }, [refusals]);
  if (issues.length === 0) return null;
  return (
    <ErrorSummary
      ref={summary}
      headingLevel={levelBelow(headingLevel)}
      title={wasRejected ? messages.wizard.rejected.title : messages.errorSummary.title}
      errors={issues.map((issue) => ({
        message: issueText(issue, messages.issues, format) || messages.wizard.rejected.title,
        ...(issue.field && { fieldId: fieldId(issue.field) }),
      }))}
    />
  );
}
