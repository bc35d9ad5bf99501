import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from './create-token-wizard.js';
import { type CreateTokenWizardReturn, useCreateTokenWizard } from './use-create-token-wizard.js';

const host = { versions, contacts, catalog, onCreate: createToken };
const answered = { name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] };
const button = (name: string) => screen.getByRole('button', { name });

test('a host that draws its page anew in the middle of an event is not called in circles', async () => {
  const user = userEvent.setup();
  const steps: string[] = [];
  const page = () => (
    <CreateTokenWizard
      {...host}
      initialValues={answered}
      onStepChange={(step) => {
        steps.push(step);
        rerender(page());
      }}
    />
  );
  const { rerender } = render(page());
  await user.click(button('Next'));
  await user.click(button('Back'));
  expect(steps).toEqual(['contact', 'setup']);
});

test('a host that presses everything whenever it hears something sends one request and shows one secret', async () => {
  const onCreate = vi.fn(createToken);
  let wizard: CreateTokenWizardReturn | undefined;
  const pressAll = () => {
    wizard?.create();
    wizard?.retry();
    wizard?.checkOutcome();
    wizard?.leaveOutcome();
  };
  function Page() {
    wizard = useCreateTokenWizard({
      ...host,
      initialValues: answered,
      initialStep: 'create',
      onEvent: pressAll,
      onLeaveRiskChange: pressAll,
      onCreate(request, context) {
        pressAll();
        return onCreate(request, context);
      },
    });
    return <p>{wizard.secret?.reveal()}</p>;
  }
  render(<Page />);
  act(pressAll);
  expect(await screen.findByText(/^tkw_/)).toBeVisible();
  expect(onCreate).toHaveBeenCalledOnce();
});

test.each(['onStepChange', 'onEvent', 'onLeaveRiskChange', 'onDone', 'onCancel'] as const)(
  'a host may take the wizard off its page from within %s',
  async (name) => {
    const user = userEvent.setup();
    function Page() {
      const [isShown, setShown] = useState(true);
      const props: CreateTokenWizardProps = { ...host, [name]: () => setShown(false) };
      return isShown ? (
        <CreateTokenWizard {...props} initialValues={answered} initialStep="create" />
      ) : (
        <p>My tokens</p>
      );
    }
    render(<Page />);
    const press = async (control: string) => {
      const found = screen.queryByRole('button', { name: control });
      if (found) await user.click(found);
    };
    if (name === 'onCancel') await press('Cancel');
    await press('Back');
    await press('Next');
    await press('Create');
    const stored = screen.queryByRole('checkbox', { name: /I have stored/ });
    if (stored) await user.click(stored);
    await press('Done');
    expect(await screen.findByText('My tokens')).toBeVisible();
    expect(document.documentElement.outerHTML).not.toContain('tkw_');
  },
);

test('an answer that comes twice counts once', async () => {
  const user = userEvent.setup();
  const onEvent = vi.fn();
  const twice: CreateTokenWizardProps['onCreate'] = (request, context) =>
    new Promise((resolve, reject) => {
      resolve(createToken(request, context));
      resolve(createToken(request, context).then((result) => ({ ...result, secret: 'tkw_second' })));
      reject(new Error('after all'));
    });
  render(
    <CreateTokenWizard {...host} onCreate={twice} onEvent={onEvent} initialValues={answered} initialStep="create" />,
  );
  await user.click(button('Create'));
  await user.click(await screen.findByRole('button', { name: 'Reveal' }));
  expect(screen.getByText(/^tkw_/)).toHaveTextContent('tkw_3xAmpl3');
  expect(onEvent.mock.calls.filter(([{ type }]) => type === 'token.created')).toHaveLength(1);
});

/** A promise that the test settles. */
function deferred() {
  let settle: { resolve(value: unknown): void; reject(reason: unknown): void } | undefined;
  const call = vi.fn(
    () =>
      new Promise<never>((resolve, reject) => {
        settle = { resolve: (value) => resolve(lawless(value)), reject };
      }),
  );
  return { call, settle: () => settle };
}

/** Types say that it does not answer; a host need not heed them. */
function lawless(value: unknown): never {
  const holder: { value: never } = Object.assign(Object.create(null), { value });
  return holder.value;
}

const names = [
  'versions',
  'contacts',
  'catalog',
  'onCreate',
  'onCheckOutcome',
  'onSessionExpired',
  'onContactSearch',
] as const;

test.each(names.flatMap((name) => [{ name, how: 'resolve' } as const, { name, how: 'reject' } as const]))(
  'a host whose $name comes to $how after the wizard is gone notices nothing',
  async ({ name, how }) => {
    const user = userEvent.setup();
    const { call, settle } = deferred();
    const onCreate = vi.fn(createToken).mockRejectedValue({ status: name === 'onSessionExpired' ? 401 : 503 });
    const onEvent = vi.fn();
    const isStep = name === 'onContactSearch' ? 'contact' : 'create';
    const { unmount } = render(
      <CreateTokenWizard
        {...{ ...host, onCreate, onEvent, onError: () => {}, [name]: call }}
        initialValues={{ ...answered, version: '16' }}
        initialStep={isStep}
      />,
    );
    if (name === 'onContactSearch') await user.type(screen.getByRole('combobox', { name: 'Primary Contact' }), 'kath');
    if (name.startsWith('on') && isStep === 'create') await user.click(button('Create'));
    if (name === 'onCheckOutcome') await user.click(await screen.findByRole('button', { name: 'Check now' }));
    await vi.waitFor(() => expect(call).toHaveBeenCalled());
    unmount();
    onEvent.mockClear();
    if (how === 'reject') settle()?.reject(new Error('late'));
    else settle()?.resolve(name === 'onCreate' ? await createToken(...createArguments) : []);
    // A turn of the event loop, after which whatever hangs on the promise has run.
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(onEvent).not.toHaveBeenCalled();
    expect(document.documentElement.outerHTML).not.toContain('tkw_');
  },
);

const createArguments: Parameters<typeof createToken> = [
  { name: 'Late', description: '', version: '16', primaryContact: 'grace', developerEmails: [], scopes: ['jobs.list'] },
  { signal: new AbortController().signal, idempotencyKey: 'k', attempt: 1 },
];
