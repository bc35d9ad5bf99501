'use client';

import type { TokenWizardSnapshot } from '@tokenwright/core';
import { Button, Callout, useAnnouncer, useTokenwright } from '@tokenwright/ui';
import { useEffect } from 'react';
import { usePresentation } from './presentation.js';
import { useWizardState, useWizardVerbs } from './use-wizard.js';

const selectDraft = ({ context }: TokenWizardSnapshot) => context.draft;
const selectIsConflict = ({ context }: TokenWizardSnapshot) => context.otherDraft !== null;

/**
 * Represents what is to be said about drafts: what was kept is back, cannot be read, or was changed in another tab.
 * Renders a `<div>`, and nothing when there is nothing to say.
 */
export function DraftNotice() {
  const { messages } = useTokenwright();
  const { announce } = useAnnouncer();
  const { startOver } = useWizardVerbs();
  const draft = useWizardState(selectDraft);
  const isConflict = useWizardState(selectIsConflict);
  const texts = messages.wizard.draft;
  const text = draft === 'restored' || draft === 'unreadable' ? texts[draft] : '';
  const said = isConflict ? texts.conflict : text;
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said, announce]);
  if (isConflict) return <Conflict />;
  if (text === '') return null;
  return (
    <Callout
      tone="info"
      actions={
        draft === 'restored' && (
          <Button variant="secondary" onClick={startOver}>
            {texts.startOver}
          </Button>
        )
      }
    >
      {text}
    </Callout>
  );
}

/** Nothing is created before the user has chosen, so a refused Create leads here (see `useFocus`). */
function Conflict() {
  const { messages } = useTokenwright();
  const { heading, conflict: notice } = usePresentation();
  const { takeDraft, keepDraft } = useWizardVerbs();
  // The buttons go away, and the focus must not go with them.
  const choose = (decide: () => void) => () => {
    decide();
    heading.current?.focus();
  };
  const { conflict, take, keep } = messages.wizard.draft;
  return (
    <Callout
      ref={notice}
      tabIndex={-1}
      tone="warning"
      actions={
        <>
          <Button variant="secondary" onClick={choose(takeDraft)}>
            {take}
          </Button>
          <Button variant="secondary" onClick={choose(keepDraft)}>
            {keep}
          </Button>
        </>
      }
    >
      {conflict}
    </Callout>
  );
}
