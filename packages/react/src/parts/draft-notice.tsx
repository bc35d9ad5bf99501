'use client';

import type { TokenWizardSnapshot } from '@tokenwright/core';
import { Button, Callout, useAnnouncer, useTokenwright } from '@tokenwright/ui';
import { useEffect } from 'react';
import { selectOtherDraft } from '../token-wizard-state.js';
import { usePresentation } from './presentation.js';
import { useWizardState, useWizardVerbs } from './use-wizard.js';

/** While a token may exist, that question comes before a draft that is back. */
const selectDraft = ({ context: { draft, uncertain } }: TokenWizardSnapshot) =>
  draft === 'restored' && uncertain ? 'none' : draft;
const selectNotCreated = ({ context }: TokenWizardSnapshot) => context.outcome?.type === 'notCreated';

/**
 * Represents what is to be said about drafts and lost requests: a draft is back, cannot be read or stored, or was changed or
 * finished in another tab; a check found that no token was created.
 * Renders a `<div>`, and nothing when there is nothing to say.
 */
export function DraftNotice() {
  const { messages } = useTokenwright();
  const { announce } = useAnnouncer();
  const { startOver } = useWizardVerbs();
  const draft = useWizardState(selectDraft);
  const other = useWizardState(selectOtherDraft);
  const isNotCreated = useWizardState(selectNotCreated);
  const texts = messages.wizard.draft;
  const isNews = draft === 'restored' || draft === 'unreadable' || draft === 'unsaved';
  const said = [
    isNotCreated && messages.wizard.unknownOutcome.notCreated,
    other ? texts[other] : isNews && texts[draft],
  ]
    .filter(Boolean)
    .join(' ');
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said, announce]);
  if (other) return <Conflict kind={other} />;
  if (said === '') return null;
  return (
    <Callout
      tone={draft === 'unsaved' ? 'warning' : 'info'}
      actions={
        draft === 'restored' && (
          <Button variant="secondary" onClick={startOver}>
            {texts.startOver}
          </Button>
        )
      }
    >
      {said}
    </Callout>
  );
}

/** Nothing is created before the user has chosen, so a refused Create leads here (see `useFocus`). */
function Conflict({ kind }: { kind: 'conflict' | 'sending' | 'gone' }) {
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
