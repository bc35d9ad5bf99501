'use client';

import {
  currentCatalog,
  neededBy,
  type ScopeCatalog,
  selectSourceStatus,
  type TokenWizardSnapshot,
} from '@tokenwright/core';
import { levelBelow, ScopePicker } from '@tokenwright/ui';
import { useCallback, useMemo } from 'react';
import { findCall } from '../find-call.js';
import { usePresentation } from '../parts/presentation.js';
import { SourceNotice } from '../parts/source-notice.js';
import { useFieldErrors, useWizardState, useWizardVerbs } from '../parts/use-wizard.js';

const selectCatalog = ({ context }: TokenWizardSnapshot) => currentCatalog(context);
const selectScopes = ({ context }: TokenWizardSnapshot) => context.scopes;
const selectStatus = (snapshot: TokenWizardSnapshot) => selectSourceStatus(snapshot, 'catalog');

/** The third step: what the token may do. */
export function ScopesStep() {
  const { fieldId } = usePresentation();
  const catalog = useWizardState(selectCatalog);
  const status = useWizardState(selectStatus);
  if (status !== 'ready' || !catalog?.categories.length) {
    return <SourceNotice id={fieldId('scopes')} source="catalog" status={status} />;
  }
  return <ScopesField catalog={catalog} />;
}

function ScopesField({ catalog }: { catalog: ScopeCatalog }) {
  const { fieldId, headingLevel, presets } = usePresentation();
  const { changeScopes } = useWizardVerbs();
  const { selection, notices, undo } = useWizardState(selectScopes);
  const error = useFieldErrors('scopes');
  const needed = useMemo(() => neededBy(catalog, selection), [catalog, selection]);
  const find = useCallback((text: string) => findCall(catalog, selection, text), [catalog, selection]);
  return (
    <ScopePicker
      id={fieldId('scopes')}
      catalog={catalog}
      value={selection}
      onValueChange={changeScopes}
      notices={notices}
      canUndo={undo !== null}
      presets={presets}
      findCall={find}
      neededBy={needed}
      headingLevel={levelBelow(headingLevel)}
      error={error}
    />
  );
}
