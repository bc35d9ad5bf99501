'use client';

import type { TokenWizardSnapshot } from '@tokenwright/core';
import { Button, Callout, useAnnouncer, useTokenwright } from '@tokenwright/ui';
import { useEffect } from 'react';
import { selectOtherDraft } from '../token-wizard-state.js';
import { usePresentation } from './presentation.js';
import { useWizardState, useWizardVerbs } from './use-wizard.js';

const selectDraft = ({ context }: TokenWizardSnapshot) => context.draft;

/**
 * Represents what is to be said about drafts: what was kept is back, cannot be read, or was changed or finished in another tab.
 * Renders a `<div>`, and nothing when there is nothing to say.
 */
export function DraftNotice() {
  const { messages } = useTokenwright();
  const { announce } = useAnnouncer();
  const { startOver } = useWizardVerbs();
  const draft = useWizardState(selectDraft);
  const other = useWizardState(selectOtherDraft);
  const texts = messages.wizard.draft;
  const text = draft === 'restored' || draft === 'unreadable' ? texts[draft] : '';
  const said = other ? texts[other] : text;
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said, announce]);
  if (other) return <Conflict kind={other} />;
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
function Conflict({ kind }: { kind: 'conflict' | 'gone' }) {
  const { messages } = useTokenwright();
  const { heading, conflict: notice } = usePresentation();
  const { takeDraft, keepDraft, startOver } = useWizardVerbs();
  // The buttons go away, and the focus must not go with them.
  const choose = (decide: () => void) => () => {
    decide();
    heading.current?.focus();
  };
  const texts = messages.wizard.draft;
  return (
    <Callout
      ref={notice}
      tabIndex={-1}
      tone="warning"
      actions={
        <>
          {kind === 'gone' ? (
            <Button variant="secondary" onClick={startOver}>
              {texts.startOver}
            </Button>
          ) : (
            <Button variant="secondary" onClick={choose(takeDraft)}>
              {texts.take}
            </Button>
          )}
          <Button variant="secondary" onClick={choose(keepDraft)}>
            {texts.keep}
          </Button>
        </>
      }
    >
      {texts[kind]}
    </Callout>
  );
}
