import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ScopeCatalog } from '@tokenwright/core';
import { StrictMode } from 'react';
import { expect, test, vi } from 'vitest';
import type { CreateTokenWizardOptions } from './options.js';
import type { TokenWizardHandle } from './token-wizard-handle.js';
import { type CreateTokenWizardReturn, useCreateTokenWizard, useTokenWizardHandle } from './use-create-token-wizard.js';

const catalog: ScopeCatalog = {
  categories: [{ id: 'ads', label: 'Ads', scopes: [{ id: 'ads.list', label: 'List ads' }] }],
};

function hostOptions(overrides: Partial<CreateTokenWizardOptions> = {}) {
  return {
    versions: [{ id: '16', label: 'Version 16', status: 'latest' as const }],
    contacts: [{ id: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' }],
    catalog,
    onCreate: vi.fn<CreateTokenWizardOptions['onCreate']>(async () => ({
      status: 'created',
      token: { id: 't1' },
      secret: 'sekret-1',
    })),
    ...overrides,
  };
}

/** What a host might write that wants none of our components. */
function PlainWizard(options: CreateTokenWizardOptions) {
  const wizard = useCreateTokenWizard(options);
  return (
    <div>
      <p>View: {wizard.view}</p>
      <ul>
        {wizard.issues.map((issue) => (
          <li key={issue.code}>{issue.code}</li>
        ))}
      </ul>
      {wizard.view === 'setup' && (
        <>
          <label htmlFor={wizard.getNameProps().id}>Token Name</label>
          <input {...wizard.getNameProps()} />
          <label htmlFor={wizard.getVersionProps().id}>API Version</label>
          <select {...wizard.getVersionProps()}>
            {wizard.versions.data?.map((version) => (
              <option key={version.id} value={version.id}>
                {version.label}
              </option>
            ))}
          </select>
        </>
      )}
      {wizard.view === 'contact' && (
        <>
          <label htmlFor={wizard.getContactProps().id}>Primary Contact</label>
          <select {...wizard.getContactProps()}>
            <option value="">Choose</option>
            {wizard.contacts.data?.map((contact) => (
              <option key={contact.id} value={contact.id}>
                {contact.name}
              </option>
            ))}
          </select>
          <label htmlFor={wizard.getEmailProps().id}>Developer Email Addresses</label>
          <input {...wizard.getEmailProps()} />
          <p>{wizard.answers.developerEmails.join(' ')}</p>
        </>
      )}
      {wizard.view === 'scopes' && (
        <label>
          <input {...wizard.getScopeProps('ads.list')} /> List ads
        </label>
      )}
      <button {...wizard.getBackProps()}>Back</button>
      <button {...wizard.getNextProps()}>Next</button>
      <button {...wizard.getCreateProps()}>Create</button>
      {wizard.secret && <code>{wizard.secret.reveal()}</code>}
    </div>
  );
}

async function walkToReview(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText('Token Name'), 'Nightly export{Enter}');
  await user.selectOptions(screen.getByLabelText('Primary Contact'), 'Ada Lovelace');
  await user.type(screen.getByLabelText('Developer Email Addresses'), 'dev@example.com{Enter}{Enter}');
  await user.click(screen.getByLabelText('List ads'));
  await user.click(screen.getByRole('button', { name: 'Next' }));
}

test('a host can build the whole wizard from plain elements and create a token', async () => {
  const user = userEvent.setup();
  const options = hostOptions();
  render(<PlainWizard {...options} />);
  await walkToReview(user);
  await user.click(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByText('sekret-1')).toBeVisible();
  expect(options.onCreate).toHaveBeenCalledExactlyOnceWith(
    {
      name: 'Nightly export',
      description: '',
      version: '16',
      primaryContact: 'ada',
      developerEmails: ['dev@example.com'],
      scopes: ['ads.list'],
    },
    { signal: expect.any(AbortSignal), idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/), attempt: 1 },
  );
});

test('in StrictMode a double click on Create sends one request', async () => {
  const user = userEvent.setup();
  const options = hostOptions();
  render(
    <StrictMode>
      <PlainWizard {...options} />
    </StrictMode>,
  );
  await walkToReview(user);
  await user.dblClick(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByText('sekret-1')).toBeVisible();
  expect(options.onCreate).toHaveBeenCalledOnce();
});

test.each([
  ['Enter that ends a composition in Safari', { key: 'Enter', keyCode: 229 }],
  ['Enter during a composition', { key: 'Enter', isComposing: true }],
  ['Shift and Enter', { key: 'Enter', shiftKey: true }],
])('%s in a plain text box does not move on', async (_, press) => {
  const user = userEvent.setup();
  render(<PlainWizard {...hostOptions()} />);
  const box = screen.getByLabelText('Token Name');
  await user.type(box, 'Nightly export');
  fireEvent.keyDown(box, press);
  expect(screen.getByText('View: setup')).toBeVisible();
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(screen.getByText('View: contact')).toBeVisible();
});

