import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from '../create-token-wizard.js';

const host: CreateTokenWizardProps = { versions, contacts, catalog, onCreate: createToken };
const answered = { name: 'Nightly export', primaryContact: 'grace' };
const readOnly = { id: 'read', label: 'Read only', scopes: ['ads.list', 'jobs.list'] };

const button = (name: string) => screen.getByRole('button', { name });
const checkbox = (name: string) => screen.getByRole('checkbox', { name });

function renderScopes(props: Partial<CreateTokenWizardProps> = {}, scopes: readonly string[] = []) {
  const user = userEvent.setup();
  render(<CreateTokenWizard {...host} initialValues={{ ...answered, scopes }} initialStep="scopes" {...props} />);
  return user;
}

describe('the scopes step', () => {
  test('finds the scopes of a call and adds those that are missing', async () => {
    const user = renderScopes({}, ['jobs.list']);
    await user.type(screen.getByRole('searchbox'), 'PUT /Mediapartners/IR1/Jobs/42/Replay');
    expect(screen.getByText('Already selected')).toBeVisible();
    await user.click(button('Add 1 scope'));
    expect(screen.getByText('Your selection already allows this call.')).toHaveFocus();
    expect(screen.getByText('2 scopes selected')).toBeVisible();
  });

  test('says what goes with a scope before it is unchecked', () => {
    renderScopes({}, ['jobs.replay']);
    expect(checkbox('List jobs')).toHaveAccessibleDescription(/Needed by Run a job again/);
  });

  test("offers the host's presets, and takes one back with Ctrl+Z", async () => {
    const user = renderScopes({ presets: [readOnly] }, ['jobs.replay']);
    await user.click(button('Read only'));
    expect(checkbox('List ads')).toBeChecked();
    expect(checkbox('Run a job again')).not.toBeChecked();
    await user.keyboard('{Control>}z{/Control}');
    expect(checkbox('Run a job again')).toBeChecked();
    expect(screen.queryByRole('checkbox', { name: 'List ads' })).toBeNull();
  });
});

describe('the review', () => {
  test('says what is checked but not included, because its category is off', async () => {
    const user = renderScopes({}, ['ads.code', 'jobs.list']);
    await user.click(screen.getByRole('switch', { name: 'Ads' }));
    await user.click(button('Next'));
    const term = screen.getByText('Not included');
    expect(within(term.parentElement ?? term).getByText('Ads (2 scopes kept, switched off)')).toBeVisible();
    expect(screen.queryByText('Get ad code')).toBeNull();
  });

  test('has no such line when every category with checked scopes is on', async () => {
    const user = renderScopes({}, ['jobs.list']);
    await user.click(button('Next'));
    expect(screen.getByText('List jobs')).toBeVisible();
    expect(screen.queryByText('Not included')).toBeNull();
  });
});

test.each([
  ['no list', 'read', /"presets" is of type string\. Pass an array/],
  ['missing their scopes', [readOnly, { id: 'x', label: 'X' }], /entry 1 of "presets" is incomplete/],
  ['nothing at all', [null], /entry 0 of "presets" is incomplete/],
  ['two of one id', [readOnly, readOnly], /"presets" has the id "read" twice/],
])('presets that are %s are an error that says what to do', (_, presets, message) => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
  // As a host without types would pass them.
  const props = Object.assign({ ...host }, { presets });
  expect(() => render(<CreateTokenWizard {...props} />)).toThrow(message);
  silence.mockRestore();
});
