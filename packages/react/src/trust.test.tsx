import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from './create-token-wizard.js';

const host: CreateTokenWizardProps = { versions, contacts, catalog, onCreate: createToken };
const answered = { name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] };
const button = (name: string) => screen.getByRole('button', { name });

function renderReview(props: Partial<CreateTokenWizardProps> = {}) {
  const user = userEvent.setup();
  render(<CreateTokenWizard {...host} initialValues={answered} initialStep="create" {...props} />);
  return user;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a step that cannot be drawn', () => {
  /** No host's types allow it, and no host's data is sure to heed its types. */
  const broken: string = JSON.parse('{}');
  const presets: CreateTokenWizardProps['presets'] = [
    { id: 'p', label: 'Read only', scopes: ['jobs.replay'], description: broken },
  ];

  test('says that the answers are kept, tells the host, and leaves the other steps usable', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const onError = vi.fn();
    const user = userEvent.setup();
    render(
      <CreateTokenWizard
        {...host}
        initialValues={{ ...answered, scopes: [] }}
        initialStep="scopes"
        presets={presets}
        onError={onError}
      />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Your answers are kept');
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ message: expect.stringContaining('"scopes" could not be rendered') }),
    );
    await user.click(button('Try again'));
    expect(screen.getByRole('alert')).toHaveTextContent('Your answers are kept');
    expect(screen.getByRole('heading', { name: 'Choose API scopes' })).toHaveFocus();
    await user.click(button('Back'));
    expect(screen.getByRole('heading', { name: 'Contact information' })).toHaveFocus();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    complaints.mockRestore();
  });

  test('is drawn by Try again once the host has mended it', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const user = userEvent.setup();
    const page = (with_: CreateTokenWizardProps['presets']) => (
      <CreateTokenWizard
        {...host}
        initialValues={{ ...answered, scopes: [] }}
        initialStep="scopes"
        presets={with_}
        onError={() => {}}
      />
    );
    const { rerender } = render(page(presets));
    rerender(page([]));
    await user.click(button('Try again'));
    expect(button('Clear All')).toBeVisible();
    complaints.mockRestore();
  });
});

test('words of the host that cannot be made do not take the page with them', async () => {
  const onError = vi.fn();
  const throws = () => {
    throw new Error('no such key');
  };
  const user = userEvent.setup();
  render(<CreateTokenWizard {...host} messages={{ issues: { 'name.required': throws } }} onError={onError} />);
  await user.click(button('Next'));
  expect(screen.getByRole('link', { name: 'Enter a token name' })).toBeVisible();
  expect(onError).toHaveBeenCalledTimes(1);
});

test('a refusal without a reason says what to do, and does not say its title twice', async () => {
  const user = renderReview({ onCreate: () => Promise.reject({ status: 403 }) });
  await user.click(button('Create'));
  expect(await screen.findAllByText('Your token was not created')).toHaveLength(1);
  expect(screen.getByText(/refused it without a reason/)).toBeVisible();
});

test('Next names the data that is missing, and leads to it', async () => {
  const user = userEvent.setup();
  const never = () => new Promise<never>(() => {});
  render(<CreateTokenWizard {...host} initialValues={answered} versions={never} />);
  await user.click(button('Next'));
  await user.click(screen.getByRole('link', { name: /^The API versions are not there yet/ }));
  expect(screen.getByText(/Loading API versions/)).toHaveFocus();
});

describe('leaving the page', () => {
  /** Whether the browser would ask first. */
  function asks() {
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    return leaving.defaultPrevented;
  }

  test('asks only while the secret is shown and not known to be stored', async () => {
    const user = renderReview();
    expect(asks()).toBe(false);
    await user.click(button('Create'));
    await screen.findByRole('heading', { name: 'Your token is ready' });
    expect(asks()).toBe(true);
    const box = screen.getByRole('checkbox', { name: /I have stored/ });
    await user.click(box);
    expect(asks()).toBe(false);
  });

  test('asks while one wizard shows a secret, whatever the user does in another one on the page', async () => {
    const user = renderReview();
    render(<CreateTokenWizard {...host} />);
    await user.click(button('Create'));
    await screen.findByRole('heading', { name: 'Your token is ready' });
    await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Another token');
    expect(asks()).toBe(true);
  });

  test('asks no more when the wizard is gone', async () => {
    const user = userEvent.setup();
    const { unmount } = render(<CreateTokenWizard {...host} initialValues={answered} initialStep="create" />);
    await user.click(button('Create'));
    await screen.findByRole('heading', { name: 'Your token is ready' });
    unmount();
    expect(asks()).toBe(false);
  });

  test("the guard of the host's router hears what is at risk, once each", async () => {
    const onLeaveRiskChange = vi.fn();
    const user = renderReview({ onLeaveRiskChange });
    expect(onLeaveRiskChange).not.toHaveBeenCalled();
    await user.click(button('Create'));
    await screen.findByRole('heading', { name: 'Your token is ready' });
    await user.click(screen.getByRole('checkbox', { name: /I have stored/ }));
    expect(onLeaveRiskChange.mock.calls.flat()).toEqual(['outcome', 'secret', null]);
  });

  test("the guard of the host's router hears that nothing is at risk any more when the wizard is gone", async () => {
    const onLeaveRiskChange = vi.fn();
    const user = userEvent.setup();
    const { unmount } = render(
      <CreateTokenWizard
        {...host}
        initialValues={answered}
        initialStep="create"
        onLeaveRiskChange={onLeaveRiskChange}
      />,
    );
    await user.click(button('Create'));
    await screen.findByRole('heading', { name: 'Your token is ready' });
    unmount();
    expect(onLeaveRiskChange.mock.lastCall).toEqual([null]);
  });
});

test('the time until the next try is seen to pass, and is said aloud only when the wait begins and ends', async () => {
  const user = renderReview({ onCreate: () => Promise.reject({ status: 429, retryAfter: 20 }) });
  await user.click(button('Create'));
  await screen.findByRole('heading', { name: 'Too many requests' });
  const said = () =>
    screen
      .getAllByRole('status')
      .map(({ textContent }) => textContent)
      .join('');
  const seen = () => document.querySelector('[data-part="body"] [data-part="text"]')?.textContent;
  expect(said()).toMatch(/try again in 20 seconds/);
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + 8000);
  await vi.waitFor(() => expect(seen()).toMatch(/try again in 12 seconds/), 5000);
  expect(said()).toMatch(/try again in 20 seconds/);
  const retry = button('Try again');
  act(() => retry.focus());
  expect(retry).toHaveAttribute('aria-disabled', 'true');
  expect(retry).toHaveFocus();
});
