/** One state of a control, and where it is shown. */
interface Look {
  state: string;
  story: string;
  /** Of the first element that is in this state. */
  selector: string;
  /** What has to be pressed for it. */
  press?: string;
  /** It cannot be used now. WCAG 1.4.11 asks no contrast of it, so its colours are left to the user's theme. */
  inactive?: true;
}

const check = (story: string) => ({ story: `components-checkbox--${story}`, selector: '[role="checkbox"]' });
const toggle = (story: string) => ({ story: `components-switch--${story}`, selector: '[role="switch"]' });
const step = (state: string) => ({
  state,
  story: 'components-stepindicator--middle-step',
  selector: `[data-scope="step-indicator"][data-part="step"][data-state="${state}"]`,
});
const filter = (pressed: boolean) => ({
  story: 'components-scopepicker--filtered-by-access',
  selector: `[data-scope="scope-picker"][aria-pressed="${pressed}"]`,
});
const option = (state: string, selector: string) => ({
  state,
  story: 'components-select--open',
  selector: `[role="option"]${selector}`,
  press: 'ArrowDown',
});
const person = (state: string, selector: string) => ({
  state,
  story: 'components-contactpicker--many-contacts-open',
  selector: `[role="option"]${selector}`,
  press: 'ArrowDown',
});

/** What a user has to tell apart at a glance, of each control that has more than one state. */
export const controlStates: readonly (readonly [control: string, looks: readonly Look[]])[] = [
  [
    'a check box',
    [
      { state: 'unchecked', ...check('unchecked') },
      { state: 'checked', ...check('checked') },
      { state: 'mixed', ...check('mixed') },
      { state: 'disabled', ...check('disabled'), inactive: true },
      { state: 'disabled and checked', ...check('disabled-checked'), inactive: true },
    ],
  ],
  [
    'a switch',
    [
      { state: 'off', ...toggle('off') },
      { state: 'on', ...toggle('on') },
      { state: 'disabled', ...toggle('disabled'), inactive: true },
      { state: 'disabled and on', ...toggle('disabled-on'), inactive: true },
    ],
  ],
  [
    'a button',
    [
      { state: 'enabled', story: 'components-button--secondary', selector: 'button' },
      { state: 'disabled', story: 'components-button--disabled', selector: 'button', inactive: true },
    ],
  ],
  [
    'a text field',
    [
      { state: 'valid', story: 'components-textfield--empty', selector: '[data-field]' },
      { state: 'invalid', story: 'components-textfield--invalid', selector: '[data-field]' },
    ],
  ],
  [
    'a drop-down',
    [
      { state: 'enabled', story: 'components-versionselect--nothing-chosen', selector: '[role="combobox"]' },
      { state: 'invalid', story: 'components-versionselect--invalid', selector: '[role="combobox"]' },
      { state: 'disabled', story: 'components-versionselect--disabled', selector: '[role="combobox"]', inactive: true },
    ],
  ],
  ['a step', [step('complete'), step('current'), step('upcoming')]],
  [
    'a filter',
    [
      { state: 'pressed', ...filter(true) },
      { state: 'not pressed', ...filter(false) },
    ],
  ],
  [
    'an option of a drop-down',
    [
      option('chosen', '[data-state="checked"]'),
      option('highlighted', '[data-highlighted]'),
      option('neither', '[data-state="unchecked"]:not([data-highlighted])'),
    ],
  ],
  [
    'an option of a searchable list',
    [
      person('chosen', '[aria-selected="true"]'),
      person('highlighted', '[data-highlighted]:not([aria-selected="true"])'),
      person('neither', ':not([data-highlighted], [aria-selected="true"])'),
    ],
  ],
];
