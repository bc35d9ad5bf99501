import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ContactSearch } from '@tokenwright/ui';
import { expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from '../create-token-wizard.js';

const katherine = { id: 'katherine', name: 'Katherine Johnson', email: 'katherine@example.com' };

const combobox = () => screen.getByRole('combobox', { name: 'Primary Contact' });

function renderContactStep(props: Partial<CreateTokenWizardProps>) {
  const user = userEvent.setup();
  const onCreate = vi.fn(createToken);
  const onError = vi.fn<NonNullable<CreateTokenWizardProps['onError']>>();
  render(
    <CreateTokenWizard
      versions={versions}
      contacts={contacts}
      catalog={catalog}
      initialValues={{ name: 'Nightly export', scopes: ['jobs.replay'] }}
      initialStep="contact"
      onCreate={onCreate}
      onError={onError}
      {...props}
    />,
  );
  return { user, onCreate, onError };
}

test('somebody whom the host found is shown in the review and responsible for the token', async () => {
  const onContactSearch = vi.fn<ContactSearch>(async () => [katherine]);
  const { user, onCreate } = renderContactStep({ contacts: [], onContactSearch });
  await user.type(combobox(), 'kath');
  const option = await screen.findByRole('option');
  expect(option).toHaveTextContent('Katherine Johnson');
  await user.click(option);
  expect(onContactSearch).toHaveBeenCalledExactlyOnceWith('kath', { signal: expect.any(AbortSignal) });
  expect(combobox()).toHaveValue('Katherine Johnson (katherine@example.com)');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(screen.getByText('katherine@example.com')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Create' }));
  expect(onCreate.mock.calls[0]?.[0].primaryContact).toBe('katherine');
});

test('Enter in the box never presses Next', async () => {
  const { user } = renderContactStep({ onContactSearch: async () => [] });
  await user.type(combobox(), '{Enter}{Enter}');
  await user.type(combobox(), 'nobody');
  await screen.findByText('No contacts match “nobody”');
  await user.keyboard('{Enter}{Escape}{Enter}');
  expect(screen.getByRole('heading', { name: 'Contact information' })).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a contact that cannot be used is told to the host, and the user may try again', async () => {
  // As a host without types may.
  const { user, onError } = renderContactStep({ onContactSearch: async () => JSON.parse('[{"name":"No id"}]') });
  await user.type(combobox(), 'kath');
  expect(await screen.findByText('The contacts could not be searched.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ message: expect.stringContaining('entry 0 has no "id"') }),
  );
});

test('a search that the user has typed past is aborted, and its failure is not reported', async () => {
  const searches: { query: string; signal: AbortSignal; reject: (error: Error) => void }[] = [];
  const onContactSearch: ContactSearch = (query, { signal }) =>
    query === 'kath'
      ? new Promise((_, reject) => searches.push({ query, signal, reject }))
      : Promise.resolve([katherine]);
  const { user, onError } = renderContactStep({ contacts: [], onContactSearch });
  await user.type(combobox(), 'kath');
  await vi.waitFor(() => expect(searches).toHaveLength(1));
  await user.type(combobox(), 'erine');
  await screen.findByRole('option', { name: /Katherine/ });
  expect(searches[0]?.signal.aborted).toBe(true);
  searches[0]?.reject(new Error('aborted'));
  await user.click(screen.getByRole('option', { name: /Katherine/ }));
  expect(onError).not.toHaveBeenCalled();
});

test('a search that is no function is a mistake that names the prop', () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
  const onContactSearch: ContactSearch = JSON.parse('"/api/contacts"');
  expect(() => renderContactStep({ onContactSearch })).toThrow('"onContactSearch" is of type string');
  silence.mockRestore();
});

test('contacts that failed to load can be loaded again, without losing the focus', async () => {
  const load = vi.fn(async () => contacts).mockRejectedValueOnce(new Error('503'));
  const { user } = renderContactStep({ contacts: load });
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('combobox', { name: 'Primary Contact' })).toHaveFocus();
});
