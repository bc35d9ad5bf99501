import { act, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from './create-token-wizard.js';

const answered = { name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] };
const timeout = 100;

/** What a host's function can do instead of what it should. */
const misdeeds: Record<string, () => unknown> = {
  'throws an error': () => {
    throw new Error('broken');
  },
  'throws nothing': () => {
    throw undefined;
  },
  'rejects with nothing': () => Promise.reject(undefined),
  'rejects with a text': () => Promise.reject('broken'),
  'rejects with a response': () => Promise.reject(new Response('<p>broken</p>', { status: 500 })),
  'rejects with ten megabytes': () => Promise.reject(new Error('x'.repeat(10_000_000))),
  'rejects when nobody waits any more': () =>
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error('late')), 2 * timeout);
    }),
  'answers with nonsense': () => Promise.resolve(() => Symbol('nonsense')),
  'never settles': () => new Promise(() => {}),
};

/** A function that no host's types allow; no host is sure to heed its types. */
function unlawful(misdeed: () => unknown): () => never {
  const lawless: { call: () => never } = Object.assign(Object.create(null), { call: misdeed });
  return lawless.call;
}

/** A function of the host's that misbehaves until it is mended. */
function breakable<T>(misdeed: () => unknown, mended: T) {
  let isMended = false;
  const broken = unlawful(misdeed);
  return {
    mend() {
      isMended = true;
    },
    call: async () => (isMended ? mended : broken()),
  };
}

const button = (name: string) => screen.getByRole('button', { name });

function renderWizard(props: Partial<CreateTokenWizardProps>) {
  const user = userEvent.setup();
  render(
    <StrictMode>
      <CreateTokenWizard
        {...{ versions, contacts, catalog, onCreate: createToken }}
        onError={() => {}}
        initialValues={answered}
        createTimeout={timeout}
        {...props}
      />
    </StrictMode>,
  );
  return user;
}

/** From any step to the token, with what was entered before anything went wrong. */
async function expectToken(user: UserEvent) {
  for (let step = 0; step < 3 && screen.queryByRole('button', { name: 'Next' }); step += 1) {
    await user.click(button('Next'));
  }
  await user.click(button('Create'));
  await expectReady();
}

async function expectReady() {
  expect(await screen.findByRole('heading', { name: 'Your token is ready' })).toBeVisible();
  expect(screen.getByText(/Nightly export/)).toBeVisible();
}

