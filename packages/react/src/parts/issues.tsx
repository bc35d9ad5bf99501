'use client';

import { stepOfField, type TokenWizardSnapshot } from '@tokenwright/core';
import { ErrorSummary, issueText, levelBelow, useTokenwright } from '@tokenwright/ui';
import { Guard } from './guard.js';
import { usePresentation } from './presentation.js';
import { selectSummary, useWizardState } from './use-wizard.js';

const selectStep = ({ context }: TokenWizardSnapshot) => context.destination;

/**
 * Represents everything that keeps the user on this step. It takes the focus each time Next or Create is refused (see `useFocus`).
 * Renders a `<div>`, and nothing when there is nothing to fix.
 */
export function Issues() {
  return (
    <Guard name="issues">
      <OwnIssues />
    </Guard>
  );
}

function OwnIssues() {
  const { messages, format } = useTokenwright();
  const { headingLevel, fieldId, summary } = usePresentation();
  const step = useWizardState(selectStep);
  // A link must lead to a field that is on the page; what is wrong on another step is told there.
  const issues = useWizardState(selectSummary).filter(
    ({ field }) => field === null || step === 'create' || stepOfField[field] === step,
  );
  const wasRejected = issues.some(({ code }) => code === 'server.rejected' || code === 'request.notSent');
  if (issues.length === 0) return null;
  return (
    <ErrorSummary
      ref={summary}
      headingLevel={levelBelow(headingLevel)}
      title={wasRejected ? messages.wizard.rejected.title : messages.errorSummary.title}
      errors={issues.map((issue) => ({
        message: issueText(issue, messages.issues, format) || messages.wizard.rejected.noReason,
        ...(issue.field && { fieldId: fieldId(issue.field) }),
      }))}
    />
  );
}
