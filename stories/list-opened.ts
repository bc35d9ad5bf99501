/**
 * For stories that end with a list open. Radix hides the rest of the page from assistive technology while its list holds
 * the focus, and marks what it hides with `data-aria-hidden`. Axe takes the controls in there for reachable, because its
 * check for modality knows only `role="dialog"` (https://github.com/joinorbiters/orbiters/pull/196); nothing else is excepted.
 */
export const listOpened = {
  parameters: {
    a11y: {
      config: {
        rules: [{ id: 'aria-hidden-focus', selector: '[aria-hidden="true"]:not([data-aria-hidden])' }],
      },
    },
  },
};
