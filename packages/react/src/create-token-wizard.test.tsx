import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from './create-token-wizard.js';

const host: CreateTokenWizardProps = { versions, contacts, catalog, onCreate: createToken };
const answered = { name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] };

const heading = (name: string) => screen.getByRole('heading', { name });
const button = (name: string) => screen.getByRole('button', { name });

function renderWizard(props: Partial<CreateTokenWizardProps> = {}) {
  const user = userEvent.setup();
  render(<CreateTokenWizard {...host} {...props} />);
  return user;
}

function renderReview(props: Partial<CreateTokenWizardProps> = {}) {
  return renderWizard({ initialValues: answered, initialStep: 'create', ...props });
}

describe('focus', () => {
  test('is not taken when the wizard appears on a page', () => {
    renderWizard();
    expect(document.body).toHaveFocus();
  });

  test('goes to the heading of the next step, and of the step before', async () => {
    const user = renderWizard({ initialValues: answered });
    await user.click(button('Next'));
    expect(heading('Contact information')).toHaveFocus();
    await user.click(button('Back'));
    expect(heading('Set up your token')).toHaveFocus();
  });

  test('goes to the summary each time Next is refused, and from there to the field', async () => {
    const user = renderWizard();
    await user.click(button('Next'));
    const summary = screen.getByRole('alert').parentElement;
    expect(summary).toHaveFocus();
    await user.click(button('Next'));
    expect(summary).toHaveFocus();
    await user.click(screen.getByRole('link', { name: 'Enter a token name' }));
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveFocus();
  });

  test('goes to the result once the token exists', async () => {
    const user = renderReview();
    await user.click(button('Create'));
    expect(await screen.findByRole('heading', { name: 'Your token is ready' })).toHaveFocus();
  });
});

describe('the review', () => {
  test('shows every answer, and what was left out', () => {
    renderReview();
    expect(screen.getByText('Nightly export')).toBeVisible();
    expect(screen.getByText('grace@example.com')).toBeVisible();
    expect(screen.getByText('Run a job again')).toBeVisible();
    expect(screen.getByText('List jobs')).toBeVisible();
    expect(screen.getAllByText('Not provided')).toHaveLength(2);
  });

  test('leads to one answer and back with one Next', async () => {
    const user = renderReview();
    await user.click(button('Change token name'));
    expect(heading('Set up your token')).toHaveFocus();
    await user.clear(screen.getByRole('textbox', { name: 'Token Name' }));
    await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Weekly export');
    await user.click(button('Next'));
    expect(heading('Check your answers')).toHaveFocus();
    expect(screen.getByText('Weekly export')).toBeVisible();
  });
});

describe('an answer that is not complete', () => {
  test('an address that was typed but not added counts', async () => {
    const user = renderWizard({ initialValues: answered, initialStep: 'contact' });
    await user.type(screen.getByRole('textbox', { name: 'Developer Email Addresses' }), 'dev@example.com');
    await user.click(button('Next'));
    await user.click(button('Next'));
    expect(screen.getByText('dev@example.com')).toBeVisible();
  });

  test('an address that is not one keeps the step, named beside the field and in the summary', async () => {
    const user = renderWizard({ initialValues: answered, initialStep: 'contact' });
    const box = screen.getByRole('textbox', { name: 'Developer Email Addresses' });
    await user.type(box, 'dev@');
    await user.click(button('Next'));
    expect(within(screen.getByRole('alert')).getByText(/“dev@” is not an email address/)).toBeVisible();
    expect(box).toHaveAccessibleDescription(/“dev@” is not an email address/);
    expect(box).toHaveValue('dev@');
  });
});

describe('what the server answers', () => {
  test('a fault with a field is shown at the earliest step that has one, beside the field', async () => {
    const problem = {
      status: 422,
      errors: [
        { detail: 'This contact left the account.', pointer: '#/primaryContact' },
        { detail: 'This name is taken.', pointer: '#/name' },
      ],
    };
    const user = renderReview({ onCreate: () => Promise.reject(problem) });
    await user.click(button('Create'));
    expect(await screen.findByRole('heading', { name: 'Your token was not created' })).toBeVisible();
    expect(heading('Set up your token')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveAccessibleDescription(/This name is taken\./);
    expect(screen.getByRole('alert').parentElement).toHaveFocus();
    expect(screen.queryByText('This contact left the account.')).not.toBeInTheDocument();
    await user.click(button('Next'));
    expect(heading('Contact information')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'This contact left the account.' }));
    expect(screen.getByRole('combobox', { name: 'Primary Contact' })).toHaveFocus();
  });

  test('a lost answer never says "failed", and is tried again under the same key', async () => {
    const keys: string[] = [];
    const onCreate = vi.fn<CreateTokenWizardProps['onCreate']>(async (request, context) => {
      keys.push(context.idempotencyKey);
      if (context.attempt === 1) throw new TypeError('Failed to fetch');
      return createToken(request, context);
    });
    const user = renderReview({ onCreate });
    await user.click(button('Create'));
    expect(await screen.findByRole('heading', { name: 'We do not know whether your token was created' })).toHaveFocus();
    await user.click(button('Try again safely'));
    expect(await screen.findByRole('heading', { name: 'Your token is ready' })).toHaveFocus();
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(2);
  });

  test('a refusal after a lost answer is told as one, with its reason, and as no proof that there is no token', async () => {
    const onCreate = vi
      .fn<CreateTokenWizardProps['onCreate']>()
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockRejectedValueOnce({ status: 422, errors: [{ detail: 'This name is taken.', pointer: '#/name' }] });
    const user = renderReview({ onCreate });
    await user.click(button('Create'));
    await user.click(await screen.findByRole('button', { name: 'Try again safely' }));
    const told = (await screen.findByText(/the server refused this request/)).parentElement;
    expect(told).toHaveTextContent(
      'An earlier answer was lost, and the server refused this request. This name is taken. A token may have been created',
    );
    expect(told).not.toHaveTextContent('fault');
    expect(heading('We do not know whether your token was created')).toBeVisible();
  });

  test('a check that finds no token says so, where the user can go on', async () => {
    const user = userEvent.setup();
    render(
      <CreateTokenWizard
        {...{ versions, contacts, catalog }}
        initialValues={{ name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] }}
        initialStep="create"
        onCreate={() => Promise.reject(new Error('offline'))}
        onCheckOutcome={async () => ({ status: 'not-created' })}
        onError={() => {}}
      />,
    );
    await user.click(screen.getByRole('button', { name: 'Create' }));
    await user.click(await screen.findByRole('button', { name: 'Check now' }));
    expect(await screen.findByRole('button', { name: 'Create' })).toBeVisible();
    expect(screen.getAllByText(/^We checked: no token was created/)).not.toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Create' }));
    expect(await screen.findByRole('heading', { name: /do not know/ })).toHaveFocus();
  });

  test('a replay says that the secret cannot be shown', async () => {
    const user = renderReview({ onCreate: async () => ({ status: 'created-without-secret', token: { id: 't1' } }) });
    await user.click(button('Create'));
    expect(await screen.findByRole('heading', { name: /its secret cannot be shown/ })).toHaveFocus();
  });
});

