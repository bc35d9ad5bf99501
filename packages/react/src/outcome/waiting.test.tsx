import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answers, catalog, contacts, createToken, versions } from '../../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from '../create-token-wizard.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const press = async (name: string) => {
  await act(async () => screen.getByRole('button', { name }).click());
  await pass(0);
};
const seen = () => document.querySelector('[data-part="body"] [data-part="text"]')?.textContent;

function renderReview(onCreate: CreateTokenWizardProps['onCreate']) {
  const asked = vi.fn(onCreate);
  render(
    <CreateTokenWizard
      {...{ versions, contacts, catalog, onCreate: asked }}
      initialValues={answers}
      initialStep="create"
    />,
  );
  return asked;
}

const tooMany = { status: 429, retryAfter: 600 };
const limitedOnce: CreateTokenWizardProps['onCreate'] = async (request, context) => {
  if (context.attempt === 1) throw tooMany;
  return createToken(request, context);
};

describe('a wait for the server', () => {
  test('is over when the clock says so, although the timers stood still while the computer slept', async () => {
    const onCreate = renderReview(limitedOnce);
    await press('Create');
    expect(seen()).toContain('10 minutes');
    vi.setSystemTime(Date.now() + 600_000);
    await pass(1000);
    expect(seen()).toContain('You can try again now');
    await press('Try again');
    expect(onCreate).toHaveBeenCalledTimes(2);
    expect(screen.getByRole('heading', { name: 'Your token is ready' })).toBeVisible();
  });

  test('does not become longer when the clock is set back by a day, and ends in time', async () => {
    renderReview(limitedOnce);
    await press('Create');
    vi.setSystemTime(Date.now() - 24 * 3_600_000);
    await pass(120_000);
    expect(seen()).toContain('8 minutes');
    await pass(479_000);
    expect(seen()).toContain('1 second');
    await pass(2000);
    expect(seen()).toContain('You can try again now');
  });
});

test('while the token is created, the page does not say that nothing is created, and no step can be opened', async () => {
  renderReview(() => new Promise(() => {}));
  expect(screen.getByText('Nothing is created until you press Create.')).toBeVisible();
  expect(screen.getAllByRole('button', { name: /Setup/ })).not.toEqual([]);
  await press('Create');
  expect(screen.queryByText('Nothing is created until you press Create.')).not.toBeInTheDocument();
  expect(screen.getByText(/Keep this page open/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Setup/ })).not.toBeInTheDocument();
});
