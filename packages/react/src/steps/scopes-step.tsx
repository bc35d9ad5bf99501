'use client';

import { currentCatalog, selectSourceStatus, type TokenWizardSnapshot } from '@tokenwright/core';
import { levelBelow, ScopePicker } from '@tokenwright/ui';
import { usePresentation } from '../parts/presentation.js';
import { SourceNotice } from '../parts/source-notice.js';
import { useFieldErrors, useWizardState, useWizardVerbs } from '../parts/use-wizard.js';

const selectCatalog = ({ context }: TokenWizardSnapshot) => currentCatalog(context);
const selectScopes = ({ context }: TokenWizardSnapshot) => context.scopes;
const selectStatus = (snapshot: TokenWizardSnapshot) => selectSourceStatus(snapshot, 'catalog');

/** The third step: what the token may do. */
export function ScopesStep() {
  const { fieldId, headingLevel } = usePresentation();
  const { changeScopes } = useWizardVerbs();
  const catalog = useWizardState(selectCatalog);
  const { selection, notices, undo } = useWizardState(selectScopes);
  const status = useWizardState(selectStatus);
  const error = useFieldErrors('scopes');
  if (status !== 'ready' || !catalog?.categories.length) return <SourceNotice source="catalog" status={status} />;
  return (
    <ScopePicker
      id={fieldId('scopes')}
      catalog={catalog}
      value={selection}
      onValueChange={changeScopes}
      notices={notices}
      canUndo={undo !== null}
      headingLevel={levelBelow(headingLevel)}
      error={error}
    />
  );
}