test('Next on an unfinished step stays there and says what is missing', async () => {
  const user = userEvent.setup();
  render(<PlainWizard {...hostOptions()} />);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(screen.getByText('View: setup')).toBeVisible();
  expect(screen.getByText('name.required')).toBeVisible();
  expect(screen.getByLabelText('Token Name')).toBeInvalid();
});

test('the host is told of steps and of the end, and a callback that throws does no harm', async () => {
  const user = userEvent.setup();
  const onStepChange = vi.fn<NonNullable<CreateTokenWizardOptions['onStepChange']>>(() => {
    throw new Error('host bug');
  });
  const onError = vi.fn();
  render(<PlainWizard {...hostOptions({ onStepChange, onError })} />);
  await walkToReview(user);
  expect(onStepChange.mock.calls).toEqual([['contact'], ['scopes'], ['create']]);
  expect(onError).toHaveBeenCalledTimes(3);
  expect(screen.getByText('View: create')).toBeVisible();
});

test('the latest onCreate is called, not the one of the first render', async () => {
  const user = userEvent.setup();
  const first = hostOptions();
  const second = hostOptions();
  const { rerender } = render(<PlainWizard {...first} />);
  await walkToReview(user);
  rerender(<PlainWizard {...first} onCreate={second.onCreate} />);
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByText('sekret-1');
  expect(first.onCreate).not.toHaveBeenCalled();
  expect(second.onCreate).toHaveBeenCalledOnce();
});

test('contacts that the host changes while the wizard runs are offered', async () => {
  const user = userEvent.setup();
  const options = hostOptions();
  const { rerender } = render(<PlainWizard {...options} />);
  await user.type(screen.getByLabelText('Token Name'), 'Nightly export{Enter}');
  rerender(<PlainWizard {...options} contacts={[{ id: 'grace', name: 'Grace Hopper', email: 'g@example.com' }]} />);
  expect(screen.getByRole('option', { name: 'Grace Hopper' })).toBeInTheDocument();
});

test('the secret is gone when the page is put away', async () => {
  const user = userEvent.setup();
  render(<PlainWizard {...hostOptions()} />);
  await walkToReview(user);
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByText('sekret-1');
  act(() => {
    window.dispatchEvent(new Event('pagehide'));
  });
  expect(screen.queryByText('sekret-1')).not.toBeInTheDocument();
  expect(screen.getByText('View: createdWithoutSecret')).toBeVisible();
});

test('a vault that a host has kept holds nothing after unmount, and takes no late answer', () => {
  let vault: TokenWizardHandle['vault'] | undefined;
  function Headless() {
    vault = useTokenWizardHandle(hostOptions()).vault;
    return null;
  }
  const { unmount } = render(<Headless />);
  vault?.put('sekret-1');
  expect(vault?.read()?.reveal()).toBe('sekret-1');
  unmount();
  expect(vault?.read()).toBeUndefined();
  vault?.put('sekret-2');
  expect(vault?.read()).toBeUndefined();
});

test('a missing onCreate is an error that names it and the mend', () => {
  // A round trip through JSON drops functions, as a host without types might forget one.
  const options = JSON.parse(JSON.stringify(hostOptions()));
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(() => render(<PlainWizard {...options} />)).toThrow(/"onCreate" is missing\. Pass an async function/);
  silence.mockRestore();
});

test('a host that keeps the handle finds no secret in it after unmounting, nor in an answer that comes later', async () => {
  const user = userEvent.setup();
  const handles: CreateTokenWizardReturn['handle'][] = [];
  let answer = () => {};
  const onCreate = vi.fn<CreateTokenWizardOptions['onCreate']>(
    (_, { attempt }) =>
      new Promise((resolve, reject) => {
        answer = () =>
          attempt === 1
            ? resolve({ status: 'created', token: { id: 't1' }, secret: 'sekret-1' })
            : reject(new TypeError('Failed to fetch'));
      }),
  );
  function Host() {
    const { handle, create, view } = useCreateTokenWizard({
      ...hostOptions({ onCreate }),
      initialValues: { name: 'Nightly export', primaryContact: 'ada', scopes: ['ads.list'] },
      initialStep: 'create',
    });
    handles[0] = handle;
    return (
      <button type="button" onClick={create}>
        {view}
      </button>
    );
  }
  for (const isEarly of [true, false]) {
    const { unmount } = render(<Host />);
    await user.click(screen.getByRole('button', { name: 'create' }));
    const [handle] = handles;
    if (isEarly) {
      await act(async () => answer());
      expect(handle?.vault.read()?.reveal()).toBe('sekret-1');
    }
    unmount();
    await act(async () => answer());
    expect(handle?.vault.read()).toBeUndefined();
  }
});
