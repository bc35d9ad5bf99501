'use client';

import { anatomy } from '../anatomy/anatomy.js';
import { drawIcon } from '../icon/icon.js';
import { englishField } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.js';

const ownWords = { field: englishField };

const part = anatomy('field');

/** The texts of an error prop, each once. */
export function errorTexts(error: string | readonly string[] | undefined): readonly string[] {
  const texts = typeof error === 'string' ? [error] : (error ?? []);
  return [...new Set(texts)].filter((text) => text !== '');
}

/**
 * The errors of a field, beside the field.
 * Renders a `<div>`.
 */
export function FieldError({ id, errors }: { id: string; errors: readonly string[] }) {
  const { messages } = useWords(ownWords);
  return (
    <div {...part('error')} id={id}>
      {drawIcon('danger')}
      <div>
        <VisuallyHidden>{`${messages.field.errorPrefix} `}</VisuallyHidden>
        {errors.map((text) => (
          <bdi key={text} {...part('error-text')}>
            {text}
          </bdi>
        ))}
      </div>
    </div>
  );
}
