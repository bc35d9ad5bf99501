'use client';

import { unstable_Provider as Provider, unstable_Trigger as Trigger } from '@radix-ui/react-checkbox';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { anatomy } from '../anatomy/anatomy.js';

const part = anatomy('checkbox');

// In a form, Radix would follow the form's reset behind the owner's back; with an empty form attribute it has none.
const formless = { form: '' };

export interface CheckboxProps
  extends Omit<ComponentPropsWithoutRef<'button'>, 'type' | 'value' | 'name' | 'form' | 'role' | 'children'> {
  /** `'mixed'` when it stands for a group of which some are checked. */
  checked: boolean | 'mixed';
  /** What a press asks for: `true` from mixed. */
  onCheckedChange: (checked: boolean) => void;
}

/**
 * A yes or no that counts once the form is sent. Name it with a `<label for>`.
 * Renders a `<button role="checkbox">`, and no form field.
 */
export const Checkbox = forwardRef<HTMLButtonElement, CheckboxProps>(function Checkbox(
  { checked, onCheckedChange, disabled, ...rest },
  ref,
) {
  return (
    <Provider
      checked={checked === 'mixed' ? 'indeterminate' : checked}
      onCheckedChange={(next) => onCheckedChange(next === true)}
      disabled={disabled}
    >
      <Trigger {...part('root')} {...formless} {...rest} ref={ref} />
    </Provider>
  );
});