describe('leaving', () => {
  test('asks before what was entered is discarded, and keeps it on request', async () => {
    const onCancel = vi.fn();
    const user = renderWizard({ onCancel });
    await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Nightly');
    await user.click(button('Cancel'));
    expect(heading('Discard what you entered?')).toHaveFocus();
    await user.click(button('Keep editing'));
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Nightly');
    await user.click(button('Cancel'));
    await user.click(button('Discard'));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test('does not ask when there is nothing to lose', async () => {
    const onCancel = vi.fn();
    const user = renderWizard({ onCancel });
    await user.click(button('Cancel'));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test('asks before a secret that nobody stored is gone, and not once it is stored', async () => {
    const onDone = vi.fn();
    const user = renderReview({ onDone });
    await user.click(button('Create'));
    await screen.findByRole('heading', { name: 'Your token is ready' });
    await user.click(button('Done'));
    expect(heading('Leave without storing the token?')).toHaveFocus();
    expect(onDone).not.toHaveBeenCalled();
    await user.click(button('Stay here'));
    await user.click(screen.getByRole('checkbox', { name: /I have stored/ }));
    await user.click(button('Done'));
    expect(onDone).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'tok_1' }));
    expect(document.body).not.toHaveTextContent('tkw_3xAmpl3');
  });
});

describe("the host's data", () => {
  test('given anew at every render, it changes nothing and keeps Undo', async () => {
    const user = userEvent.setup();
    const wizard = () => (
      <CreateTokenWizard
        {...host}
        catalog={{ categories: [...catalog.categories] }}
        initialValues={answered}
        initialStep="scopes"
      />
    );
    const { rerender } = render(wizard());
    await user.click(button('Clear All'));
    rerender(wizard());
    await user.click(button('Undo'));
    expect(screen.getByRole('checkbox', { name: 'Run a job again' })).toBeChecked();
  });

  test.each([
    ['initialStep', { initialStep: 'bogus' }, /"initialStep" is "bogus"\. Pass one of setup, contact, scopes, create/],
    ['initialValues.name', { initialValues: { name: 7 } }, /"initialValues\.name" is of type number\. Pass a string/],
    ['initialValues.scopes', { initialValues: { scopes: 'a' } }, /"initialValues\.scopes" must be an array of strings/],
  ])('a wrong %s is an error that names it and the mend', (_, props, message) => {
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
    // Through JSON, as a host without types passes what it has.
    const untyped = JSON.parse(JSON.stringify(props));
    expect(() => render(<CreateTokenWizard {...host} {...untyped} />)).toThrow(message);
    silence.mockRestore();
  });

  test('a source that fails can be loaded again, and the host is told why', async () => {
    const onError = vi.fn();
    const load = vi.fn().mockRejectedValueOnce(new Error('503')).mockResolvedValue(contacts);
    const user = renderWizard({ contacts: load, initialValues: answered, onError });
    await user.click(button('Next'));
    expect(await screen.findByText('The contacts could not be loaded.')).toBeVisible();
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ message: expect.stringMatching(/"contacts".*503/) }),
    );
    await user.click(button('Try again'));
    expect(await screen.findByRole('combobox', { name: 'Primary Contact' })).toBeVisible();
  });

  test('another version names the scopes that it lacks, where it is chosen', async () => {
    const older = { categories: catalog.categories.filter(({ id }) => id !== 'jobs') };
    const user = renderWizard({
      catalog: async ({ version }) => (version === '15' ? older : catalog),
      initialValues: answered,
      selectVariant: 'native',
    });
    await user.selectOptions(screen.getByRole('combobox', { name: 'API Version' }), '15');
    const named = /This version does not have List jobs and Run a job again/;
    expect(await screen.findByText(named, { ignore: '[role=status]' })).toBeVisible();
    expect(screen.getByText(named, { selector: '[role=status]' })).toBeInTheDocument();
  });

  test('a catalog with a repeated id is reported with that id, and leaves the page alive', async () => {
    const onError = vi.fn();
    const [first] = catalog.categories;
    renderWizard({ catalog: { categories: first ? [first, first] : [] }, onError });
    await waitFor(() =>
      expect(onError).toHaveBeenCalledWith(
        expect.objectContaining({ message: expect.stringMatching(/category id "ads" appears twice/) }),
      ),
    );
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toBeVisible();
  });
});
