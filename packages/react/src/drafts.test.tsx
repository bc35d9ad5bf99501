import { render, screen } from '@testing-library/react';
import type { TokenDraft } from '@tokenwright/core';
import { StrictMode } from 'react';
import { expect, test } from 'vitest';
import { catalog, contacts, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard } from './create-token-wizard.js';

const kept: TokenDraft = {
  v: 1,
  revision: 'r1',
  answers: {
    name: 'Nightly export',
    description: '',
    version: versions[0]?.id ?? '',
    primaryContact: 'grace',
    developerEmails: [],
    emailText: '',
  },
  foundContact: null,
  scopes: { selection: [], gone: [] },
  intent: null,
  uncertain: false,
};

test('a page in StrictMode that is opened again takes its draft for its own', async () => {
  let held: unknown = kept;
  const draftStorage = {
    read: () => held,
    write: (draft: TokenDraft) => {
      held = draft;
    },
    remove: () => {
      held = null;
    },
  };
  render(
    <StrictMode>
      <CreateTokenWizard {...{ versions, contacts, catalog, draftStorage }} onCreate={() => new Promise(() => {})} />
    </StrictMode>,
  );
  expect(await screen.findByRole('button', { name: 'Start over' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Nightly export');
  expect(screen.queryByRole('button', { name: 'Keep these' })).not.toBeInTheDocument();
});
