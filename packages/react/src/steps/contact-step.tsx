'use client';

import { offeredContacts, selectSourceStatus, type TokenWizardSnapshot } from '@tokenwright/core';
import { ContactPicker, EmailListInput, useTokenwright } from '@tokenwright/ui';
import { useMemo } from 'react';
import { usePresentation } from '../parts/presentation.js';
import { useFieldErrors, useWizardState, useWizardVerbs } from '../parts/use-wizard.js';

const selectContact = ({ context }: TokenWizardSnapshot) => context.answers.primaryContact;
const selectContacts = ({ context }: TokenWizardSnapshot) => context.contacts;
const selectFoundContact = ({ context }: TokenWizardSnapshot) => context.foundContact;
const selectEmails = ({ context }: TokenWizardSnapshot) => context.answers.developerEmails;
const selectEmailText = ({ context }: TokenWizardSnapshot) => context.answers.emailText;
const selectLimits = ({ context }: TokenWizardSnapshot) => context.limits;
const selectStatus = (snapshot: TokenWizardSnapshot) => selectSourceStatus(snapshot, 'contacts');

/** The second step: who answers for the token, and who else should hear about it. */
export function ContactStep() {
  return (
    <>
      <ContactField />
      <EmailsField />
    </>
  );
}

function ContactField() {
  const { messages } = useTokenwright();
  const { fieldId, searchContacts } = usePresentation();
  const { setContact, retrySource } = useWizardVerbs();
  const contacts = useWizardState(selectContacts);
  const foundContact = useWizardState(selectFoundContact);
  const offered = useMemo(() => offeredContacts({ contacts, foundContact }), [contacts, foundContact]);
  return (
    <ContactPicker
      id={fieldId('primaryContact')}
      contacts={offered}
      status={useWizardState(selectStatus)}
      onRetry={() => retrySource('contacts')}
      value={useWizardState(selectContact)}
      onValueChange={(id, { contact }) => setContact(id, contact ?? undefined)}
      onSearch={searchContacts}
      hint={messages.wizard.fields.primaryContact.hint}
      error={useFieldErrors('primaryContact')}
    />
  );
}

function EmailsField() {
  const { messages } = useTokenwright();
  const { fieldId } = usePresentation();
  const { typeEmail, addEmails, removeEmail, next } = useWizardVerbs();
  return (
    <EmailListInput
      id={fieldId('developerEmails')}
      hint={messages.wizard.fields.developerEmails.hint}
      value={useWizardState(selectEmails)}
      text={useWizardState(selectEmailText)}
      onTextChange={typeEmail}
      onAdd={addEmails}
      onRemove={removeEmail}
      onEnter={next}
      max={useWizardState(selectLimits).developerEmails}
      error={useFieldErrors('developerEmails')}
    />
  );
}
