'use client';

import { selectSourceStatus, type TokenWizardSnapshot } from '@tokenwright/core';
import { ContactPicker, EmailListInput, useTokenwright } from '@tokenwright/ui';
import { usePresentation } from '../parts/presentation.js';
import { SourceNotice } from '../parts/source-notice.js';
import { useFieldErrors, useWizardState, useWizardVerbs } from '../parts/use-wizard.js';

const selectContact = ({ context }: TokenWizardSnapshot) => context.answers.primaryContact;
const selectContacts = ({ context }: TokenWizardSnapshot) => context.contacts;
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
  const { fieldId } = usePresentation();
  const { setContact } = useWizardVerbs();
  const contacts = useWizardState(selectContacts);
  const contact = useWizardState(selectContact);
  const status = useWizardState(selectStatus);
  const error = useFieldErrors('primaryContact');
  if (status !== 'ready' || !contacts?.length) return <SourceNotice source="contacts" status={status} />;
  return (
    <ContactPicker
      id={fieldId('primaryContact')}
      contacts={contacts}
      value={contact}
      onValueChange={setContact}
      hint={messages.wizard.fields.primaryContact.hint}
      error={error}
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
