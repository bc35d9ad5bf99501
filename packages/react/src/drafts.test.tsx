import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { localDraftStorage, type TokenDraft } from '@tokenwright/core';
import { StrictMode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
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

const host = { versions, contacts, catalog, onCreate: createToken };
/** Not the live region, which says the same. */
const notice = '[data-scope="callout"] *';

afterEach(() => {
  localStorage.clear();
});

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
    expect(document.activeElement).toHaveTextContent('Which answers do you want to continue with?');
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

test('what was typed last is written at once when the page is hidden, because it may not come back', async () => {
  const storage = memory(null);
  render(<CreateTokenWizard {...host} draftStorage={storage} />);
  fireEvent.change(await screen.findByRole('textbox', { name: 'Token Name' }), { target: { value: 'Weekly' } });
  document.dispatchEvent(new Event('visibilitychange'));
  await act(async () => {});
  expect(storage.read()?.answers.name).toBe('Weekly');
});

describe('a storage that rejects what is entered', () => {
  const full = {
    ...memory(null),
    write() {
      throw new Error('QuotaExceededError');
    },
  };
  /** Whether the browser would ask before the page goes. */
  function asks() {
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    return leaving.defaultPrevented;
  }

  test('is made known to the user, and the browser asks before the answers are lost', async () => {
    render(<CreateTokenWizard {...host} draftStorage={full} onError={() => {}} />);
    const name = await screen.findByRole('textbox', { name: 'Token Name' });
    expect(asks()).toBe(false);
    fireEvent.change(name, { target: { value: 'Weekly' } });
    expect(await screen.findByText(/not being saved on this device/, { selector: notice })).toBeVisible();
    expect(asks()).toBe(true);
  });

  test('lets the browser ask while a request is under way, whose key would be lost', async () => {
    const user = userEvent.setup();
    const onCreate = vi.fn(() => new Promise<never>(() => {}));
    const props = { ...host, onCreate, draftStorage: full, onError: () => {} };
    render(<CreateTokenWizard {...props} initialValues={answers} initialStep="create" />);
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    await vi.waitFor(() => expect(onCreate).toHaveBeenCalledOnce());
    expect(asks()).toBe(true);
  });
});

describe('a page that does not know what became of its request', () => {
  const { name, description, version, primaryContact } = kept.answers;
  const request = { name, description, version, primaryContact, developerEmails: [], scopes: ['jobs.list'] };
  const lost: TokenDraft = { ...kept, intent: { key: 'k', request, attempt: 1 }, uncertain: true };

  test('learns at once that another tab settled it, and sends it again only after the user has said so', async () => {
    const user = userEvent.setup();
    const onCreate = vi.fn(createToken);
    localStorage.setItem('draft', JSON.stringify(lost));
    render(<CreateTokenWizard {...host} onCreate={onCreate} draftStorage={localDraftStorage('draft')} />);
    const retry = await screen.findByRole('button', { name: 'Try again safely' });
    localStorage.removeItem('draft');
    dispatchEvent(new StorageEvent('storage', { key: 'draft' }));
    expect(await screen.findByText(/you may have finished in another tab/, { selector: notice })).toBeVisible();
    await user.click(retry);
    expect(document.activeElement).toHaveTextContent('you may have finished in another tab or window');
    expect(onCreate).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Keep these' }));
    await user.click(screen.getByRole('button', { name: 'Try again safely' }));
    await screen.findByRole('heading', { name: 'Your token is ready' });
    expect(onCreate).toHaveBeenCalledWith(request, expect.objectContaining({ idempotencyKey: 'k' }));
  });

  test('is told by a check that there is no token also on the step to which it then leads', async () => {
    const user = userEvent.setup();
    const onCheckOutcome = async () => ({ status: 'not-created' as const });
    const draft = { ...lost, answers: { ...lost.answers, primaryContact: 'nobody' } };
    render(<CreateTokenWizard {...host} onCheckOutcome={onCheckOutcome} draftStorage={memory(draft)} />);
    await user.click(await screen.findByRole('button', { name: 'Check now' }));
    expect(await screen.findByRole('heading', { name: 'Contact information' })).toBeVisible();
    expect(screen.getByText(/We checked: no token was created/, { selector: notice })).toBeVisible();
  });
});
