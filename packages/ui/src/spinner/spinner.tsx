import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { anatomy } from '../anatomy/anatomy.js';

const part = anatomy('spinner');

export type SpinnerProps = Omit<ComponentPropsWithoutRef<'span'>, 'children'>;

/**
 * Something is going on; the text beside it says what.
 * Renders a `<span>` that assistive technology passes over.
 */
export const Spinner = forwardRef<HTMLSpanElement, SpinnerProps>(function Spinner(props, ref) {
  return <span {...part('root')} aria-hidden="true" {...props} ref={ref} />;
});
