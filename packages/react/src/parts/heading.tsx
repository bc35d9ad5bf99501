'use client';

import type { WizardView } from '@tokenwright/core';
import { Heading as Title, type TokenwrightMessages, useTokenwright } from '@tokenwright/ui';
import { Guard } from './guard.js';
import { part } from './part.js';
import { usePresentation } from './presentation.js';
import { selectIsRevoked, useWizardState, useWizardView } from './use-wizard.js';

/**
 * Represents what the wizard shows now. It takes the focus when that changes (WCAG 2.4.3; see `useFocus`).
 * Renders an `<h2>`, or the level asked for, and a paragraph of introduction on the steps.
 */
export function Heading() {
  return (
    <Guard name="heading">
      <OwnHeading />
    </Guard>
  );
}

function OwnHeading() {
  const { messages } = useTokenwright();
  const { headingLevel, classNames, heading } = usePresentation();
  const view = useWizardView();
  const isRevoked = useWizardState(selectIsRevoked);
  const { title, introduction } = headingOf(isRevoked ? 'revoked' : view, messages.wizard);
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
  view: WizardView | 'revoked',
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
    case 'creating':
      // The review stays, but what introduces it is no longer true.
      return { title: messages.steps.create.heading, introduction: messages.creating.body };
    case 'preparing':
      return { title: messages.preparing };
    case 'confirmingCancel':
      return messages.confirmCancel;
    case 'confirmingStartOver':
      return messages.confirmStartOver;
    default:
      return { title: messages[view].title };
  }
}
