import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DraftStorage, TokenDraft } from '@tokenwright/core';
import { useCallback } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { createToken } from '../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardOptions, useCreateTokenWizard } from './index.js';

type Account = 'a' | 'b';

const versions = [{ id: '1', label: 'Version 1', status: 'latest' as const }];
const scopesOf = (account: Account) => [{ id: `${account}.read`, label: `Read ${account}` }];
const people = {
  a: [{ id: 'ann', name: 'Ann', email: 'ann@a.example' }],
  b: [{ id: 'bob', name: 'Bob', email: 'bob@b.example' }],
};
const catalogOf = (account: Account) => ({
  categories: [{ id: 'data', label: 'Data', scopes: scopesOf(account) }],
});

/** One storage per account, as `localDraftStorage(account)` gives. */
function storages() {
  const held = new Map<Account, TokenDraft>();
  const storageOf = (account: Account): DraftStorage => ({
    key: account,
    read: () => held.get(account) ?? null,
    write: (draft) => held.set(account, draft),
    remove: () => held.delete(account),
  });
  return { held, storageOf };
}

const button = (name: string) => screen.getByRole('button', { name });

/** An account switch in a page that keeps its wizard and writes everything inline, as a host would at first. */
function Page({
  account,
  drafts,
  ...options
}: { account: Account; drafts: (account: Account) => DraftStorage } & Partial<CreateTokenWizardOptions>) {
  return (
    <CreateTokenWizard
      versions={versions}
      contacts={async () => people[account]}
      catalog={async () => catalogOf(account)}
      onCreate={createToken}
      draftStorage={drafts(account)}
      selectVariant="native"
      {...options}
    />
  );
}

const answersOfA = { name: 'Nightly export', primaryContact: 'ann', scopes: ['a.read'] };

describe('a draft storage with another key', () => {
  test('starts the wizard again with the data and the draft of that account, and nothing of the former', async () => {
    const user = userEvent.setup();
    const { held, storageOf } = storages();
    const onCreate = vi.fn(createToken);
    const { rerender } = render(<Page account="a" drafts={storageOf} onCreate={onCreate} initialValues={answersOfA} />);
    await user.type(screen.getByRole('textbox', { name: 'Token Name' }), ' of A');
    await act(async () => rerender(<Page account="b" drafts={storageOf} onCreate={onCreate} />));
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('');
    expect(screen.queryByText(/no longer there/)).not.toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'For B');
    await user.click(button('Next'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Primary Contact' }), 'bob');
    await user.click(button('Next'));
    await user.click(await screen.findByRole('switch', { name: 'Data' }));
    await user.click(screen.getByRole('checkbox', { name: /Read b/ }));
    await user.click(button('Next'));
    await user.click(button('Create'));
    await screen.findByRole('heading', { name: 'Your token is ready' });
    expect(onCreate.mock.calls.map(([request]) => request)).toEqual([
      expect.objectContaining({ name: 'For B', primaryContact: 'bob', scopes: ['b.read'] }),
    ]);
    expect(held.get('a')?.answers.name).toBe('Nightly export of A');
    expect(held.has('b')).toBe(false);
  });

  test('brings the answers back when the user returns to the account', async () => {
    const user = userEvent.setup();
    const { storageOf } = storages();
    const { rerender } = render(<Page account="a" drafts={storageOf} />);
    await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Of A');
    await act(async () => rerender(<Page account="b" drafts={storageOf} />));
    await act(async () => rerender(<Page account="a" drafts={storageOf} />));
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Of A');
    expect(button('Start over')).toBeVisible();
  });

  test('that comes only after the wizard has started takes no answers away', async () => {
    const user = userEvent.setup();
    const { storageOf } = storages();
    const { rerender } = render(<Page account="a" drafts={storageOf} draftStorage={undefined} />);
    await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Of A');
    await act(async () => rerender(<Page account="a" drafts={storageOf} />));
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Of A');
  });

  test('is reported by the hook, which cannot start again, and which goes on with the former account alone', async () => {
    const { held, storageOf } = storages();
    const onError = vi.fn();
    const created = { a: vi.fn(createToken), b: vi.fn(createToken) };
    function Headless({ account }: { account: Account }) {
      const { setName, create, answers } = useCreateTokenWizard({
        ...{ versions, contacts: people[account], catalog: catalogOf(account) },
        onCreate: created[account],
        onError,
        draftStorage: storageOf(account),
        initialValues: answersOfA,
        initialStep: 'create',
      });
      return (
        <>
          <button type="button" onClick={() => setName(`${answers.name} 2`)}>
            Rename
          </button>
          <button type="button" onClick={create}>
            Create
          </button>
        </>
      );
    }
    const user = userEvent.setup();
    const { rerender } = render(<Headless account="a" />);
    await act(async () => rerender(<Headless account="b" />));
    await user.click(button('Rename'));
    await user.click(button('Create'));
    await vi.waitFor(() => expect(created.a).toHaveBeenCalledOnce());
    expect(created.b).not.toHaveBeenCalled();
    expect(held.has('b')).toBe(false);
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: expect.stringContaining('"draftStorage" has another key') }),
    );
  });
});

