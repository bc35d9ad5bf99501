import '@tokenwright/react/styles.css';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CreateTokenWizard, type CreateTokenWizardProps } from '@tokenwright/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../stories/fixtures.js';

const host: CreateTokenWizardProps = { versions, contacts, catalog, onCreate: createToken };

const button = (name: string) => screen.getByRole('button', { name });

async function fillIn(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Nightly export{Enter}');
  await user.click(screen.getByRole('combobox', { name: 'Primary Contact' }));
  await user.click(await screen.findByRole('option', { name: /Grace Hopper/ }));
  await user.type(screen.getByRole('textbox', { name: 'Developer Email Addresses' }), 'dev@example.com{Enter}');
  await user.click(button('Next'));
  await user.click(screen.getByRole('switch', { name: 'Jobs' }));
  await user.click(screen.getByRole('checkbox', { name: /Run a job again/ }));
  await user.click(button('Next'));
}

test("inside a host's form, the wizard neither submits it nor adds fields to it", async () => {
  const user = userEvent.setup();
  const onSubmit = vi.fn();
  render(
    <form data-testid="host-form" onSubmit={onSubmit}>
      <input name="host-field" defaultValue="kept" />
      <CreateTokenWizard {...host} />
    </form>,
  );
  await fillIn(user);
  await user.click(button('Create'));
  await user.click(await screen.findByRole('button', { name: 'Reveal' }));
  expect(screen.getByText(/^tkw_/)).toBeVisible();
  expect(onSubmit).not.toHaveBeenCalled();
  const form = screen.getByTestId<HTMLFormElement>('host-form');
  expect([...new FormData(form).keys()]).toEqual(['host-field']);
});

test('in StrictMode, a double click on Create makes one token', async () => {
  const user = userEvent.setup();
  const onCreate = vi.fn(createToken);
  render(
    <StrictMode>
      <CreateTokenWizard {...host} onCreate={onCreate} />
    </StrictMode>,
  );
  await fillIn(user);
  await user.dblClick(button('Create'));
  await user.click(await screen.findByRole('button', { name: 'Reveal' }));
  expect(screen.getByText(/^tkw_/)).toBeVisible();
  expect(onCreate).toHaveBeenCalledOnce();
  expect(onCreate.mock.calls[0]?.[0]).toEqual({
    name: 'Nightly export',
    description: '',
    version: '16',
    primaryContact: 'grace',
    developerEmails: ['dev@example.com'],
    scopes: ['jobs.list', 'jobs.replay'],
  });
});

test('two wizards on one page share nothing', async () => {
  const user = userEvent.setup();
  render(
    <>
      <CreateTokenWizard {...host} aria-label="First" />
      <CreateTokenWizard {...host} aria-label="Second" />
    </>,
  );
  const first = within(screen.getByRole('region', { name: 'First' }));
  const second = within(screen.getByRole('region', { name: 'Second' }));
  await user.click(second.getByRole('button', { name: 'Next' }));
  await user.type(first.getByRole('textbox', { name: 'Token Name' }), 'One');
  expect(second.getByRole('textbox', { name: 'Token Name' })).toHaveValue('');
  expect(first.queryByText('There is a problem')).not.toBeInTheDocument();
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what the server rendered is taken over without a warning, and works', async () => {
  const user = userEvent.setup();
  const page = (
    <StrictMode>
      <CreateTokenWizard {...host} />
    </StrictMode>
  );
  const container = document.body.appendChild(document.createElement('div'));
  // A server has no window, by which libraries tell where they run: with one, React 18 warns of their layout effects.
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
  container.innerHTML = renderToString(page);
  silence.mockRestore();
  expect(screen.getByRole('combobox', { name: 'API Version' })).toHaveTextContent('Version 16');
  const onRecoverableError = vi.fn();
  const root = hydrateRoot(container, page, { onRecoverableError });
  await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Nightly export{Enter}');
  expect(await screen.findByRole('combobox', { name: 'Primary Contact' })).toBeVisible();
  expect(onRecoverableError).not.toHaveBeenCalled();
  root.unmount();
  container.remove();
});

test('the secret is gone from the page once the wizard is unmounted, and a late answer brings none back', async () => {
  const user = userEvent.setup();
  let answer: (() => void) | undefined;
  const onCreate: CreateTokenWizardProps['onCreate'] = (request, context) =>
    new Promise((resolve) => {
      answer = () => resolve(createToken(request, context));
    });
  render(<CreateTokenWizard {...host} onCreate={onCreate} />);
  await fillIn(user);
  await user.click(button('Create'));
  await waitFor(() => expect(answer).toBeDefined());
  cleanup();
  answer?.();
  await Promise.resolve();
  expect(document.documentElement.outerHTML).not.toContain('tkw_');
});
