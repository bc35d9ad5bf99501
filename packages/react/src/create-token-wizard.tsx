'use client';

import { forwardRef } from 'react';
import { Actions } from './parts/actions.js';
import { Body } from './parts/body.js';
import { Heading } from './parts/heading.js';
import { Issues } from './parts/issues.js';
import { type CreateTokenWizardRootProps, Root } from './parts/root.js';
import { Steps } from './parts/steps.js';

export type CreateTokenWizardProps = Omit<CreateTokenWizardRootProps, 'children'>;

const Assembled = forwardRef<HTMLElement, CreateTokenWizardProps>(function CreateTokenWizard(props, ref) {
  return (
    <Root {...props} ref={ref}>
      <Steps />
      <Issues />
      <Heading />
      <Body />
      <Actions />
    </Root>
  );
});

/**
 * Represents the whole way to an API access token: setup, contact information, API scopes, review, and the secret.
 * Renders a `<section>`. Hosts that want another arrangement compose its parts: `CreateTokenWizard.Root`, `.Steps`, `.Issues`,
 * `.Heading`, `.Body` and `.Actions`. A React Server Component cannot read members of a client component, so each part is also
 * exported by name: `CreateTokenWizardRoot` and so on.
 *
 * @throws {TypeError} when `versions`, `contacts`, `catalog` or `onCreate` is missing; the message names the prop and the fix.
 */
export const CreateTokenWizard = /*#__PURE__*/ Object.assign(Assembled, {
  Root,
  Steps,
  Issues,
  Heading,
  Body,
  Actions,
});
