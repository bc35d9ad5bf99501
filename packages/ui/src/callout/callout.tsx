import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { drawIcon } from '../icon/icon.js';

const part = anatomy('callout');

export type CalloutTone = 'info' | 'success' | 'warning' | 'danger';

export interface CalloutProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** Colour and drawing. The words must say it as well. @default 'info' */
  tone?: CalloutTone | undefined;
  /** A line in bold; give a heading element where the callout starts a section. @default none */
  title?: ReactNode;
  /** Buttons below the text. @default none */
  actions?: ReactNode;
}

/**
 * Something the user should know before going on. It is not announced: use it with a live region or move focus to it.
 * Renders a `<div>`.
 */
export const Callout = forwardRef<HTMLDivElement, CalloutProps>(function Callout(
  { tone = 'info', title, actions, children, ...rest },
  ref,
) {
  return (
    <div {...part('root')} data-tone={tone} {...rest} ref={ref}>
      {drawIcon(tone)}
      <div {...part('content')}>
        {title && <div {...part('title')}>{title}</div>}
        {children && <div {...part('body')}>{children}</div>}
        {actions && <div {...part('actions')}>{actions}</div>}
      </div>
    </div>
  );
});
