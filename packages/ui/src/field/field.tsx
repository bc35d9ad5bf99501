'use client';

import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { englishField } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { errorTexts, FieldError } from './field-error.js';

const ownWords = { field: englishField };

const part = anatomy('field');

/** The texts around a control. Fields made of this one take the same. */
export interface FieldTexts {
  /** Advice, shown before the user answers. @default none */
  hint?: ReactNode;
  /** The errors, one text or several. @default none */
  error?: string | readonly string[] | undefined;
  /** Says "(optional)" beside the label. @default false */
  optional?: boolean | undefined;
}

/** What ties the control to its label, hint and error. Spread it onto the control. */
export interface FieldControlProps {
  id: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
  'aria-required'?: true | undefined;
}

export interface FieldProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'id'>, FieldTexts {
  /** The id of the control, not of the root: what labels and error summaries lead to. @default one made by React */
  id?: string | undefined;
  /** Names the control. */
  label: ReactNode;
  /** Ids of further texts that describe the control. @default none */
  describedBy?: string | undefined;
  /** Renders the control. */
  children: (control: FieldControlProps) => ReactNode;
}

/**
 * One question of a form: a label, a control, and what belongs to them.
 * Renders a `<div>`; with `data-field`, whatever scope it is given.
 */
export const Field = forwardRef<HTMLDivElement, FieldProps>(function Field(
  { id, label, hint, error, optional = false, describedBy, children, ...rest },
  ref,
) {
  const { messages } = useWords(ownWords);
  const ownId = useId();
  const controlId = id ?? ownId;
  const errors = errorTexts(error);
  const descriptions = [
    optional && `${ownId}optional`,
    hint && `${ownId}hint`,
    describedBy,
    errors.length > 0 && `${ownId}error`,
  ].filter(Boolean);
  return (
    <div {...part('root')} data-field="" data-state={errors.length > 0 ? 'invalid' : 'valid'} {...rest} ref={ref}>
      <div {...part('heading')}>
        <label {...part('label')} htmlFor={controlId}>
          {label}
        </label>
        {optional && (
          <span {...part('optional')} id={`${ownId}optional`}>
            {messages.field.optional}
          </span>
        )}
      </div>
      {hint && (
        <div {...part('hint')} id={`${ownId}hint`}>
          {typeof hint === 'string' ? <bdi>{hint}</bdi> : hint}
        </div>
      )}
      {children({
        id: controlId,
        'aria-describedby': descriptions.length > 0 ? descriptions.join(' ') : undefined,
        'aria-invalid': errors.length > 0 || undefined,
        'aria-required': !optional || undefined,
      })}
      {errors.length > 0 && <FieldError id={`${ownId}error`} errors={errors} />}
    </div>
  );
});
