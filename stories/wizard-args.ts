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

/** What can be changed while a wizard runs and is worth trying; the rest is data, or read once at the start. */
export const wizardControls = { include: ['dir', 'headingLevel', 'locale', 'selectVariant'] };
