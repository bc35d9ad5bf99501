import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from './create-token-wizard.js';
import { type TokenWizardHandle, useTokenWizard } from './token-wizard-handle.js';

const broken = vi.hoisted(() => new Set<string>());

// Nothing that a host can pass breaks these components, so the test puts a defect into each.
vi.mock('@tokenwright/ui', async (original) => {
  const ui = await original<typeof import('@tokenwright/ui')>();
  const breakable =
    <Props,>(name: string, Whole: (props: Props) => ReactNode) =>
    (props: Props) => {
      if (broken.has(name)) throw new Error(`${name} is broken`);
      return Whole(props);
    };
  return {
    ...ui,
    StepIndicator: breakable<import('@tokenwright/ui').StepIndicatorProps>('StepIndicator', (props) => (
      <ui.StepIndicator {...props} />
    )),
    ErrorSummary: breakable<import('@tokenwright/ui').ErrorSummaryProps>('ErrorSummary', (props) => (
      <ui.ErrorSummary {...props} />
    )),
    Heading: breakable<import('@tokenwright/ui').HeadingProps>('Heading', (props) => <ui.Heading {...props} />),
    Button: breakable<import('@tokenwright/ui').ButtonProps>('Button', (props) => <ui.Button {...props} />),
    Callout: breakable<import('@tokenwright/ui').CalloutProps>('Callout', (props) => <ui.Callout {...props} />),
    SecretReveal: breakable<import('@tokenwright/ui').SecretRevealProps>('SecretReveal', (props) => (
      <ui.SecretReveal {...props} />
    )),
  };
});

const onError = vi.fn();
const host: CreateTokenWizardProps = { versions, contacts, catalog, onCreate: createToken, onError };
const answered = { name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] };
const button = (name: string) => screen.getByRole('button', { name });

/** The wizard beside other content of the host, in one React root. */
const pageWith = (wizard: ReactNode) => (
  <>
    <p>Rest of the page</p>
    {wizard}
  </>
);

function renderReview(props: object = {}) {
  const wizard = (more: object) => (
    <CreateTokenWizard {...host} initialValues={answered} initialStep="create" {...props} {...more} />
  );
  const { rerender } = render(pageWith(wizard({})));
  return { user: userEvent.setup(), change: (more: object) => rerender(pageWith(wizard(more))) };
}

const reported = () => onError.mock.calls.map(([error]) => String(error)).join('\n');

beforeEach(() => {
  // React writes what a boundary caught to the console.
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});

afterEach(() => {
  expect(screen.getByText('Rest of the page')).toBeVisible();
  broken.clear();
  onError.mockClear();
  vi.restoreAllMocks();
});

async function expectSecret(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'Reveal' }));
  expect(screen.getByText(/^tkw_/)).toBeVisible();
}

describe('a part that cannot be rendered', () => {
  test.each([
    ['StepIndicator', 'steps'],
    ['Heading', 'heading'],
  ])('(%s) leaves the token and its secret within reach', async (component, name) => {
    broken.add(component);
    const { user } = renderReview();
    await user.click(button('Create'));
    await expectSecret(user);
    expect(reported()).toContain(`"${name}" could not be rendered`);
  });

  test('above the step (the summary of errors) leaves the step usable', async () => {
    broken.add('ErrorSummary');
    const user = userEvent.setup();
    render(pageWith(<CreateTokenWizard {...host} />));
    await user.click(button('Next'));
    expect(screen.getByRole('alert')).toHaveTextContent('Your answers are kept');
    await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Nightly export');
    await user.click(button('Next'));
    expect(screen.getByRole('heading', { name: 'Contact information' })).toBeVisible();
    expect(reported()).toContain('"issues" could not be rendered');
  });

  test('below the step (the actions) is rendered again on the next step', async () => {
    broken.add('Button');
    const { user } = renderReview();
    expect(screen.queryByRole('button', { name: 'Create' })).not.toBeInTheDocument();
    expect(reported()).toContain('"actions" could not be rendered');
    broken.clear();
    await user.click(screen.getByRole('button', { name: /Setup$/ }));
    await user.click(button('Next'));
    await user.click(button('Next'));
    await user.click(button('Next'));
    await user.click(button('Create'));
    await expectSecret(user);
  });

  test('while the token is being created does not cost the secret', async () => {
    let answer = () => {};
    const onCreate: CreateTokenWizardProps['onCreate'] = (request, context) =>
      new Promise((resolve) => {
        answer = () => resolve(createToken(request, context));
      });
    const { user, change } = renderReview({ onCreate });
    await user.click(button('Create'));
    for (const name of ['Button', 'StepIndicator', 'Heading']) broken.add(name);
    change({ headingLevel: 3 });
    broken.clear();
    await act(async () => answer());
    await expectSecret(user);
  });
});

