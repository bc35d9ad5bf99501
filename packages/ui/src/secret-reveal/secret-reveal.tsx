'use client';

import { type ComponentPropsWithoutRef, forwardRef, useId, useState } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { Callout } from '../callout/callout.js';
import { Checkbox } from '../checkbox/checkbox.js';
import { useTokenwright } from '../provider/tokenwright-provider.js';
import { SecretText } from './secret-text.js';

const part = anatomy('secret-reveal');

export interface SecretRevealProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Reads the secret. It is called when the secret is shown or copied, and what it gives is kept nowhere. */
  secret: () => string;
  /** A command that uses the secret, to be tried at once. @default none */
  usageExample?: ((secret: string) => string) | undefined;
  /** The user has the secret: it was verifiably copied, or the user says so. */
  onStored: (by: 'copy' | 'download' | 'confirmation') => void;
  /** Whether the user has the secret, by any of these ways. */
  stored: boolean;
}

/**
 * A secret that is shown once, as text, with ways to take it away. Session replay does not see it.
 * Renders a `<div>`.
 */
export const SecretReveal = forwardRef<HTMLDivElement, SecretRevealProps>(function SecretReveal(
  { secret, usageExample, onStored, stored, ...rest },
  ref,
) {
  const { messages } = useTokenwright();
  const texts = messages.secretReveal;
  const id = useId();
  const [confirmed, setConfirmed] = useState(false);
  const handleConfirm = (checked: boolean) => {
    setConfirmed(checked);
    if (checked) onStored('confirmation');
  };
  return (
    <div {...part('root')} data-state={stored ? 'stored' : 'unstored'} {...rest} ref={ref}>
      <Callout tone="warning">{texts.warning}</Callout>
      <SecretText
        read={secret}
        label={texts.label}
        copyLabel={texts.copy}
        copiedText={texts.copied}
        onCopied={() => onStored('copy')}
      />
      {usageExample && (
        <SecretText
          read={() => usageExample(secret())}
          label={texts.usage}
          copyLabel={texts.copyUsage}
          copiedText={texts.usageCopied}
        />
      )}
      <div {...part('confirm')}>
        <Checkbox id={id} checked={confirmed} onCheckedChange={handleConfirm} />
        <label {...part('confirm-label')} htmlFor={id}>
          {texts.confirm}
        </label>
      </div>
    </div>
  );
});
