import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from './create-token-wizard.js';

/** What a host without types may pass: its data as JSON. */
function renderWizard(json: string, props: Partial<CreateTokenWizardProps> = {}) {
  const onError = vi.fn<(error: unknown) => void>();
  const onCreate = vi.fn(createToken);
  const given: Partial<CreateTokenWizardProps> = JSON.parse(json);
  render(
    <CreateTokenWizard
      versions={versions}
      contacts={contacts}
      catalog={catalog}
      onCreate={onCreate}
      onError={onError}
      {...props}
      {...given}
    />,
  );
  return { onCreate, problems: () => onError.mock.calls.map(([error]) => String(error)) };
}

const ids = `{
  "versions": [{ "id": 16, "label": "Version 16", "status": "LATEST", "sunsetAt": null }],
  "contacts": [{ "id": 7, "name": "Ada", "email": null, "role": null }],
  "catalog": { "categories": [{ "id": 1, "label": "Jobs", "description": null, "scopes": [
    { "id": 3, "label": "List jobs", "description": null, "access": null, "requires": null, "endpoints": null }
  ] }] },
  "presets": [{ "id": 1, "label": "All", "description": null, "scopes": [3] }],
  "limits": { "name": null },
  "classNames": null,
  "initialValues": { "name": "CI", "description": null, "version": 16, "primaryContact": 7, "developerEmails": null, "scopes": [3], "enabledCategories": [1] },
  "initialStep": "create"
}`;

test('numbers are ids and null is absent, in everything that a server gives', async () => {
  const { onCreate, problems } = renderWizard(ids);
  await userEvent.click(screen.getByRole('button', { name: 'Create' }));
  const request = {
    name: 'CI',
    description: '',
    version: '16',
    primaryContact: '7',
    developerEmails: [],
    scopes: ['3'],
  };
  expect(onCreate.mock.calls[0]?.[0]).toEqual(request);
  expect(problems()).toEqual([]);
});

test('presets may be null, and may have numbers for ids', async () => {
  renderWizard('{ "presets": null, "initialStep": "setup" }');
  expect(screen.getByRole('textbox', { name: 'Token Name' })).toBeVisible();
});

test.each([
  ['"limits"', '{ "limits": { "name": "64" } }'],
  ['"limits"', '{ "limits": { "developerEmails": -1 } }'],
  ['"dir"', '{ "dir": "right" }'],
  ['"locale"', '{ "locale": "xx_YY!" }'],
  ['"envVariable"', '{ "envVariable": "api-token" }'],
  ['"selectVariant"', '{ "selectVariant": "html" }'],
  ['"versions"', '{ "versions": [{ "id": "16", "label": "16", "status": "current" }] }'],
  ['"versions"', '{ "versions": [{ "id": "16", "label": "16", "status": "latest", "sunsetAt": "soon" }] }'],
  ['"initialValues.scopes"', '{ "initialValues": { "scopes": ["no.such"] } }'],
])('one report names %s where it is wrong: %s', (name, json) => {
  const { problems } = renderWizard(json);
  expect(problems()).toEqual([expect.stringContaining(`Tokenwright: `)]);
  expect(problems()[0]).toContain(name);
  expect(screen.getByRole('textbox', { name: 'Token Name' })).toBeVisible();
});

test('a Promise is refused with the way to pass what it resolves with', () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
  const promised: Partial<CreateTokenWizardProps> = Object.fromEntries([['contacts', Promise.resolve(contacts)]]);
  expect(() => renderWizard('{}', promised)).toThrow('"contacts" is a Promise. Pass the function that makes it');
  silence.mockRestore();
});

test('of 50,000 addresses to start from, those over the limit wait in the box with a message', async () => {
  const developerEmails = Array.from({ length: 50_000 }, (_, place) => `dev${place}@example.com`);
  renderWizard('{}', { initialValues: { name: 'CI', primaryContact: 'ada', developerEmails }, initialStep: 'contact' });
  const list = screen.getByRole('list', { name: 'Added email addresses' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(50);
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'Developer Email Addresses' });
  expect(box.value.split(', ')).toEqual(developerEmails.slice(50));
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  expect(screen.getAllByText(/50 email addresses at most \(there are 50,000\)/)[0]).toBeVisible();
});
