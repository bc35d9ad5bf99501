// @vitest-environment node
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard } from './create-token-wizard.js';

const host = { versions, contacts, catalog, onCreate: createToken };

test('a server renders the first step with its defaults, without a warning', () => {
  const html = renderToString(<CreateTokenWizard {...host} />);
  expect(html).toContain('Token Name');
  expect(html).toContain('Version 16');
});

test('what the server renders has no style attributes, which a strict policy would block', () => {
  const values = { name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] };
  for (const initialStep of ['setup', 'contact', 'scopes', 'create'] as const) {
    const html = renderToString(<CreateTokenWizard {...host} initialValues={values} initialStep={initialStep} />);
    expect(html).toContain('data-scope="token-wizard"');
    expect(html).not.toContain(' style="');
  }
});

test('a server that is still to load the data renders what stands in for it', () => {
  const html = renderToString(<CreateTokenWizard {...host} versions={async () => versions} />);
  expect(html).toContain('Loading API versions');
});
