import '@tokenwright/react/styles.css';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CreateTokenWizard, type CreateTokenWizardProps } from '@tokenwright/react';
import { StrictMode } from 'react';
import { expect, test, vi } from 'vitest';
import { answers, catalog, contacts, createToken, versions } from '../../stories/fixtures.js';

const button = (name: string) => screen.getByRole('button', { name });

/** A page whose wizard is another one after `replace`, as when hot reload cannot keep the state of what was changed. */
function renderPage() {
  const user = userEvent.setup();
  let answer = () => {};
  const onCreate = vi.fn<CreateTokenWizardProps['onCreate']>(
    (request, context) =>
      new Promise((resolve) => {
        answer = () => resolve(createToken(request, context));
      }),
  );
  const page = (key: string) => (
    <StrictMode>
      <CreateTokenWizard
        key={key}
        {...{ versions, contacts, catalog, onCreate }}
        initialValues={answers}
        initialStep="create"
      />
    </StrictMode>
  );
  const { rerender } = render(page('first'));
  return { user, onCreate, answer: () => answer(), replace: () => rerender(page('second')) };
}

test('in StrictMode, one press of Create sends one request, and one answer shows one secret', async () => {
  const { user, onCreate, answer } = renderPage();
  await user.click(button('Create'));
  await waitFor(() => expect(onCreate).toHaveBeenCalled());
  answer();
  await user.click(await screen.findByRole('button', { name: 'Reveal' }));
  expect(screen.getAllByText(/^tkw_/)).toHaveLength(1);
  expect(onCreate).toHaveBeenCalledOnce();
});

test('a wizard that is replaced while creating sends nothing by itself, and does not show the answer to the other one', async () => {
  const { user, onCreate, answer, replace } = renderPage();
  await user.click(button('Create'));
  await waitFor(() => expect(onCreate).toHaveBeenCalledOnce());
  replace();
  answer();
  await user.click(button('Back'));
  expect(screen.getByRole('heading', { name: 'Choose API scopes' })).toBeVisible();
  expect(onCreate).toHaveBeenCalledOnce();
  expect(document.documentElement.outerHTML).not.toContain('tkw_');
});

test('a wizard that is replaced while the secret is shown leaves it nowhere, and no question before the page is left', async () => {
  const { user, answer, replace } = renderPage();
  await user.click(button('Create'));
  await waitFor(() => answer());
  await user.click(await screen.findByRole('button', { name: 'Reveal' }));
  expect(screen.getByText(/^tkw_/)).toBeVisible();
  replace();
  expect(document.documentElement.outerHTML).not.toContain('tkw_');
  const leaving = new Event('beforeunload', { cancelable: true });
  dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(false);
});
