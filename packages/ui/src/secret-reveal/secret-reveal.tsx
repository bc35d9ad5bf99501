'use client';

import { type ComponentPropsWithoutRef, forwardRef, useId, useState } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { Button } from '../button/button.js';
import { Callout } from '../callout/callout.js';
import { Checkbox } from '../checkbox/checkbox.js';
import { englishSecretReveal } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { downloadEnvFile, isPlainValue } from './env-file.js';
import { SecretText } from './secret-text.js';

const ownWords = { secretReveal: englishSecretReveal };

const part = anatomy('secret-reveal');

/** As many dots for every secret: their number must tell nothing. */
const mask = '•'.repeat(24);

export interface SecretRevealProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Reads the secret. It is called when the secret is shown or copied, and what it gives is kept nowhere. */
  secret: () => string;
  /** A command that uses the secret, to be tried at once. @default none */
  usageExample?: ((secret: string) => string) | undefined;
  /**
   * The name of an environment variable, such as `API_TOKEN`: offers the secret as a file `token.env` that sets it. Name one
   * only where a file with a secret in it is what your users want. A secret with characters that readers of such files take
   * in different ways, such as a quote or `$`, is not offered as a file.
   * @default no file is offered
   */
  envVariable?: string | undefined;
  /** The user has the secret: it was verifiably copied, or the user says so. No page can know whether a download arrived. */
  onStored: (by: 'copy' | 'confirmation') => void;
  /** Whether the user has the secret, by any of these ways. */
  stored: boolean;
}

/**
 * A secret that is shown once, as text, when the user asks to see it, with ways to take it away. Session replay does not
 * see it.
 * Renders a `<div>`.
 */
export const SecretReveal = forwardRef<HTMLDivElement, SecretRevealProps>(function SecretReveal(
  { secret, usageExample, envVariable, onStored, stored, ...rest },
  ref,
) {
  const { messages } = useWords(ownWords);
  const texts = messages.secretReveal;
  const id = useId();
  const [confirmed, setConfirmed] = useState(false);
  const [revealed, setRevealed] = useState(false);
  const [downloaded, setDownloaded] = useState(false);
  const reveal = () => setRevealed(true);
  const handleConfirm = (checked: boolean) => {
    setConfirmed(checked);
    if (checked) onStored('confirmation');
  };
  return (
    <div {...part('root')} data-state={stored ? 'stored' : 'unstored'} {...rest} ref={ref}>
      <Callout tone="warning">{texts.warning}</Callout>
      <SecretText
        read={secret}
        masked={mask}
        revealed={revealed}
        onReveal={reveal}
        label={texts.label}
        copyLabel={texts.copy}
        copiedText={texts.copied}
        onCopied={() => onStored('copy')}
        actions={
          <Button {...part('reveal')} onClick={() => setRevealed(!revealed)}>
            {revealed ? texts.hide : texts.reveal}
          </Button>
        }
      />
      {usageExample && (
        <SecretText
          read={() => usageExample(secret())}
          masked={usageExample(mask)}
          revealed={revealed}
          onReveal={reveal}
          label={texts.usage}
          copyLabel={texts.copyUsage}
          copiedText={texts.usageCopied}
        />
      )}
      {envVariable !== undefined && isPlainValue(secret()) && (
        <div {...part('file')}>
          <Button
            {...part('download')}
            onClick={({ currentTarget }) => {
              downloadEnvFile(envVariable, secret(), currentTarget.ownerDocument);
              setDownloaded(true);
            }}
          >
            {texts.download}
          </Button>
          <p {...part('file-status')} role="status">
            {downloaded && texts.downloadStarted}
          </p>
        </div>
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
