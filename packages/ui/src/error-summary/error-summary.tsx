'use client';

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { Heading, type HeadingLevel } from '../heading/heading.js';
import { drawIcon } from '../icon/icon.js';
import { englishErrorSummary } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';

const ownWords = { errorSummary: englishErrorSummary };

const part = anatomy('error-summary');

export interface SummaryError {
  /** The same words as beside the field. */
  message: string;
  /** The id of the control to fix. @default the error is not a link */
  fieldId?: string | undefined;
}

export interface ErrorSummaryProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> {
  /** @default 'There is a problem' */
  title?: string | undefined;
  /** The errors, in the order of the page. */
  errors: readonly SummaryError[];
  /** The user follows a link, before its control is focused. @default nothing happens */
  onErrorSelect?: ((error: SummaryError) => void) | undefined;
  /** @default 2 */
  headingLevel?: HeadingLevel | undefined;
}

/**
 * All errors, above the form. Focus it when it appears, and at every failed attempt.
 * Renders a focusable `<div>`. The alert is inside it: JAWS is silent where both are one element (GOV.UK, error summary).
 */
export const ErrorSummary = forwardRef<HTMLDivElement, ErrorSummaryProps>(function ErrorSummary(
  { title, errors, onErrorSelect, headingLevel = 2, ...rest },
  ref,
) {
  const { messages } = useWords(ownWords);
  const handleSelect = (event: MouseEvent<HTMLElement>, error: SummaryError) => {
    // The address of the page belongs to the host.
    event.preventDefault();
    onErrorSelect?.(error);
    focusField(event.currentTarget, error.fieldId);
  };
  return (
    <div {...part('root')} tabIndex={-1} {...rest} ref={ref}>
      <div {...part('content')} role="alert">
        <Heading {...part('title')} level={headingLevel}>
          {drawIcon('danger')}
          <span>{title ?? messages.errorSummary.title}</span>
        </Heading>
        <ul {...part('list')}>
          {errors.map((error) => (
            <li {...part('item')} key={`${error.fieldId ?? ''} ${error.message}`}>
              {error.fieldId === undefined ? (
                <bdi>{error.message}</bdi>
              ) : (
                <a {...part('link')} href={`#${error.fieldId}`} onClick={(event) => handleSelect(event, error)}>
                  <bdi>{error.message}</bdi>
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
});

/** With its label in view, which stands above it. */
function focusField(link: HTMLElement, id: string | undefined): void {
  if (id === undefined) return;
  const root = link.getRootNode();
  const control = (root instanceof ShadowRoot ? root : link.ownerDocument).getElementById(id);
  control?.focus();
  control?.closest('[data-field]')?.scrollIntoView({ block: 'nearest' });
}