describe('a loader that the host kept and then replaced', () => {
  function Kept({ account, load }: { account: Account; load: (account: Account) => Promise<typeof people.a> }) {
    return (
      <CreateTokenWizard
        versions={versions}
        contacts={useCallback(() => load(account), [account, load])}
        catalog={catalogOf(account)}
        onCreate={createToken}
        selectVariant="native"
        initialValues={answersOfA}
        initialStep="create"
      />
    );
  }

  test('loads again, and nothing of the former data can be sent meanwhile', async () => {
    const user = userEvent.setup();
    const load = vi.fn(async (account: Account) => people[account]);
    const { rerender } = render(<Kept account="a" load={load} />);
    await screen.findByRole('heading', { name: 'Check your answers' });
    rerender(<Kept account="a" load={load} />);
    expect(load).toHaveBeenCalledOnce();
    await act(async () => rerender(<Kept account="b" load={load} />));
    expect(load).toHaveBeenLastCalledWith('b');
    await user.click(button('Create'));
    expect(await screen.findByRole('alert')).toHaveTextContent('There is a problem');
    expect(screen.queryByText(/Ann/)).not.toBeInTheDocument();
  });

  test('waits for Retry once it has failed, so that a host that renders at each failure does not load without end', async () => {
    const load = vi.fn(() => Promise.reject(new Error('The server is down.')));
    const { rerender } = render(<Kept account="a" load={load} />);
    await screen.findByRole('button', { name: /Try again/ });
    rerender(<Kept account="a" load={load} />);
    await act(async () => rerender(<Kept account="b" load={load} />));
    expect(load).toHaveBeenCalledOnce();
  });

  test('is not confused with one that is written inline, which is loaded once', async () => {
    const load = vi.fn(async () => people.a);
    const page = () => (
      <CreateTokenWizard versions={versions} contacts={() => load()} catalog={catalogOf('a')} onCreate={createToken} />
    );
    const { rerender } = render(page());
    for (let time = 0; time < 4; time += 1) await act(async () => rerender(page()));
    expect(load).toHaveBeenCalledOnce();
  });

  test('is not confused with one that is written inline in a page that a server rendered', async () => {
    const load = vi.fn(async () => people.a);
    const page = () => (
      <CreateTokenWizard versions={versions} contacts={() => load()} catalog={catalogOf('a')} onCreate={createToken} />
    );
    const container = document.createElement('div');
    document.body.append(container);
    container.innerHTML = renderToString(page());
    const { rerender } = render(page(), { container, hydrate: true });
    for (let time = 0; time < 2; time += 1) await act(async () => rerender(page()));
    expect(load).toHaveBeenCalledOnce();
  });
});
