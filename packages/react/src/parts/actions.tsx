'use client';

import type { TokenWizardSnapshot } from '@tokenwright/core';
import { Button, useAnnouncer, useTokenwright } from '@tokenwright/ui';
import { useEffect } from 'react';
import { Guard } from './guard.js';
import { part } from './part.js';
import { usePresentation } from './presentation.js';
import { useWizardState, useWizardVerbs, useWizardView } from './use-wizard.js';

const selectIsChanging = ({ context }: TokenWizardSnapshot) => context.changing;

/**
 * Represents the ways on from a step: Cancel and Back at the start, Next or Create at the end.
 * Renders a `<div>` on the steps, and nothing elsewhere.
 */
export function Actions() {
  return (
    <Guard name="actions">
      <OwnActions />
    </Guard>
  );
}

function OwnActions() {
  const { messages } = useTokenwright();
  const { classNames } = usePresentation();
  const verbs = useWizardVerbs();
  const view = useWizardView();
  const isChanging = useWizardState(selectIsChanging);
  const { actions } = messages.wizard;
  const { announce } = useAnnouncer();
  const isCreating = view === 'creating';
  const { title } = messages.wizard.creating;
  useEffect(() => {
    if (!isCreating) return undefined;
    announce(title);
    return () => announce('');
  }, [isCreating, announce, title]);
  if (view !== 'setup' && view !== 'contact' && view !== 'scopes' && view !== 'create' && !isCreating) return null;
  return (
    <div {...part('actions')} className={classNames.actions}>
      {!isCreating && (
        <Button variant="ghost" onClick={verbs.cancel} data-action="leave">
          {actions.cancel}
        </Button>
      )}
      {view !== 'setup' && !isCreating && (
        <Button variant="secondary" onClick={verbs.back}>
          {actions.back}
        </Button>
      )}
      {isChanging && view !== 'create' && !isCreating && <span {...part('return-hint')}>{actions.returnToReview}</span>}
      {view === 'create' || isCreating ? (
        // By its key, the button that creates is never the one that only went on, with a text that a translator replaced.
        <Button key="create" variant="primary" busy={isCreating} onClick={verbs.create}>
          {actions.create}
        </Button>
      ) : (
        <Button key="next" variant="primary" onClick={verbs.next}>
          {actions.next}
        </Button>
      )}
    </div>
  );
}
