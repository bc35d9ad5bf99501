import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { catalog, contacts, versions } from '../../../../stories/fixtures.js';
import { CreateTokenWizard } from '../create-token-wizard.js';

const canary = 'tkw_c4n4ry-5ecret';
const broken = vi.hoisted(() => ({ always: false }));

// Nothing that a host can give breaks this view, so a defect of our own is put into it.
vi.mock('@tokenwright/ui', async (original) => {
  const ui = await original<typeof import('@tokenwright/ui')>();
  const Whole = ui.SecretReveal;
  return {
    ...ui,
    SecretReveal(props: import('@tokenwright/ui').SecretRevealProps) {
      if (broken.always || props.envVariable !== undefined) throw new Error(`broken with ${props.secret()}`);
      return <Whole {...props} />;
    },
  };
});

afterEach(() => {
  broken.always = false;
  vi.restoreAllMocks();
});

async function comeToCreated() {
  const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const onError = vi.fn();
  const user = userEvent.setup();
  const onDone = vi.fn();
  render(
    <CreateTokenWizard
      {...{ versions, contacts, catalog, onError, onDone }}
      initialValues={{ name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] }}
      initialStep="create"
      envVariable="API_TOKEN"
      onCreate={async () => ({ status: 'created', token: { id: 't1' }, secret: canary })}
    />,
  );
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByRole('heading', { name: 'Your token is ready' });
  complaints.mockRestore();
  const heard = onError.mock.calls
    .map(([error]) => (error instanceof Error ? `${error.stack}${error.cause}` : '?'))
    .join();
  return { user, onDone, heard };
}

test('where the page about the token cannot be drawn, the user still gets the secret, and nobody else does', async () => {
  const { user, onDone, heard } = await comeToCreated();
  expect(screen.getByRole('alert')).toHaveTextContent('this is its only showing');
  await user.click(screen.getByRole('button', { name: 'Reveal' }));
  expect(screen.getByText(canary)).toBeVisible();
  expect(heard).toContain('"created" could not be rendered');
  expect(heard).not.toContain(canary);
  await user.click(screen.getByRole('checkbox', { name: /I have stored/ }));
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(onDone).toHaveBeenCalledWith({ id: 't1' });
});

test('where not even the secret can be drawn, the user is told plainly, and can leave', async () => {
  broken.always = true;
  const { user, onDone, heard } = await comeToCreated();
  expect(screen.getByRole('alert')).toHaveTextContent('it cannot be shown here');
  expect(document.body.innerHTML).not.toContain(canary);
  expect(heard).not.toContain(canary);
  await user.click(screen.getByRole('button', { name: 'Done' }));
  await user.click(screen.getByRole('button', { name: 'Leave anyway' }));
  expect(onDone).toHaveBeenCalledWith({ id: 't1' });
});
