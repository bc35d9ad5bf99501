import type { ComponentPropsWithoutRef } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import type { FieldControlProps } from '../field/field.js';
import type { SelectVariant } from '../provider/tokenwright-provider.js';

export const part = anatomy('select');

export interface SelectOption {
  /** Not empty, and unique among the options. */
  value: string;
  /** What is shown, also once it is chosen. */
  label: string;
  /** A second line in the list. @default none */
  description?: string | undefined;
  /** A short mark beside the label. @default none */
  marker?: { label: string; tone: 'accent' | 'warning' } | undefined;
}

export interface SelectProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'onChange' | 'defaultValue' | keyof FieldControlProps>,
    Omit<FieldControlProps, 'id'> {
  /** The id of the control: what labels and error summaries lead to. @default none */
  id?: string | undefined;
  options: readonly SelectOption[];
  /** The value of the chosen option; `''` for none. */
  value: string;
  onValueChange: (value: string) => void;
  /** Stands in the empty control. @default 'Choose an option' */
  placeholder?: string | undefined;
  /** Names the opened list; the control itself is named by a `<label for>` its id. */
  'aria-label': string;
  /** @default false */
  disabled?: boolean | undefined;
  /**
   * `'radix'` draws the list; `'native'` leaves it to the browser, which is safest with assistive technology and needed
   * where Trusted Types are enforced. Beyond 50 options, and where Trusted Types refuse Radix, it is always native. What
   * draws the list is fetched when it is first wanted; the browser's stands in until then.
   * @default that of the provider
   */
  variant?: SelectVariant | undefined;
}

/** What each variant draws; the root and the checks around it are the same. */
export type SelectControlProps = Omit<FieldControlProps, 'id'> &
  Pick<SelectProps, 'id' | 'options' | 'value' | 'onValueChange' | 'disabled' | 'aria-label'> & { placeholder: string };