describe("an exception in a host's own part inside the wizard", () => {
  function Own({ fails }: { fails: boolean }) {
    if (fails) throw new Error('a defect of the host');
    return <p>Own part</p>;
  }
  const page = (fails: boolean) =>
    pageWith(
      <CreateTokenWizard.Root {...host} initialValues={answered} initialStep="create">
        <Own fails={fails} />
        <CreateTokenWizard.Body />
        <CreateTokenWizard.Actions />
      </CreateTokenWizard.Root>,
    );

  test('shows the secret in place of everything else', async () => {
    const user = userEvent.setup();
    const { rerender } = render(page(false));
    await user.click(button('Create'));
    await screen.findByRole('button', { name: 'Reveal' });
    rerender(page(true));
    await expectSecret(user);
    expect(reported()).toContain('"root" could not be rendered');
    await user.click(screen.getByRole('checkbox', { name: /I have stored/ }));
    await user.click(button('Done'));
  });

  test('keeps the answers, and Try again shows them', async () => {
    const user = userEvent.setup();
    const { rerender } = render(page(false));
    rerender(page(true));
    expect(screen.getByRole('alert')).toHaveTextContent('Your answers are kept');
    rerender(page(false));
    await user.click(button('Try again'));
    expect(screen.getByText('Nightly export')).toBeVisible();
    expect(screen.getByText('Own part')).toBeVisible();
  });
});

describe('messages that cannot be used', () => {
  test.each([
    ['null for all of them', null],
    ['a function for all of them', () => 'text'],
    ['null for the wizard', { wizard: null }],
    ['a number for the wizard', { wizard: 5 }],
    ['null for the outcome', { wizard: { created: null } }],
    ['an object for a heading', { wizard: { created: { title: {} } } }],
    ['a function for a heading', { wizard: { created: { title: () => 'Fertig' } } }],
    ['null for the secret', { secretReveal: null }],
    ['lists of texts', { secretReveal: { reveal: ['Reveal'], hide: ['Hide'], copy: ['Copy'] } }],
    ['null for the buttons', { wizard: { actions: { create: null, next: null } } }],
    ['a getter that throws', Object.defineProperty({}, 'wizard', { get: () => expect.fail('read') })],
  ])('(%s) are left out, reported once, and cost nobody the secret', async (_, messages) => {
    const { user } = renderReview({ messages });
    await user.click(button('Create'));
    expect(await screen.findByRole('heading', { name: 'Your token is ready' })).toHaveFocus();
    await expectSecret(user);
    expect(reported()).toContain('Tokenwright: "messages');
    const reports = onError.mock.calls.map(([error]) => String(error));
    expect(new Set(reports).size).toBe(reports.length);
  });
});

describe('props of a wrong type', () => {
  const limits = Object.defineProperty({}, 'name', {
    get() {
      throw new Error('not for you');
    },
  });
  test.each<[string, object]>([
    ['classNames: null', { classNames: null }],
    ['classNames: text', { classNames: 'card' }],
    ['headingLevel: 7', { headingLevel: 7 }],
    ["headingLevel: 'h2'", { headingLevel: 'h2' }],
    ['headingLevel: object', { headingLevel: {} }],
    ['headingLevel: null', { headingLevel: null }],
    ['limits: null', { limits: null }],
    ['limits with a getter that throws', { limits }],
    ['dir: null', { dir: null }],
    ['dir: sideways', { dir: 'sideways' }],
    ['locale: number', { locale: 5 }],
    ['selectVariant: odd', { selectVariant: 'odd' }],
    ['usageExample: text', { usageExample: 'curl' }],
  ])('(%s) do not keep the user from the token', async (_, props) => {
    const { user } = renderReview(props);
    await user.click(button('Create'));
    await screen.findByRole('heading', { name: 'Your token is ready' });
    await expectSecret(user);
  });

  test('that React refuses, given while the secret is shown, do not cost the secret', async () => {
    const { user, change } = renderReview();
    await user.click(button('Create'));
    await screen.findByRole('heading', { name: 'Your token is ready' });
    change({ style: 'color: red' });
    await expectSecret(user);
  });
});

test('an event that fails in the machine changes nothing, is reported, and the wizard goes on', async () => {
  let handle: TokenWizardHandle | undefined;
  function Spy() {
    handle = useTokenWizard();
    return null;
  }
  const user = userEvent.setup();
  render(
    pageWith(
      <CreateTokenWizard.Root {...host} initialValues={answered}>
        <Spy />
        <CreateTokenWizard.Body />
        <CreateTokenWizard.Actions />
      </CreateTokenWizard.Root>,
    ),
  );
  const event = Object.defineProperty({ type: 'name.change' as const, name: '' }, 'name', {
    get() {
      throw new Error('a defect');
    },
  });
  act(() => handle?.actor.send(event));
  expect(reported()).toContain('the event "name.change" failed');
  expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Nightly export');
  const entropy = vi.spyOn(crypto, 'getRandomValues').mockImplementation(() => {
    throw new Error('no entropy');
  });
  for (let step = 0; step < 3; step += 1) await user.click(button('Next'));
  await user.click(button('Create'));
  expect(reported()).toContain('the event "token.create" failed');
  entropy.mockRestore();
  await user.click(button('Create'));
  await expectSecret(user);
});
