import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type CheckOutcomeResult, CreateTokenWizard, type CreateTokenWizardProps } from '@tokenwright/react';
import { Activity, createElement } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { catalog, contacts, versions } from '../../stories/fixtures.js';

afterEach(cleanup);

function inActivity(mode: 'visible' | 'hidden', props: CreateTokenWizardProps) {
  // biome-ignore lint/correctness/noChildrenProp: the types of Activity ask for its children among the props.
  return createElement(Activity, { mode, children: createElement(CreateTokenWizard, props) });
}

test('a secret that goes while the wizard is hidden is gone when it is shown again, and the page says so', async () => {
  const user = userEvent.setup();
  const onDone = vi.fn();
  const props: CreateTokenWizardProps = {
    ...{ versions, contacts, catalog, onDone },
    initialValues: { name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] },
    initialStep: 'create',
    onCreate: async () => ({ status: 'created', token: { id: 't1' }, secret: 'tkw_c4n4ry' }),
  };
  const { rerender } = render(inActivity('visible', props));
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByRole('heading', { name: 'Your token is ready' });
  rerender(inActivity('hidden', props));
  act(() => {
    window.dispatchEvent(new Event('pagehide'));
  });
  rerender(inActivity('visible', props));
  expect(screen.getByRole('heading', { name: /its secret cannot be shown/ })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(onDone).toHaveBeenCalledWith({ id: 't1' });
});

test('a check that the hidden wizard broke off is asked again when it is shown, and its answer counts', async () => {
  const user = userEvent.setup();
  const onError = vi.fn();
  const checks: ((result: CheckOutcomeResult) => void)[] = [];
  const props: CreateTokenWizardProps = {
    ...{ versions, contacts, catalog, onError },
    initialValues: { name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] },
    initialStep: 'create',
    onCreate: () => Promise.reject(new Response(null, { status: 502 })),
    onCheckOutcome: (_, { signal }) =>
      new Promise((resolve, reject) => {
        checks.push(resolve);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  };
  const { rerender } = render(inActivity('visible', props));
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await user.click(await screen.findByRole('button', { name: 'Check now' }));
  rerender(inActivity('hidden', props));
  rerender(inActivity('visible', props));
  await act(async () => checks.at(-1)?.({ status: 'created', token: { id: 't1' } }));
  expect(await screen.findByRole('heading', { name: /its secret cannot be shown/ })).toBeVisible();
  expect(checks).toHaveLength(2);
  expect(onError).not.toHaveBeenCalled();
});
