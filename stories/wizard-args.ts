import type { ArgTypes } from '@storybook/react-vite';
import type { CreateTokenWizardProps } from '@tokenwright/react';
import { fn } from 'storybook/test';
import { catalog, contacts, createToken, versions } from './fixtures.js';

/** What every story of the wizard starts from: a small host whose callbacks show in the Actions panel. */
export const wizardArgs: CreateTokenWizardProps = {
  versions,
  contacts,
  catalog,
  onCreate: fn(createToken),
  onDone: fn(),
  onCancel: fn(),
  onStepChange: fn(),
  onEvent: fn(),
};

const noControl = { control: false } as const;

/** What can be changed while a wizard runs has a control; the rest is data, or read once at the start. */
export const wizardArgTypes = {
  versions: noControl,
  contacts: noControl,
  catalog: noControl,
  initialValues: noControl,
  initialStep: noControl,
  limits: noControl,
  allowNoScopes: noControl,
  createTimeout: noControl,
  messages: noControl,
  portalContainer: noControl,
  nonce: noControl,
  classNames: noControl,
  headingLevel: { control: 'select', options: [1, 2, 3, 4, 5, 6] },
} satisfies Partial<ArgTypes<CreateTokenWizardProps>>;
