'use client';

import type { TokenWizardSnapshot, WizardView } from '@tokenwright/core';
import { anatomy, Heading as Title, type TokenwrightMessages, useTokenwright } from '@tokenwright/ui';
import { useEffect, useRef } from 'react';
import { usePresentation } from './presentation.js';
import { selectSummary, useShownView, useWizardState } from './use-wizard.js';

const part = anatomy('token-wizard');
const selectHasSummary = (snapshot: TokenWizardSnapshot) => selectSummary(snapshot).length > 0;

/**
 * Represents what the wizard shows now, and takes the focus when that changes (WCAG 2.4.3).
 * Renders an `<h2>`, or the level asked for, and a paragraph of introduction on the steps.
 */
export function Heading() {
  const { messages } = useTokenwright();
  const { headingLevel, classNames, heading } = usePresentation();
  const view = useShownView();
  const hasSummary = useWizardState(selectHasSummary);
  const shown = useRef(view);
  useEffect(() => {
    // Not on the first view: a wizard embedded in a page must not take the focus when the page loads.
    if (shown.current === view) return;
    shown.current = view;
    // With something to mend, the summary takes the focus.
    if (!hasSummary) heading.current?.focus();
  }, [view, hasSummary, heading]);
  const { title, introduction } = headingOf(view, messages.wizard);
  return (
    <div {...part('header')}>
      <Title {...part('heading')} level={headingLevel} className={classNames.heading} ref={heading} tabIndex={-1}>
        {title}
      </Title>
      {introduction && <p {...part('introduction')}>{introduction}</p>}
    </div>
  );
}

function headingOf(
  view: WizardView,
  messages: TokenwrightMessages['wizard'],
): { title: string; introduction?: string } {
  switch (view) {
    case 'setup':
    case 'contact':
    case 'scopes':
    case 'create': {
      const { heading, introduction } = messages.steps[view];
      return { title: heading, introduction };
    }
    case 'preparing':
      return { title: messages.preparing };
    case 'confirmingCancel':
      return messages.confirmCancel;
    default:
      return { title: messages[view].title };
  }
}
