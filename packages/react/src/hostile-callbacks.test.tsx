import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Step } from '@tokenwright/core';
import { StrictMode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from './create-token-wizard.js';

const answered = { name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] };

/** What a host's function can do instead of what it should. */
const misdeeds: Record<string, () => never> = {
  'throws an error': () => {
    throw new Error('broken');
  },
  'throws nothing': () => {
    throw undefined;
  },
  'rejects with nothing': () => rejection(undefined),
  'rejects with a text': () => rejection('broken'),
  'rejects with a response': () => rejection(new Response('<p>broken</p>', { status: 500 })),
  'rejects with ten megabytes': () => rejection(new Error('x'.repeat(10_000_000))),
  'never settles': () => asNever(new Promise(() => {})),
};

/** Types say that it does not return; a host need not heed them. */
function asNever(value: unknown): never {
  const any: { value: never } = Object.assign(Object.create(null), { value });
  return any.value;
}

function rejection(reason: unknown): never {
  return asNever(Promise.reject(reason));
}

const callbacks = ['onDone', 'onCancel', 'onStepChange', 'onEvent', 'onLeaveRiskChange', 'onError'] as const;

describe.each(Object.entries(misdeeds))('a host whose function %s', (_, misdeed) => {
  test.each(callbacks)('in %s still gets its token, and the page stays alive', async (name) => {
    vi.stubGlobal('reportError', vi.fn());
    const user = userEvent.setup();
    const onError = vi.fn();
    const props: CreateTokenWizardProps = {
      versions,
      contacts,
      catalog,
      onCreate: createToken,
      onError,
      [name]: misdeed,
    };
    render(
      <StrictMode>
        <CreateTokenWizard {...props} initialValues={answered} initialStep="scopes" />
      </StrictMode>,
    );
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await user.click(screen.getByRole('button', { name: 'Create' }));
    await screen.findByRole('heading', { name: 'Your token is ready' });
    await user.click(screen.getByRole('checkbox', { name: /I have stored/ }));
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.getByRole('heading', { name: 'Done' })).toBeVisible();
    vi.unstubAllGlobals();
  });

  /** @param name What misbehaves. */
  function renderWith(name: 'versions' | 'contacts' | 'catalog' | 'onCreate' | 'draftStorage', initialStep?: Step) {
    const storage = { read: misdeed, write: misdeed, remove: misdeed };
    const props: CreateTokenWizardProps = {
      ...{ versions, contacts, catalog, onCreate: createToken, onError: () => {} },
      [name]: name === 'draftStorage' ? storage : misdeed,
    };
    render(
      <StrictMode>
        <CreateTokenWizard {...props} initialValues={answered} initialStep={initialStep} createTimeout={50} />
      </StrictMode>,
    );
    const user = userEvent.setup();
    return { user, press: (label: string) => user.click(screen.getByRole('button', { name: label })) };
  }
  const nameBox = () => screen.findByRole('textbox', { name: 'Token Name' }, { timeout: 5000 });

  test.each([
    ['versions', 0, 'The API versions could not be loaded.'],
    ['contacts', 1, 'The contacts could not be loaded.'],
    ['catalog', 2, 'The API scopes could not be loaded.'],
  ] as const)('in %s leaves the user on a page that says so, with what was typed kept', async (name, steps, words) => {
    const { user, press } = renderWith(name);
    await user.type(await nameBox(), '!');
    for (let step = 0; step < steps; step += 1) await press('Next');
    expect(await screen.findByText(words)).toBeVisible();
    for (let step = 0; step < steps; step += 1) await press('Back');
    expect(await nameBox()).toHaveValue('Nightly export!');
  });

  test('in onCreate leads the user to the question what became of the token', async () => {
    const { press } = renderWith('onCreate', 'create');
    await press('Create');
    expect(await screen.findByRole('heading', { name: 'We do not know whether your token was created' })).toBeVisible();
  });

  test('in draftStorage does not keep the user from the form', async () => {
    const { user } = renderWith('draftStorage');
    await user.type(await nameBox(), '!');
    expect(await nameBox()).toHaveValue('Nightly export!');
  });
});

test('a host that changes its own page in the middle of an event is not called in circles', async () => {
  const user = userEvent.setup();
  const steps: string[] = [];
  const page = () => (
    <CreateTokenWizard
      {...{ versions, contacts, catalog, onCreate: createToken }}
      initialValues={answered}
      onStepChange={(step) => {
        steps.push(step);
        rerender(page());
      }}
    />
  );
  const { rerender } = render(page());
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(steps).toEqual(['contact', 'setup']);
});
