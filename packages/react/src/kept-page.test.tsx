import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CreateTokenResult } from '@tokenwright/core';
import { Activity, type ReactNode, StrictMode, Suspense, use } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { answers, catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from './index.js';

const host: CreateTokenWizardProps = { versions, contacts, catalog, onCreate: createToken };
const atReview = { initialValues: answers, initialStep: 'create' } as const;

const button = (name: string) => screen.getByRole('button', { name });
const heading = (name: string) => screen.getByRole('heading', { name });

async function createAndFinish(user: ReturnType<typeof userEvent.setup>) {
  await user.click(button('Create'));
  await screen.findByRole('heading', { name: 'Your token is ready' });
  await user.click(screen.getByRole('checkbox', { name: /I have stored/ }));
  await user.click(button('Done'));
}

test('the view after Done offers to create another token, which gets a key and a secret of its own', async () => {
  const user = userEvent.setup();
  const onCreate = vi.fn(createToken);
  render(<CreateTokenWizard {...host} {...atReview} onCreate={onCreate} />);
  await createAndFinish(user);
  await user.click(button('Create another token'));
  expect(heading('Check your answers')).toHaveFocus();
  await createAndFinish(user);
  const [first, second] = onCreate.mock.calls.map(([, { idempotencyKey }]) => idempotencyKey);
  expect(onCreate).toHaveBeenCalledTimes(2);
  expect(first).not.toBe(second);
});

test('a host without onCancel offers to start again after Cancel, with the values it passes by then', async () => {
  const user = userEvent.setup();
  const { rerender } = render(<CreateTokenWizard {...host} />);
  await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Nightly');
  await user.click(button('Cancel'));
  await user.click(button('Discard'));
  rerender(<CreateTokenWizard {...host} initialValues={{ name: 'Weekly' }} />);
  await user.click(button('Start again'));
  expect(heading('Set up your token')).toHaveFocus();
  expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Weekly');
});

describe.each([{ strict: false }, { strict: true }])(
  'a page that a router keeps (StrictMode: $strict)',
  ({ strict }) => {
    function renderKept(props: CreateTokenWizardProps) {
      const page = (isShown: boolean) => {
        const content = (
          <>
            <input aria-label="Search" />
            <Activity mode={isShown ? 'visible' : 'hidden'}>
              <CreateTokenWizard {...props} />
            </Activity>
          </>
        );
        return strict ? <StrictMode>{content}</StrictMode> : content;
      };
      const { rerender } = render(page(true));
      return { show: (isShown: boolean) => rerender(page(isShown)) };
    }

    test('starts a finished wizard again when it is shown again, and leaves the focus alone', async () => {
      const user = userEvent.setup();
      const onCreate = vi.fn(createToken);
      const { show } = renderKept({ ...host, ...atReview, onCreate });
      await createAndFinish(user);
      show(false);
      // As browsers do with an element that is hidden.
      act(() => screen.getByRole('textbox', { name: 'Search' }).focus());
      act(() => screen.getByRole('textbox', { name: 'Search' }).blur());
      show(true);
      expect(heading('Check your answers')).toBeVisible();
      expect(document.body).toHaveFocus();
      await createAndFinish(user);
      expect(onCreate).toHaveBeenCalledTimes(2);
    });

    test('starts a cancelled wizard again when it is shown again', async () => {
      const user = userEvent.setup();
      const { show } = renderKept(host);
      await user.click(button('Cancel'));
      expect(heading('Cancelled')).toBeVisible();
      show(false);
      show(true);
      expect(heading('Set up your token')).toBeVisible();
    });

    test('keeps the answers of a wizard in the middle', async () => {
      const user = userEvent.setup();
      const { show } = renderKept(host);
      await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Nightly');
      await user.click(button('Next'));
      show(false);
      show(true);
      expect(heading('Contact information')).toBeVisible();
      await user.click(button('Back'));
      expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Nightly');
    });
  },
);

function Waiting({ for: promise }: { for: Promise<string> | null }) {
  return promise && use(promise);
}

test('an event that comes while a sibling suspends is delivered, once', async () => {
  const user = userEvent.setup();
  const onEvent = vi.fn();
  let create = (_result: CreateTokenResult) => {};
  let load = (_list: string) => {};
  const list = new Promise<string>((resolve) => {
    load = resolve;
  });
  const page = (sibling: Promise<string> | null): ReactNode => (
    <Suspense fallback="Loading">
      <CreateTokenWizard
        {...host}
        {...atReview}
        onEvent={onEvent}
        onCreate={() =>
          new Promise((resolve) => {
            create = resolve;
          })
        }
      />
      <Waiting for={sibling} />
    </Suspense>
  );
  const { rerender } = render(page(null));
  await user.click(button('Create'));
  await act(async () => rerender(page(list)));
  expect(screen.getByText('Loading')).toBeVisible();
  await act(async () => create({ status: 'created', token: { id: 't1' }, secret: 'tkw_c4n4ry' }));
  await act(async () => load('Tokens'));
  const types = onEvent.mock.calls.map(([{ type }]) => type);
  expect(types.filter((type) => type === 'token.created')).toHaveLength(1);
  await user.click(screen.getByRole('checkbox', { name: /I have stored/ }));
  expect(onEvent.mock.calls.filter(([{ type }]) => type === 'secret.stored')).toHaveLength(1);
});

describe('unmounting the wizard', () => {
  async function renderCreated(isStored: boolean) {
    const user = userEvent.setup();
    const onError = vi.fn();
    const { unmount } = render(
      <StrictMode>
        <CreateTokenWizard {...host} {...atReview} onError={onError} />
      </StrictMode>,
    );
    await user.click(button('Create'));
    await screen.findByRole('heading', { name: 'Your token is ready' });
    if (isStored) await user.click(screen.getByRole('checkbox', { name: /I have stored/ }));
    expect(onError).not.toHaveBeenCalled();
    unmount();
    await act(async () => {});
    return onError;
  }

  test('with a secret that the user has not stored is reported, once', async () => {
    const onError = await renderCreated(false);
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: expect.stringContaining('unmounted while it showed a secret') }),
    );
  });

  test('with a stored secret is not reported', async () => {
    expect(await renderCreated(true)).not.toHaveBeenCalled();
  });
});
