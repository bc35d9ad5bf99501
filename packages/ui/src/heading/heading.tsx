import { type ComponentPropsWithoutRef, forwardRef, memo } from 'react';

/** The rank of a heading on the host's page. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export interface HeadingProps extends ComponentPropsWithoutRef<'h2'> {
  level: HeadingLevel;
}

/** The rank one below, for what stands under a heading; there is none below 6. */
export function levelBelow(level: HeadingLevel): HeadingLevel {
  const below = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const;
  return below[level];
}

/**
 * A heading of the rank that the host's page has room for.
 * Renders an `<h1>` to `<h6>`.
 */
export const Heading = memo(
  forwardRef<HTMLHeadingElement, HeadingProps>(function Heading({ level, ...rest }, ref) {
    const Element = `h${level}` as const;
    return <Element {...rest} ref={ref} />;
  }),
);
