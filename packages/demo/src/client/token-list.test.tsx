import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { TokenView } from '../server/tokens.js';
import { TokenList } from './token-list.js';

const token: TokenView = {
  id: 't1',
  name: 'Nightly export',
  description: '<b>For the warehouse</b>',
  hint: 'tkw_…ab12',
  version: '16',
  scopeCount: 3,
  contactName: 'Amara Okafor',
  createdAt: '2026-11-24T10:00:00.000Z',
  lastUsedAt: null,
};
const other: TokenView = { ...token, id: 't2', name: 'Dashboard', lastUsedAt: '2026-11-25T10:00:00.000Z' };

/** Stands in for the server: the tokens it has, and what it was asked. */
function serve(tokens: TokenView[]) {
  const asked: string[] = [];
  const server = { tokens, asked, isDown: false };
  vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: RequestInit = {}) => {
    asked.push(`${method} ${path}`);
    if (server.isDown) return new Response(null, { status: 503 });
    if (method === 'DELETE') {
      server.tokens = server.tokens.filter(({ id }) => path !== `/api/tokens/${id}`);
      return new Response(null, { status: 204 });
    }
    return Response.json(server.tokens);
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return server;
}

beforeEach(() => window.history.replaceState(null, '', '/settings/api'));

const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });

test('a user sees each token with its hint, contact and last use, and its description as plain text', async () => {
  serve([token, other]);
  render(<TokenList />);
  expect(screen.getByText('Loading tokens…')).toBeVisible();
  await screen.findByRole('table', { name: 'API access tokens' });
  expect(within(row('Nightly export')).getByRole('rowheader')).toHaveTextContent(
    'Nightly export<b>For the warehouse</b>',
  );
  const cells = (name: string) =>
    within(row(name))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  const day = (date: string) => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(date));
  const created = ['tkw_…ab12', '16', '3', 'Amara Okafor', day('2026-11-24T10:00:00.000Z')];
  expect(cells('Nightly export')).toEqual([...created, 'Never', 'Revoke Nightly export']);
  expect(cells('Dashboard')).toEqual([...created, day('2026-11-25T10:00:00.000Z'), 'Revoke Dashboard']);
});

test('a user without tokens is told so, and can start to make one', async () => {
  serve([]);
  render(<TokenList />);
  expect(await screen.findByRole('heading', { name: 'No tokens yet' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Create Access Token' }));
  expect(window.location.pathname).toBe('/settings/api/new');
});

test('a user whose list does not load is told so, and can try again', async () => {
  const server = serve([token]);
  server.isDown = true;
  render(<TokenList />);
  expect(await screen.findByRole('alert')).toHaveTextContent('The tokens could not be loaded');
  server.isDown = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('table')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'API access tokens' })).toHaveFocus();
});

test('a user can revoke a token after being asked, and hears that it is done', async () => {
  const server = serve([token, other]);
  render(<TokenList />);
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke Nightly export' }));
  const dialog = screen.getByRole('dialog', { name: /Revoke Nightly export/ });
  expect(server.asked).not.toContain('DELETE /api/tokens/t1');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Revoke token' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Revoke Nightly export' })).toBeNull());
  expect(screen.getByRole('status')).toHaveTextContent('Nightly export was revoked.');
  expect(screen.getByRole('heading', { name: 'API access tokens' })).toHaveFocus();
  expect(row('Dashboard')).toBeVisible();
});

test('a user who cancels keeps the token', async () => {
  const server = serve([token]);
  render(<TokenList />);
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke Nightly export' }));
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(server.asked).toEqual(['GET /api/tokens']);
});

test('a user is told when revoking did not work, and can repeat it', async () => {
  const server = serve([token]);
  render(<TokenList />);
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke Nightly export' }));
  server.isDown = true;
  await userEvent.click(screen.getByRole('button', { name: 'Revoke token' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('the token may still work');
  server.isDown = false;
  await userEvent.click(screen.getByRole('button', { name: 'Revoke token' }));
  expect(await screen.findByRole('heading', { name: 'No tokens yet' })).toBeVisible();
});