beforeEach(() => {
  // happy-dom has none, so there is nothing to spy on.
  vi.stubGlobal('reportError', vi.fn());
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(Object.entries(misdeeds))('a host whose function %s', (_, misdeed) => {
  test.each(['onDone', 'onStepChange', 'onEvent', 'onLeaveRiskChange', 'onError'] as const)(
    'in %s does not keep the user from the token',
    async (name) => {
      const called = vi.fn(unlawful(misdeed));
      const broken = unlawful(() => {
        throw new Error('something to report');
      });
      const user = renderWizard({
        initialStep: 'create',
        ...(name === 'onError' && { onEvent: broken }),
        [name]: called,
      });
      await user.click(button('Back'));
      await expectToken(user);
      await user.click(screen.getByRole('checkbox', { name: /I have stored/ }));
      await user.click(button('Done'));
      expect(screen.getByRole('heading', { name: 'Done' })).toBeVisible();
      expect(called).toHaveBeenCalled();
    },
  );

  test('in onCancel does not keep the user from leaving', async () => {
    const onCancel = vi.fn(unlawful(misdeed));
    const user = renderWizard({ onCancel });
    await user.click(button('Cancel'));
    expect(screen.getByRole('heading', { name: 'Cancelled' })).toBeVisible();
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test.each([
    { source: 'versions', data: versions, steps: 0, message: 'The API versions could not be loaded.' },
    { source: 'contacts', data: contacts, steps: 1, message: 'The contacts could not be loaded.' },
    { source: 'catalog', data: catalog, steps: 2, message: 'The API scopes could not be loaded.' },
  ] as const)('in $source is said to have failed, and can be asked again with nothing lost', async (row) => {
    const { source, data, steps, message } = row;
    const loader = breakable(misdeed, data);
    const user = renderWizard({ initialValues: { ...answered, version: '16' }, [source]: loader.call });
    for (let step = 0; step < steps; step += 1) await user.click(button('Next'));
    expect(await screen.findByText(message)).toBeVisible();
    loader.mend();
    await user.click(button('Try again'));
    if (source === 'contacts') {
      await user.click(await screen.findByRole('combobox', { name: 'Primary Contact' }));
      await user.click(await screen.findByRole('option', { name: /Grace Hopper/ }));
    }
    await vi.waitFor(() => expect(screen.queryByText(message)).not.toBeInTheDocument());
    await expectToken(user);
  });

  test('in onCreate leads to what is safe, and the same request goes on under the same key', async () => {
    const creation = breakable(misdeed, undefined);
    const keys: string[] = [];
    const user = renderWizard({
      initialStep: 'create',
      async onCreate(request, context) {
        keys.push(context.idempotencyKey);
        return (await creation.call()) ?? createToken(request, context);
      },
    });
    await user.click(button('Create'));
    expect(await screen.findByRole('heading', { name: 'We do not know whether your token was created' })).toBeVisible();
    creation.mend();
    await user.click(button('Try again safely'));
    await expectReady();
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  test('in onCheckOutcome is said to have failed, and the request can be tried again', async () => {
    const onCreate = vi.fn(createToken).mockRejectedValueOnce({ status: 503 });
    const user = renderWizard({ initialStep: 'create', onCreate, onCheckOutcome: unlawful(misdeed) });
    await user.click(button('Create'));
    await user.click(await screen.findByRole('button', { name: 'Check now' }));
    expect(await screen.findByText(/^The check did not work/)).toBeVisible();
    await user.click(button('Try again safely'));
    await expectReady();
  });

  test('in onContactSearch is said to have failed, and the search can be tried again', async () => {
    const search = breakable(misdeed, [{ id: 'katherine', name: 'Katherine Johnson', email: 'kj@example.com' }]);
    const user = renderWizard({
      initialValues: { ...answered, primaryContact: '' },
      initialStep: 'contact',
      onContactSearch: search.call,
    });
    await user.type(screen.getByRole('combobox', { name: 'Primary Contact' }), 'kath');
    expect(await screen.findByText('The contacts could not be searched.')).toBeVisible();
    search.mend();
    await user.click(button('Try again'));
    const found = await screen.findByRole('option');
    expect(found).toHaveTextContent('Katherine Johnson');
    await user.click(found);
    await expectToken(user);
  });

  test('in draftStorage does not keep the user from the token', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const storage = { read: unlawful(misdeed), write: unlawful(misdeed), remove: unlawful(misdeed) };
    const user = renderWizard({ draftStorage: storage, initialStep: 'create' });
    // The longest that a storage is waited for.
    const pass = () => act(() => vi.advanceTimersByTimeAsync(3000));
    await pass();
    await user.click(button('Create'));
    await pass();
    await expectReady();
    vi.useRealTimers();
  });
});

// Whatever comes of signing in again, the wizard looks at nothing but whether it worked.
const { 'answers with nonsense': __, ...refusals } = misdeeds;

test.each(Object.entries(refusals))(
  'a host whose onSessionExpired %s leaves it to the user to go on once signed in',
  async (_, misdeed) => {
    const onCreate = vi.fn(createToken).mockRejectedValueOnce({ status: 401 });
    const user = renderWizard({ initialStep: 'create', onCreate, onSessionExpired: unlawful(misdeed) });
    await user.click(button('Create'));
    expect(await screen.findByText(/^Sign(ing you)? in again/)).toBeVisible();
    await user.click(button('Continue'));
    await expectReady();
    expect(onCreate).toHaveBeenCalledTimes(2);
  },
);
