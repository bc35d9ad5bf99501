import { type ComponentPropsWithoutRef, forwardRef, memo } from 'react';

/** The rank of a heading on the host's page. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export interface HeadingProps extends ComponentPropsWithoutRef<'h2'> {
  level: HeadingLevel;
}

const below = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const;

/** The rank one below, for what stands under a heading; there is none below 6. Anything that is not a rank counts as 2. */
export function levelBelow(level: HeadingLevel): HeadingLevel {
  return below[level] ?? 3;
}

/**
 * A heading of the rank that the host's page has room for.
 * Renders an `<h1>` to `<h6>`.
 */
export const Heading = memo(
  forwardRef<HTMLHeadingElement, HeadingProps>(function Heading({ level, ...rest }, ref) {
    const Element = `h${level in below ? level : 2}` as const;
    return <Element {...rest} ref={ref} />;
  }),
);
