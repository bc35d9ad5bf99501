/** A rule that one kind of element may break, because the rule is wrong about it. */
export interface Exception {
  checker: 'axe' | 'IBM';
  rule: string;
  /** The elements it is about, and no others. */
  selector: string;
  /** Why, with a link. */
  because: string;
}

/** All there are. */
export const exceptions: readonly Exception[] = [
  {
    checker: 'axe',
    rule: 'aria-hidden-focus',
    selector: '[data-aria-hidden="true"]',
    because:
      'While its list holds the focus, Radix Select hides the rest of the page from assistive technology. Axe takes the controls in there for reachable, because its check for modality knows only role="dialog": https://github.com/joinorbiters/orbiters/pull/196',
  },
  {
    checker: 'IBM',
    rule: 'aria_hidden_nontabbable',
    selector: '[data-aria-hidden="true"]',
    because:
      'As for axe: what Radix Select hides while its list is open takes no focus meanwhile, and is back when it closes: https://github.com/joinorbiters/orbiters/pull/196',
  },
  {
    checker: 'IBM',
    rule: 'combobox_active_descendant',
    selector: '[data-scope="combobox"][data-part="input"]',
    because:
      'The rule wants the highlighted option to be the selected one. Ours says with aria-selected who is chosen, which highlighting somebody else does not change: https://www.w3.org/TR/wai-aria-1.2/#aria-selected',
  },
  {
    checker: 'IBM',
    rule: 'target_spacing_sufficient',
    selector: '[data-scope="checkbox"][data-part="root"]',
    because:
      'The rule measures the box that is drawn. It takes the pointer on 24 by 24 px, which is counted hit by hit here: https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum.html',
  },
  {
    checker: 'IBM',
    rule: 'label_content_exists',
    selector: 'label:has(> [data-scope="visually-hidden"])',
    because:
      'The label of a search box is an icon, and words for those who hear it. The rule counts only words that are seen; that the box has them as its name is checked in the accessibility tree. The rule: https://github.com/IBMa/equal-access/blob/master/accessibility-checker-engine/src/v4/rules/label_content_exists.ts',
  },
];
