import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CreateTokenWizard, type CreateTokenWizardProps } from '@tokenwright/react';
import { Activity, createElement } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { catalog, contacts, versions } from '../../stories/fixtures.js';

afterEach(cleanup);

test('a secret that goes while the wizard is hidden is gone when it is shown again, and the page says so', async () => {
  const user = userEvent.setup();
  const onDone = vi.fn();
  const props: CreateTokenWizardProps = {
    ...{ versions, contacts, catalog, onDone },
    initialValues: { name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] },
    initialStep: 'create',
    onCreate: async () => ({ status: 'created', token: { id: 't1' }, secret: 'tkw_c4n4ry' }),
  };
  const wizard = createElement(CreateTokenWizard, props);
  const page = (mode: 'visible' | 'hidden') =>
    // biome-ignore lint/correctness/noChildrenProp: the types of Activity ask for its children among the props.
    createElement(Activity, { mode, children: wizard });
  const { rerender } = render(page('visible'));
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByRole('heading', { name: 'Your token is ready' });
  rerender(page('hidden'));
  act(() => {
    window.dispatchEvent(new Event('pagehide'));
  });
  rerender(page('visible'));
  expect(screen.getByRole('heading', { name: /its secret cannot be shown/ })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(onDone).toHaveBeenCalledWith({ id: 't1' });
});
