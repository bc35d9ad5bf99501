'use client';

import type { Contact } from '@tokenwright/core';
import { useMemo, useState } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { FetchedCombobox } from '../combobox/fetched-combobox.js';
import type { FieldControlProps } from '../field/field.js';
import { englishContactPicker } from '../messages/english.js';
import { englishContactsSource } from '../messages/english-wizard.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { markedText } from '../scope-search/marked-text.js';
import { searchWords } from '../scope-search/scope-search.js';
import { type ContactSearch, contactMark, contactName, contactText } from './contact-search.js';
import { type ContactMatches, useContactMatches } from './use-contact-matches.js';

const ownWords = { contactPicker: englishContactPicker, wizard: { sources: { contacts: englishContactsSource } } };

const part = anatomy('contact-picker');

interface SearchableContactsProps extends FieldControlProps {
  'aria-label': string;
  contacts: readonly Contact[];
  value: string;
  /** The contact is null when the box was emptied. */
  onContactChange: (contact: Contact | null) => void;
  onSearch: ContactSearch | undefined;
  /** More matches than this are not listed. */
  mostListed: number;
  placeholder: string;
  disabled?: boolean | undefined;
}

/** Contacts that are too many to look through, found by typing. */
export function SearchableContacts(props: SearchableContactsProps) {
  const { contacts, value, onContactChange, onSearch, mostListed, ...control } = props;
  const { messages, format } = useWords(ownWords);
  const [query, setQuery] = useState<string | null>(null);
  const matches = useContactMatches(contacts, query ?? '', onSearch);
  const status = useStatus(matches, query ?? '', mostListed);
  const listed = useMemo(() => matches.contacts.slice(0, mostListed), [matches.contacts, mostListed]);
  const options = useMemo(() => {
    const words = searchWords(query ?? '');
    return listed.map((contact) => ({
      value: contact.id,
      content: <ContactOption contact={contact} mark={contactMark(contact, listed)} words={words} />,
    }));
  }, [listed, query]);
  const chosen = contacts.find(({ id }) => id === value);
  return (
    <FetchedCombobox
      {...control}
      options={options}
      total={matches.contacts.length}
      status={status}
      value={value}
      onValueChange={(id) => onContactChange(listed.find((contact) => contact.id === id) ?? null)}
      text={chosen ? contactText(chosen, format, contacts) : ''}
      query={query}
      onQueryChange={setQuery}
      onRetry={matches.status === 'failed' ? matches.retry : undefined}
      labels={{ clear: messages.contactPicker.clearSearch, retry: messages.wizard.sources.contacts.retry }}
    />
  );
}

interface ContactOptionProps {
  contact: Contact;
  mark: string;
  words: readonly string[];
}

function ContactOption({ contact, mark, words }: ContactOptionProps) {
  const { email, role = '' } = contact;
  const name = contactName(contact);
  const details = new Set([email, role, mark]);
  details.delete('');
  details.delete(name);
  return (
    <>
      <span {...part('name')}>{markedText(name, words)}</span>
      {details.size > 0 && (
        <span {...part('details')}>
          {[...details].map((detail, index) => (
            <span key={detail}>
              <span>{index > 0 ? ' · ' : ' '}</span>
              {markedText(detail, words)}
            </span>
          ))}
        </span>
      )}
    </>
  );
}

/** What is listed, in words: how many, or why none. */
function useStatus({ status, contacts }: ContactMatches, query: string, mostListed: number): string {
  const { messages, format } = useWords(ownWords);
  const texts = messages.contactPicker;
  if (status === 'searching') return texts.searching;
  if (status === 'failed') return texts.searchFailed;
  const total = contacts.length;
  if (total > mostListed) return texts.firstMatches({ count: mostListed, total }, format);
  if (total > 0) return texts.matches({ count: total }, format);
  return query.trim() === '' ? texts.typeToSearch : texts.noMatches({ query: query.trim() }, format);
}
