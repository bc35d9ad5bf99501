'use client';

import type { Contact } from '@tokenwright/core';
import { forwardRef } from 'react';
import { Field, type FieldProps } from '../field/field.js';
import { type SelectVariant, useTokenwright } from '../provider/tokenwright-provider.js';
import { Select } from '../select/select.js';
import type { SelectOption } from '../select/select-contract.js';

export interface ContactPickerProps
  extends Omit<FieldProps, 'label' | 'children' | 'describedBy' | 'defaultValue' | 'onChange'> {
  /** The people to choose from, in the order shown. */
  contacts: readonly Contact[];
  /** The id of the chosen contact; `''` for none. */
  value: string;
  onValueChange: (value: string) => void;
  /** @default 'Primary Contact' */
  label?: string | undefined;
  /** @default 'Choose a contact' */
  placeholder?: string | undefined;
  /** How the list is drawn. @default that of the provider */
  variant?: SelectVariant | undefined;
  /** @default false */
  disabled?: boolean | undefined;
}

/**
 * The account user who is responsible for the token. Who has no name is shown by e-mail address.
 * Renders a `<div>` with a select.
 */
export const ContactPicker = forwardRef<HTMLDivElement, ContactPickerProps>(function ContactPicker(
  { contacts, value, onValueChange, label, placeholder, variant, disabled, ...field },
  ref,
) {
  const { messages } = useTokenwright();
  const name = label ?? messages.contactPicker.label;
  return (
    <Field data-scope="contact-picker" {...field} label={name} ref={ref}>
      {(control) => (
        <Select
          {...control}
          options={contactOptions(contacts)}
          value={value}
          onValueChange={onValueChange}
          placeholder={placeholder ?? messages.contactPicker.placeholder}
          aria-label={name}
          variant={variant}
          disabled={disabled}
        />
      )}
    </Field>
  );
});

function contactOptions(contacts: readonly Contact[]): readonly SelectOption[] {
  const people = new Map<string, number>();
  for (const { name } of contacts) people.set(name.trim(), (people.get(name.trim()) ?? 0) + 1);
  return contacts.map(({ id, name: rawName, email, role = '' }) => {
    const name = rawName.trim();
    const isShared = (people.get(name) ?? 0) > 1;
    // Once chosen only the label is left to tell two people of one name apart.
    const label = name === '' ? email || id : isShared && email !== '' ? `${name} (${email})` : name;
    const details = [label.includes(email) ? '' : email, role].filter((detail) => detail !== '');
    return { value: id, label, description: details.length > 0 ? details.join(' · ') : undefined };
  });
}
