import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard } from './create-token-wizard.js';

const published = join(import.meta.dirname, '../../../../shared/catalogs/strings/blns.json');

/** Used where the published list is not at hand. */
const fewStrings = [
  '',
  '__proto__',
  '<script>alert(1)</script>',
  '\u202Etest',
  'a\u0000b',
  'x'.repeat(501),
  '👩‍👩‍👧‍👦',
  'e\u0301',
];

const strings: readonly string[] = existsSync(published) ? JSON.parse(readFileSync(published, 'utf8')) : fewStrings;

const host = { versions, contacts, catalog, onCreate: createToken };

const next = () => fireEvent.click(screen.getByText('Next'));
const type = (box: HTMLElement, value: string) => fireEvent.change(box, { target: { value } });

test.each(['Token Name', 'Description'])(
  'whatever is typed as %s is taken as it is, or refused by a rule that is named',
  (label) => {
    render(<CreateTokenWizard {...host} initialValues={{ name: 'Nightly export' }} />);
    let accepted = 0;
    for (const text of strings) {
      const box = screen.getByLabelText(label);
      type(box, text);
      // A text box of one line takes no line breaks; what it holds is what was typed.
      const typed = box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement ? box.value : '';
      next();
      const back = screen.queryByText('Back');
      if (back) {
        accepted += 1;
        fireEvent.click(back);
      } else {
        expect(screen.getByRole('alert')).toHaveTextContent(/Enter a token name|characters or fewer|not allowed/);
        expect(box).toBeInvalid();
      }
      expect(screen.getByLabelText(label)).toHaveValue(typed);
    }
    expect(accepted).toBeGreaterThan(0);
  },
  // Hundreds of strings, each typed and sent.
  120_000,
);

test('whatever is searched for, the scopes stay and can be found again', () => {
  vi.useFakeTimers();
  const values = { name: 'Nightly export', primaryContact: 'ada' };
  render(<CreateTokenWizard {...host} initialValues={values} initialStep="scopes" />);
  const search = screen.getByRole('searchbox');
  for (const text of strings) {
    type(search, text);
    expect(screen.getByRole('button', { name: 'Clear All' })).toBeVisible();
  }
  type(search, '');
  expect(screen.getAllByRole('switch')).toHaveLength(3);
  vi.useRealTimers();
}, 120_000);
