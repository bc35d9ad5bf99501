import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { catalog, contacts, versions } from '../../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from '../create-token-wizard.js';

const button = (name: string) => screen.getByRole('button', { name });
/** What the live regions hold. */
const said = () =>
  screen
    .queryAllByRole('status')
    .map(({ textContent }) => textContent)
    .join();
const findHeading = (name: string) => screen.findByRole('heading', { name });

afterEach(() => {
  vi.useRealTimers();
});

/** The review of a wizard whose requests come to these ends, one after the other. */
function renderReview(outcomes: readonly unknown[], props: Partial<CreateTokenWizardProps> = {}) {
  const user = userEvent.setup();
  const onCreate = vi.fn<CreateTokenWizardProps['onCreate']>();
  for (const outcome of outcomes) onCreate.mockRejectedValueOnce(outcome);
  render(
    <CreateTokenWizard
      {...{ versions, contacts, catalog, onCreate }}
      initialValues={{ name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] }}
      initialStep="create"
      {...props}
    />,
  );
  return user;
}

const lost = new TypeError('Failed to fetch');

describe('after a lost answer', () => {
  test.each([
    ['asks to wait', { status: 429, retryAfter: 60 }, 'Too many requests'],
    ['asks to sign in', { status: 401 }, 'Your session has expired'],
  ])(
    'a server that %s lets the user leave for the list of tokens, and not go back to edit',
    async (_, outcome, title) => {
      const onDone = vi.fn();
      const user = renderReview([lost, outcome], { onDone });
      await user.click(button('Create'));
      await findHeading('We do not know whether your token was created');
      await user.click(button('Try again safely'));
      await findHeading(title);
      expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
      await user.click(button('Go to your tokens'));
      expect(onDone).toHaveBeenCalledOnce();
      expect(screen.queryByRole('heading', { name: title })).toBeNull();
      expect(said()).not.toMatch(/try again/);
    },
  );

  test('the reason of a refusal keeps its own writing direction', async () => {
    const detail = 'الاسم مستخدم من قبل (ads)!';
    const user = renderReview([lost, { status: 422, errors: [{ detail, pointer: '#/name' }] }]);
    await user.click(button('Create'));
    await user.click(await screen.findByRole('button', { name: 'Try again safely' }));
    expect((await screen.findByText(detail)).tagName).toBe('BDI');
  });
});

test('a user who goes back instead of waiting leaves neither a countdown nor its announcement behind', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const user = renderReview([{ status: 429, retryAfter: 60 }]);
  await user.click(button('Create'));
  await findHeading('Too many requests');
  expect(said()).toMatch(/try again in 60 seconds/);
  expect(vi.getTimerCount()).toBe(1);
  await user.click(button('Back'));
  await findHeading('Check your answers');
  expect(vi.getTimerCount()).toBe(0);
  expect(said()).not.toMatch(/try again/);
});

test('while the token is being created, no step can be gone to', async () => {
  const user = renderReview([], { onCreate: () => new Promise(() => {}) });
  const steps = () => within(screen.getByRole('navigation')).queryAllByRole('button');
  expect(steps()).not.toHaveLength(0);
  await user.click(button('Create'));
  expect(steps()).toHaveLength(0);
});

test.each([
  ['tries again', 'Try again safely'],
  ['checks', 'Check now'],
])('a user who %s after a lost answer is told that the token has been revoked since', async (_, name) => {
  const token = { id: 't1', revokedAt: '2026-11-28T10:00:00Z' };
  const onDone = vi.fn();
  const onCreate = vi
    .fn<CreateTokenWizardProps['onCreate']>()
    .mockRejectedValueOnce(lost)
    .mockResolvedValueOnce({ status: 'created-without-secret', token });
  const user = renderReview([], { onCreate, onDone, onCheckOutcome: async () => ({ status: 'created', token }) });
  await user.click(button('Create'));
  await user.click(await screen.findByRole('button', { name }));
  expect(await findHeading('Your token was created and has since been revoked')).toHaveFocus();
  expect(screen.getByText(/can no longer be used/)).toBeVisible();
  expect(screen.queryByText(/revoke this token/)).toBeNull();
  await user.click(button('Done'));
  expect(onDone).toHaveBeenCalledExactlyOnceWith(token);
});
