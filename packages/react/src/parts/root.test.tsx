import { render } from '@testing-library/react';
import type { ComponentPropsWithoutRef } from 'react';
import { expect, test } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from '../create-token-wizard.js';

/** The compiler asks for each option that is added. */
const everyOption: Required<Omit<CreateTokenWizardProps, keyof ComponentPropsWithoutRef<'section'>>> = {
  versions,
  contacts,
  catalog,
  onCreate: createToken,
  onCheckOutcome: async () => ({ status: 'not-created' }),
  onSessionExpired: async () => {},
  draftStorage: { read: () => null, write: () => {}, remove: () => {} },
  onDone: () => {},
  onCancel: () => {},
  onStepChange: () => {},
  onEvent: () => {},
  onLeaveRiskChange: () => {},
  initialValues: {},
  initialStep: 'setup',
  limits: { name: 10 },
  allowNoScopes: true,
  createTimeout: 1000,
  messages: {},
  locale: 'de',
  portalContainer: null,
  selectVariant: 'native',
  headingLevel: 3,
  classNames: { root: 'wizard' },
  onContactSearch: async () => [],
  presets: [],
  usageExample: () => 'curl',
  envVariable: 'TOKEN',
};

test("a host's attributes are on the wizard's element, and none of the options is", () => {
  const { container } = render(
    <CreateTokenWizard
      {...everyOption}
      onError={() => {}}
      nonce="r4nd0m"
      dir="rtl"
      id="new-token"
      className="card"
      aria-describedby="help"
    />,
  );
  const attributes = [...(container.querySelector('section')?.attributes ?? [])];
  expect(Object.fromEntries(attributes.map(({ name, value }) => [name, value]))).toEqual({
    'aria-describedby': 'help',
    'aria-label': 'Create access token',
    class: 'wizard card',
    'data-part': 'root',
    'data-scope': 'token-wizard',
    'data-state': 'setup',
    'data-tokenwright': '',
    dir: 'rtl',
    id: 'new-token',
  });
});
