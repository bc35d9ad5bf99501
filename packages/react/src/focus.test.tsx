import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { answers, catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from './index.js';

const host: CreateTokenWizardProps = { versions, contacts, catalog, onCreate: createToken };

const refuseName = async () => {
  throw { status: 422, title: 'Taken', errors: [{ detail: 'This name is taken', pointer: '#/name' }] };
};

const summary = (title: string) => within(screen.getByRole('alert')).getByRole('heading', { name: title });
const button = (name: string) => screen.getByRole('button', { name });

test('after a refused step, Cancel leads to the question, and to the step again with what is to be mended', async () => {
  const user = userEvent.setup();
  render(<CreateTokenWizard {...host} />);
  await user.type(screen.getByRole('textbox', { name: 'Description' }), 'Copies reports');
  await user.click(button('Next'));
  await user.click(button('Cancel'));
  expect(screen.getByRole('heading', { name: 'Discard what you entered?' })).toHaveFocus();
  expect(screen.queryByText('There is a problem')).toBeNull();
  await user.click(button('Keep editing'));
  expect(screen.getByRole('heading', { name: 'Set up your token' })).toHaveFocus();
  expect(screen.getByText('There is a problem')).toBeVisible();
});

test('a refused Next leads to the summary, each time; a step that is then entered leads to its heading', async () => {
  const user = userEvent.setup();
  render(<CreateTokenWizard {...host} />);
  for (let time = 0; time < 2; time += 1) {
    await user.click(button('Next'));
    expect(document.activeElement).toContainElement(summary('There is a problem'));
  }
  await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Nightly export');
  await user.click(button('Next'));
  expect(screen.getByRole('heading', { name: 'Contact information' })).toHaveFocus();
  await user.click(button('Next'));
  expect(document.activeElement).toContainElement(summary('There is a problem'));
  await user.click(button('Back'));
  expect(screen.getByRole('heading', { name: 'Set up your token' })).toHaveFocus();
});

test('what the server refuses leads to the summary on the step that can mend it', async () => {
  const user = userEvent.setup();
  render(<CreateTokenWizard {...host} onCreate={refuseName} initialValues={answers} initialStep="create" />);
  await user.click(button('Create'));
  await screen.findByRole('alert');
  expect(document.activeElement).toContainElement(summary('Your token was not created'));
  expect(screen.getByRole('heading', { name: 'Set up your token' })).toBeVisible();
});

test('an arrangement without a summary leads to the heading of the step that Create is refused for', async () => {
  const user = userEvent.setup();
  render(
    <CreateTokenWizard.Root {...host} onCreate={refuseName} initialValues={answers} initialStep="create">
      <CreateTokenWizard.Heading />
      <CreateTokenWizard.Body />
      <CreateTokenWizard.Actions />
    </CreateTokenWizard.Root>,
  );
  await user.click(button('Create'));
  expect(await screen.findByRole('heading', { name: 'Set up your token' })).toHaveFocus();
});

test('trying again to load data leaves the focus on the heading, whatever comes of it', async () => {
  const user = userEvent.setup();
  const load = vi.fn().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValue(versions);
  render(<CreateTokenWizard {...host} versions={load} onError={vi.fn()} />);
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('combobox', { name: 'API Version' })).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Set up your token' })).toHaveFocus();
});

test('staying to store the secret leads back to the heading above it', async () => {
  const user = userEvent.setup();
  render(<CreateTokenWizard {...host} initialValues={answers} initialStep="create" />);
  await user.click(button('Create'));
  await user.click(await screen.findByRole('button', { name: 'Done' }));
  await user.click(button('Stay here'));
  expect(screen.getByRole('heading', { name: 'Your token is ready' })).toHaveFocus();
});

test('a wizard that opens on a later step takes no focus when its data has come, nor after a draft was looked for', async () => {
  const draftStorage = { read: async () => null, write: () => {}, remove: () => {} };
  render(
    <CreateTokenWizard
      {...host}
      contacts={async () => contacts}
      draftStorage={draftStorage}
      initialValues={answers}
      initialStep="create"
    />,
  );
  expect(screen.getByRole('heading', { name: 'Preparing…' })).toBeVisible();
  expect(await screen.findByRole('heading', { name: 'Check your answers' })).toBeVisible();
  expect(document.body).toHaveFocus();
});
