import { inspect } from 'node:util';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from './create-token-wizard.js';

const answered = { name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] };
const button = (name: string) => screen.getByRole('button', { name });

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The wizard at its review, with functions that no host's types allow: no host is sure to heed its types. */
function renderReview(untyped: object, onError?: (error: unknown) => void) {
  const user = userEvent.setup();
  const props: Partial<CreateTokenWizardProps> = Object.assign(JSON.parse('{}'), untyped);
  render(
    <CreateTokenWizard
      {...{ versions, contacts, catalog, onCreate: createToken, onError, ...props }}
      initialValues={answered}
      initialStep="create"
    />,
  );
  return user;
}

// A rejection that nobody handles fails the run. A spy handles what it returns, so these functions are plain ones.
describe('a callback of the host that rejects', () => {
  test.each([
    ['onEvent', 'Back'],
    ['onStepChange', 'Back'],
    ['onLeaveRiskChange', 'Create'],
    ['onCancel', 'Cancel'],
  ])('in %s is reported to onError, and is no unhandled rejection', async (name, press) => {
    const heard: unknown[] = [];
    const failure = new Error(`${name} failed`);
    const user = renderReview({ [name]: () => Promise.reject(failure) }, (error) => heard.push(error));
    await user.click(button(press));
    await vi.waitFor(() => expect(heard).toContain(failure));
  });

  test('in onDone is reported to onError, and is no unhandled rejection', async () => {
    const heard: unknown[] = [];
    const failure = new Error('onDone failed');
    const user = renderReview({ onDone: () => Promise.reject(failure) }, (error) => heard.push(error));
    await user.click(button('Create'));
    await user.click(await screen.findByRole('checkbox', { name: /I have stored/ }));
    await user.click(button('Done'));
    await vi.waitFor(() => expect(heard).toContain(failure));
  });

  test('in onError itself is left to the platform', async () => {
    const reported: unknown[] = [];
    vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
    const failure = new Error('onError failed');
    const user = renderReview({
      onEvent: () => Promise.reject(new Error('onEvent failed')),
      onError: () => Promise.reject(failure),
    });
    await user.click(button('Back'));
    await vi.waitFor(() => expect(reported).toContain(failure));
  });
});

describe('a usage example', () => {
  test.each<[string, (secret: string) => unknown]>([
    [
      'throws',
      (secret) => {
        throw new Error(`Invalid URL: ${secret}`, { cause: secret });
      },
    ],
    ['is async and rejects', async (secret) => Promise.reject(new Error(`Invalid URL: ${secret}`))],
    ['is async and rejects with the secret itself', (secret) => Promise.reject(secret)],
    [
      'returns an object that rejects when it is awaited',
      // biome-ignore lint/suspicious/noThenProperty: the library of a host may make its promises like this.
      (secret) => ({ then: (_: unknown, reject: (error: unknown) => void) => reject(secret) }),
    ],
    ['returns something else than a text', (secret) => ({ secret })],
  ])('that %s is left out, and nothing of the secret reaches onError', async (_, usageExample) => {
    const heard: unknown[] = [];
    const user = renderReview({ usageExample }, (error) => heard.push(error));
    await user.click(button('Create'));
    expect(await screen.findByRole('button', { name: 'Reveal' })).toBeVisible();
    expect(screen.queryByText('Try it')).not.toBeInTheDocument();
    const report = inspect(heard, { depth: 9, showHidden: true });
    expect(report).toContain('"usageExample" did not return a string');
    expect(report).not.toContain('tkw_');
  });

  test('that fails is reported once by a host that writes everything inline and renders again for each report', async () => {
    const user = userEvent.setup();
    const onError = vi.fn();
    function Page() {
      const untyped: object = { usageExample: async () => 'curl', messages: { wizard: null } };
      const [, setError] = useState<unknown>();
      const report = (error: unknown) => {
        onError(error);
        if (onError.mock.calls.length < 9) setError(error);
      };
      return (
        <CreateTokenWizard
          {...{ versions, contacts, catalog, onCreate: createToken, ...untyped }}
          initialValues={answered}
          initialStep="create"
          onError={report}
        />
      );
    }
    render(<Page />);
    await user.click(button('Create'));
    await user.click(await screen.findByRole('button', { name: 'Reveal' }));
    expect(onError.mock.calls.map(([error]) => String(error))).toEqual([
      expect.stringContaining('"messages.wizard" must be'),
      expect.stringContaining('"usageExample" did not return a string'),
    ]);
  });

  test('that returns nothing is left out, and nothing is reported', async () => {
    const heard: unknown[] = [];
    const user = renderReview({ usageExample: () => undefined }, (error) => heard.push(error));
    await user.click(button('Create'));
    expect(await screen.findByRole('button', { name: 'Reveal' })).toBeVisible();
    expect(screen.queryByText('Try it')).not.toBeInTheDocument();
    expect(heard).toEqual([]);
  });
});

test('the list of a select opens inside the container that the host names', async () => {
  const container = document.body.appendChild(document.createElement('div'));
  const user = renderReview({ portalContainer: container });
  await user.click(button('Back'));
  await user.click(button('Back'));
  const contact = () => screen.getByRole<HTMLButtonElement>('combobox', { name: 'Primary Contact' });
  await vi.waitFor(() => expect(contact().tagName).toBe('BUTTON'));
  await user.click(contact());
  expect(container).toContainElement(await screen.findByRole('listbox'));
  container.remove();
});
