import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { catalog, contacts, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from './create-token-wizard.js';

/** What a host without types, or with types that lie, may hand over at a later render. */
function spoilt(props: CreateTokenWizardProps, faults: object): CreateTokenWizardProps {
  return { ...props, ...faults };
}

test.each<[string, object]>([
  ['contacts', { contacts: undefined }],
  ['versions', { versions: null }],
  ['onCreate', { onCreate: undefined }],
  ['onDone', { onDone: 'list' }],
  ['initialValues', { initialValues: 'none' }],
])('a host whose "%s" becomes unusable keeps the wizard and its secret, and hears of it once', async (name, faults) => {
  const user = userEvent.setup();
  const onError = vi.fn();
  const props: CreateTokenWizardProps = {
    ...{ versions, contacts, catalog, onError },
    initialValues: { name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] },
    initialStep: 'create',
    onCreate: async () => ({ status: 'created', token: { id: 't1' }, secret: 'tkw_c4n4ry' }),
  };
  const { rerender } = render(<CreateTokenWizard {...props} />);
  rerender(<CreateTokenWizard {...spoilt(props, faults)} />);
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByRole('heading', { name: 'Your token is ready' });
  rerender(<CreateTokenWizard {...spoilt(props, faults)} />);
  await user.click(screen.getByRole('button', { name: 'Reveal' }));
  expect(screen.getByText('tkw_c4n4ry')).toBeVisible();
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ message: expect.stringContaining(`"${name}" is`) }),
  );
});

test('presets and a search that turn out to be none take only what needs them', async () => {
  const onError = vi.fn();
  const props: CreateTokenWizardProps = { versions, contacts, catalog, onError, onCreate: () => new Promise(() => {}) };
  const { rerender } = render(<CreateTokenWizard {...props} />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Nightly export');
  rerender(<CreateTokenWizard {...spoilt(props, { presets: null, onContactSearch: 'people' })} />);
  expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Nightly export');
});
