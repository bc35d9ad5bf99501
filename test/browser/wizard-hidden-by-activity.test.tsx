import '@tokenwright/react/styles.css';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CreateTokenWizard, type CreateTokenWizardProps } from '@tokenwright/react';
import { Activity, StrictMode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { answers, catalog, contacts, createToken, versions } from '../../stories/fixtures.js';

// A host that hides a page keeps its state and takes its effects away: the machine stops, and starts again where it was.

const button = (name: string) => screen.getByRole('button', { name });

async function startCreating({ strict = false } = {}) {
  const user = userEvent.setup();
  let answer = () => {};
  const onCreate = vi.fn<CreateTokenWizardProps['onCreate']>(
    (request, context) =>
      new Promise((resolve) => {
        answer = () => resolve(createToken(request, context));
      }),
  );
  const page = (isShown: boolean) => {
    const wizard = (
      <Activity mode={isShown ? 'visible' : 'hidden'}>
        <CreateTokenWizard
          {...{ versions, contacts, catalog, onCreate }}
          initialValues={answers}
          initialStep="create"
        />
      </Activity>
    );
    return strict ? <StrictMode>{wizard}</StrictMode> : wizard;
  };
  const { rerender, unmount } = render(page(true));
  await user.click(button('Create'));
  await waitFor(() => expect(onCreate).toHaveBeenCalledOnce());
  return {
    ...{ user, onCreate, unmount },
    show: (isShown: boolean) => rerender(page(isShown)),
    answer: () => answer(),
  };
}

async function startShowing(options?: { strict: boolean }) {
  const wizard = await startCreating(options);
  wizard.answer();
  await wizard.user.click(await screen.findByRole('button', { name: 'Reveal' }));
  expect(screen.getByText(/^tkw_/)).toBeVisible();
  return wizard;
}

describe.each([{ strict: false }, { strict: true }])('a wizard in an Activity (StrictMode: $strict)', (options) => {
  test('that is hidden and shown while creating sends one request, and shows its secret', async () => {
    const { user, onCreate, show, answer } = await startCreating(options);
    show(false);
    show(true);
    show(false);
    show(true);
    expect(button('Create')).toHaveAttribute('aria-disabled', 'true');
    answer();
    await user.click(await screen.findByRole('button', { name: 'Reveal' }));
    expect(screen.getByText(/^tkw_/)).toBeVisible();
    expect(onCreate).toHaveBeenCalledOnce();
  });

  test('whose answer comes while it is hidden shows the secret once it is shown', async () => {
    const { user, onCreate, show, answer } = await startCreating(options);
    show(false);
    answer();
    show(true);
    await user.click(await screen.findByRole('button', { name: 'Reveal' }));
    expect(screen.getByText(/^tkw_/)).toBeVisible();
    expect(onCreate).toHaveBeenCalledOnce();
  });

  test('that is hidden and shown while the secret is shown has not lost it', async () => {
    const { user, onCreate, show } = await startShowing(options);
    show(false);
    expect(screen.queryByRole('heading', { name: 'Your token is ready' })).not.toBeInTheDocument();
    show(true);
    expect(screen.getByRole('heading', { name: 'Your token is ready' })).toBeVisible();
    const reveal = screen.queryByRole('button', { name: 'Reveal' });
    if (reveal) await user.click(reveal);
    expect(screen.getByText(/^tkw_/)).toBeVisible();
    expect(onCreate).toHaveBeenCalledOnce();
  });

  test('that is hidden when the page goes does not show the secret to whoever comes back', async () => {
    const { show } = await startShowing(options);
    show(false);
    // As when the browser keeps the page for its Back button.
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await waitFor(() => expect(document.documentElement.outerHTML).not.toContain('tkw_'));
    show(true);
    expect(
      await screen.findByRole('heading', { name: 'Your token exists, but its secret cannot be shown' }),
    ).toBeVisible();
  });

  test('that is taken off the page while hidden leaves no secret behind', async () => {
    const { show, unmount } = await startShowing(options);
    show(false);
    unmount();
    expect(document.documentElement.outerHTML).not.toContain('tkw_');
  });
});
