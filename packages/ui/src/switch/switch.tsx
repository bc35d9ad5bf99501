'use client';

import { unstable_Provider as Provider, Thumb, unstable_Trigger as Trigger } from '@radix-ui/react-switch';
import { type ComponentPropsWithoutRef, forwardRef, memo } from 'react';
import { anatomy } from '../anatomy/anatomy.js';

const part = anatomy('switch');

// In a form, Radix would follow the form's reset behind the owner's back; with an empty form attribute it has none.
const formless = { form: '' };

export interface SwitchProps
  extends Omit<ComponentPropsWithoutRef<'button'>, 'type' | 'value' | 'name' | 'form' | 'role' | 'children'> {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}

/**
 * Something that is on or off at once. Name it with a `<label for>`.
 * Renders a `<button role="switch">`, and no form field.
 */
export const Switch = memo(
  forwardRef<HTMLButtonElement, SwitchProps>(function Switch({ checked, onCheckedChange, disabled, ...rest }, ref) {
    return (
      <Provider checked={checked} onCheckedChange={onCheckedChange} disabled={disabled}>
        <Trigger {...part('root')} {...formless} {...rest} ref={ref}>
          <Thumb {...part('thumb')} />
        </Trigger>
      </Provider>
    );
  }),
);
