import { type ComponentPropsWithoutRef, type ComponentPropsWithRef, forwardRef, type ReactElement } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { drawIcon, type IconName } from '../icon/icon.js';
import { ownText } from '../own-text/own-text.js';

const part = anatomy('badge');

export type BadgeTone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

export interface BadgeProps extends ComponentPropsWithoutRef<'span'> {
  /** What the colour hints at; the text must say it as well. @default 'neutral' */
  tone?: BadgeTone | undefined;
  /** A drawing before the text. @default none */
  icon?: IconName | undefined;
}

/**
 * A short mark on something: its kind or its state.
 * Renders a `<span>`.
 */
export const Badge = forwardRef<HTMLSpanElement, BadgeProps>(function Badge(props, ref) {
  return drawBadge({ ...props, ref });
});

/** The same as an element, without a component around it: thousands of rows have one. */
export function drawBadge({
  tone = 'neutral',
  icon,
  children,
  ...rest
}: ComponentPropsWithRef<'span'> & BadgeProps): ReactElement {
  return (
    <span {...part('root')} data-tone={tone} {...rest}>
      {icon && drawIcon(icon)}
      {ownText(children)}
    </span>
  );
}
