import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { TokenDraft } from '@tokenwright/core';
import { StrictMode } from 'react';
import { expect, test, vi } from 'vitest';
import { answers, catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
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

/** A storage that pages share. */
function memory(initial: TokenDraft | null) {
  let held = initial;
  return {
    read: () => held,
    write: (draft: TokenDraft) => {
      held = draft;
    },
    remove: () => {
      held = null;
    },
  };
}

test('a page in StrictMode that is opened again takes its draft for its own', async () => {
  const host = { versions, contacts, catalog, onCreate: createToken, draftStorage: memory(kept) };
  render(
    <StrictMode>
      <CreateTokenWizard {...host} />
    </StrictMode>,
  );
  expect(await screen.findByRole('button', { name: 'Start over' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Nightly export');
  expect(screen.queryByRole('button', { name: 'Keep these' })).not.toBeInTheDocument();
});

test('Create leads back to the question which of two drafts is meant, until it is answered', async () => {
  const user = userEvent.setup();
  const host = { versions, contacts, catalog, onCreate: createToken, draftStorage: memory(null) };
  render(<CreateTokenWizard {...host} initialValues={answers} initialStep="create" />);
  const button = (name: string) => screen.findByRole('button', { name });
  const create = await button('Create');
  host.draftStorage.write({ ...kept, revision: 'of another tab' });
  for (let time = 0; time < 2; time += 1) {
    await user.click(create);
    await button('Keep these');
    expect(document.activeElement).toHaveTextContent('Which answers do you want to go on with?');
  }
  await user.click(await button('Keep these'));
  expect(screen.getByRole('heading', { name: 'Check your answers' })).toHaveFocus();
  await user.click(await button('Create'));
  expect(await screen.findByRole('heading', { name: 'Your token is ready' })).toHaveFocus();
});

test('Create leads to the question whether to go on with a draft that another tab finished, and makes no token before', async () => {
  const user = userEvent.setup();
  const onCreate = vi.fn(createToken);
  const scopes = { selection: [{ category: 'jobs', enabled: true, checked: ['jobs.list'] }], gone: [] };
  const host = { versions, contacts, catalog, onCreate, draftStorage: memory({ ...kept, scopes }) };
  render(
    <StrictMode>
      <CreateTokenWizard {...host} initialStep="create" />
    </StrictMode>,
  );
  const button = (name: string) => screen.findByRole('button', { name });
  await button('Create');
  host.draftStorage.remove();
  await user.click(await button('Create'));
  await button('Keep these');
  expect(document.activeElement).toHaveTextContent('you may have finished in another tab or window');
  await user.click(await button('Start over'));
  await user.click(await button('Keep what I entered'));
  await user.click(await button('Create'));
  expect(document.activeElement).toHaveTextContent('you may have finished in another tab or window');
  expect(onCreate).not.toHaveBeenCalled();
  await user.click(await button('Keep these'));
  expect(screen.getByRole('heading', { name: 'Check your answers' })).toHaveFocus();
  await user.click(await button('Create'));
  expect(await screen.findByRole('heading', { name: 'Your token is ready' })).toHaveFocus();
});
