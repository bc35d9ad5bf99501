import '@tokenwright/react/styles.css';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CreateTokenWizard, type CreateTokenWizardProps, type Step } from '@tokenwright/react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createToken } from '../../stories/fixtures.js';
import { installProbes } from '../a11y/probes.js';
import { textMisfits } from '../a11y/text-fit.js';

/** What a host's data may hold as a label. */
const labels = [
  ['300 letters without a space', 'W'.repeat(300)],
  ['a long sentence', 'Auszahlungseinstellungen und Kontoverbindungen einsehen '.repeat(6).trim()],
  ['Arabic', 'عرض جميع الإعلانات المتاحة لحسابك وتنزيلها '.repeat(5).trim()],
  ['Japanese', '広告の一覧を表示し、その内容を変更する権限'.repeat(12)],
  ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈🚀'.repeat(40)],
  ['bidirectional controls', '\u202Eesrever\u202C \u2067ni si\u2069 siht'],
  ['HTML', '<img src="missing" onerror="alert(1)"><b>no tag</b> &amp; </script>'],
  ['Markdown', '# No heading, **not bold**, [no link](javascript:alert(1)), `no code`'],
] as const;

/** Everything that a host can name is named like this. One category has no scopes, another only one. */
function hostWhereAllIsCalled(label: string): CreateTokenWizardProps {
  return {
    versions: [{ id: '1', label, status: 'latest' }],
    contacts: [
      { id: 'one', name: label, email: 'one@example.com', role: label },
      { id: 'other', name: label, email: 'other@example.com' },
      { id: 'nameless', name: '', email: 'nameless@example.com' },
    ],
    catalog: {
      categories: [
        {
          id: 'some',
          label,
          description: label,
          scopes: [{ id: 'only', label, description: label, access: 'admin', sensitive: { reason: label } }],
        },
        { id: 'none', label, scopes: [] },
      ],
    },
    presets: [{ id: 'preset', label, description: label, scopes: ['only'] }],
    onCreate: createToken,
  };
}

/** 320 px wide, and so high that all is in sight: what is not, the browser does not lay out yet (`content-visibility`). */
async function openNarrowWindow(): Promise<void> {
  await page.viewport(320, 12_000);
  installProbes();
}

/** Shows one step of a wizard whose answers are given. */
async function showStep(initialStep: Step, label: string): Promise<void> {
  await openNarrowWindow();
  const initialValues = { name: 'Nightly export', primaryContact: 'one', scopes: ['only'] };
  render(
    <CreateTokenWizard {...hostWhereAllIsCalled(label)} initialValues={initialValues} initialStep={initialStep} />,
  );
}

/** The label as a reader finds it: whole, and taken for text. */
function expectWhole(label: string, times: number): void {
  const shown = window.probes.visibleText(document.body);
  expect(shown.split(label.replaceAll(/\s+/g, ' ')).length - 1).toBeGreaterThanOrEqual(times);
}

test.each(labels)('at 320 px, labels of %s are whole on every step, and lie on nothing', async (_, label) => {
  // How often a step shows what the host has named at the least: on the second the chosen contact, on the third the category
  // with its description, its scope, the scope's description and reason, a preset, and the empty category.
  for (const [step, times] of [
    ['setup', 1],
    ['contact', 1],
    ['scopes', 7],
    ['create', 3],
  ] as const) {
    await showStep(step, label);
    await expect.poll(textMisfits, { message: step }).toEqual([]);
    expectWhole(label, times);
    cleanup();
  }
});

test.each(labels)('at 320 px, contacts called %s can be told apart and chosen', async (_, label) => {
  const user = userEvent.setup();
  await showStep('contact', label);
  await user.click(screen.getByRole('combobox', { name: 'Primary Contact' }));
  await screen.findByRole('listbox');
  await expect.poll(textMisfits).toEqual([]);
  expectWhole(label, 3);
  await user.click(screen.getByRole('option', { name: /nameless@example\.com/ }));
  expect(screen.getByRole('combobox', { name: 'Primary Contact' })).toHaveTextContent('nameless@example.com');
});

test('at 320 px, a catalog of a single scope is shown whole', async () => {
  await openNarrowWindow();
  const catalog = { categories: [{ id: 'all', label: 'Account', scopes: [{ id: 'read', label: 'Read everything' }] }] };
  const initialValues = { name: 'Nightly export', primaryContact: 'one', scopes: ['read'] };
  render(
    <CreateTokenWizard
      {...hostWhereAllIsCalled('Anna')}
      presets={[]}
      catalog={catalog}
      initialValues={initialValues}
      initialStep="scopes"
    />,
  );
  await expect.poll(textMisfits).toEqual([]);
  expect(screen.getByRole('checkbox', { name: /Read everything/ })).toBeChecked();
});
