'use client';

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent, memo } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { ownText } from '../own-text/own-text.js';
import { Spinner } from '../spinner/spinner.js';

const part = anatomy('button');

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

export interface ButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type'> {
  /** How much it asks for attention; one `primary` a view. @default 'secondary' */
  variant?: ButtonVariant | undefined;
  /** `small` for actions inside a component. @default 'medium' */
  size?: 'medium' | 'small' | undefined;
  /** Its action is going on: pressing does nothing until that is over. @default false */
  busy?: boolean | undefined;
  /** Pressing does nothing. It keeps the focus, so that a keyboard user is not thrown back to the page. @default false */
  disabled?: boolean | undefined;
}

/**
 * Something the user can do now.
 * Renders a `<button type="button">`, never natively disabled; with `data-button`, whatever part it is given.
 */
export const Button = memo(
  forwardRef<HTMLButtonElement, ButtonProps>(function Button(
    { variant = 'secondary', size = 'medium', busy, disabled, onClick, children, ...rest },
    ref,
  ) {
    const inert = busy || disabled;
    const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
      if (inert) event.preventDefault();
      else onClick?.(event);
    };
    return (
      <button
        {...part('root')}
        data-button=""
        data-variant={variant}
        data-size={size}
        data-state={busy ? 'busy' : 'idle'}
        aria-disabled={inert || undefined}
        {...rest}
        ref={ref}
        type="button"
        onClick={handleClick}
      >
        {busy && <Spinner />}
        {ownText(children)}
      </button>
    );
  }),
);
