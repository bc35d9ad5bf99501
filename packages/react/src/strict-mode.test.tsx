import { render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard } from './create-token-wizard.js';

/** A loader that answers as `fetch` does: late, and with a rejection once it is aborted. */
function loaderOf<T>(value: T) {
  return vi.fn(async ({ signal }: { signal: AbortSignal }) => {
    await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      setTimeout(resolve);
    });
    return value;
  });
}

test('a host in StrictMode, which starts everything twice, has its data loaded with fetch all the same', async () => {
  const onError = vi.fn();
  const load = { versions: loaderOf(versions), contacts: loaderOf(contacts), catalog: loaderOf(catalog) };
  render(
    <StrictMode>
      <CreateTokenWizard
        {...load}
        onCreate={createToken}
        onError={onError}
        initialValues={{ name: 'Nightly export' }}
        initialStep="contact"
      />
    </StrictMode>,
  );
  expect(await screen.findByRole('combobox', { name: 'Primary Contact' })).toBeVisible();
  expect(load.contacts).toHaveBeenCalledTimes(2);
  expect(onError).not.toHaveBeenCalled();
});
