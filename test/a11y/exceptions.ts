/** A rule that one kind of element may break, because the rule is wrong about it. */
export interface Exception {
  /** The rule of axe. */
  rule: string;
  /** The elements it is about, and no others. */
  selector: string;
  /** Why, with a link. */
  because: string;
}

/** All there are. */
export const exceptions: readonly Exception[] = [
  {
    rule: 'aria-hidden-focus',
    selector: '[data-aria-hidden="true"]',
    because:
      'While its list holds the focus, Radix Select hides the rest of the page from assistive technology. Axe takes the controls in there for reachable, because its check for modality knows only role="dialog": https://github.com/joinorbiters/orbiters/pull/196',
  },
];
