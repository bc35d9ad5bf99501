'use client';

import type { Contact, SourceStatus } from '@tokenwright/core';
import { forwardRef, useEffect, useMemo, useRef, useState } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { Field, type FieldProps } from '../field/field.js';
import { englishContactPicker } from '../messages/english.js';
import { type SelectVariant, useWords } from '../provider/tokenwright-provider.js';
import { Select } from '../select/select.js';
import type { SelectOption } from '../select/select-contract.js';
import { type ContactSearch, contactMark, contactName } from './contact-search.js';
import { SearchableContacts } from './searchable-contacts.js';
import { UnavailableContacts } from './unavailable-contacts.js';

const ownWords = { contactPicker: englishContactPicker };

const part = anatomy('contact-picker');

/** Beyond this many a list is no longer looked through, but searched. */
const mostListed = 50;

export interface ContactPickerProps
  extends Omit<FieldProps, 'label' | 'children' | 'describedBy' | 'defaultValue' | 'onChange'> {
  /** The people to choose from, in the order shown, including the chosen one. */
  contacts: readonly Contact[];
  /** The id of the chosen contact; `''` for none. */
  value: string;
  /** The contact comes along, because one that a search found may be new to the owner; null when nobody is chosen any more. */
  onValueChange: (value: string, details: { contact: Contact | null }) => void;
  /** Whether the contacts are there: a line stands in their place until then. @default 'ready' */
  status?: SourceStatus | undefined;
  /** Offers to load contacts again that failed to load. @default not offered */
  onRetry?: (() => void) | undefined;
  /**
   * Finds people beyond `contacts`, which are then only those shown before anything is typed. The list is always the
   * searchable one. It may throw, reject, or never answer; of several answers the last question's counts.
   * @default `contacts` are searched, once there are more than 50
   */
  onSearch?: ContactSearch | undefined;
  /** @default 'Primary Contact' */
  label?: string | undefined;
  /** @default 'Choose a contact' */
  placeholder?: string | undefined;
  /** How the list is drawn. `'native'` can search only what it lists, so `onSearch` outweighs it. @default that of the provider */
  variant?: SelectVariant | undefined;
  /** @default false */
  disabled?: boolean | undefined;
}

/**
 * The account user who is responsible for the token. Who has no name is shown by e-mail address.
 * Renders a `<div>` with a select or, beyond 50 people, with a box to search them.
 */
export const ContactPicker = forwardRef<HTMLDivElement, ContactPickerProps>(function ContactPicker(
  {
    contacts,
    value,
    onValueChange,
    status = 'ready',
    onRetry,
    onSearch,
    label,
    placeholder,
    variant,
    disabled,
    ...field
  },
  ref,
) {
  const { messages, selectVariant } = useWords(ownWords);
  const name = label ?? messages.contactPicker.label;
  const isAvailable = status === 'ready' && (contacts.length > 0 || onSearch !== undefined);
  const isLong = contacts.length > mostListed && (variant ?? selectVariant) !== 'native';
  const answer = useRef<HTMLDivElement>(null);
  const { retrying, retry } = useRetry(status, onRetry, answer);
  const options = useMemo(() => (isLong ? [] : contactOptions(contacts)), [isLong, contacts]);
  const shared = {
    value,
    placeholder: placeholder ?? messages.contactPicker.placeholder,
    disabled,
    'aria-label': name,
  };
  const handleChange = (contact: Contact | null) => onValueChange(contact?.id ?? '', { contact });
  return (
    <Field data-scope="contact-picker" {...field} label={name} ref={ref}>
      {(control) => (
        <div {...part('answer')} ref={answer}>
          {!isAvailable ? (
            <UnavailableContacts id={control.id} status={status} retrying={retrying} onRetry={retry} />
          ) : isLong || onSearch ? (
            <SearchableContacts
              {...control}
              {...shared}
              contacts={contacts}
              onContactChange={handleChange}
              onSearch={onSearch}
              mostListed={mostListed}
            />
          ) : (
            <Select
              {...control}
              {...shared}
              options={options}
              onValueChange={(id) => handleChange(contacts.find((contact) => contact.id === id) ?? null)}
              variant={variant}
            />
          )}
        </div>
      )}
    </Field>
  );
});

/** Loading again, without losing the focus: once the contacts are there, it goes from the button to where they are chosen. */
function useRetry(
  status: SourceStatus,
  onRetry: (() => void) | undefined,
  answer: { readonly current: HTMLDivElement | null },
): { retrying: boolean; retry: (() => void) | undefined } {
  const [retrying, setRetrying] = useState(false);
  useEffect(() => {
    if (!retrying || status !== 'ready') return;
    setRetrying(false);
    // Unless the user went elsewhere meanwhile.
    if (answer.current?.ownerDocument.activeElement !== answer.current?.ownerDocument.body) return;
    answer.current?.querySelector<HTMLElement>('[data-control], [tabindex="-1"]')?.focus();
  }, [retrying, status, answer]);
  const retry =
    onRetry &&
    (() => {
      setRetrying(true);
      onRetry();
    });
  return { retrying, retry };
}

function contactOptions(contacts: readonly Contact[]): readonly SelectOption[] {
  return contacts.map((contact) => {
    const { id, email, role = '' } = contact;
    const mark = contactMark(contact, contacts);
    // Once chosen only the label is left to tell two people of one name apart.
    const name = contactName(contact);
    const label = mark === '' ? name : `${name} (${mark})`;
    const details = [email === name ? '' : email, role].filter((detail) => detail !== '' && detail !== mark);
    return { value: id, label, description: details.length > 0 ? details.join(' · ') : undefined };
  });
}
