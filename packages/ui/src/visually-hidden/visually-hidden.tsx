import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { anatomy } from '../anatomy/anatomy.js';

const part = anatomy('visually-hidden');

export type VisuallyHiddenProps = ComponentPropsWithoutRef<'span'>;

/**
 * Text that is heard but not seen.
 * Renders a `<span>`.
 */
export const VisuallyHidden = forwardRef<HTMLSpanElement, VisuallyHiddenProps>(function VisuallyHidden(props, ref) {
  return <span {...part('root')} {...props} ref={ref} />;
});
