'use client';

import {
  type Contact,
  currentCatalog,
  offeredContacts,
  requestOf,
  type ScopeCatalog,
  type ScopeSelection,
  type TokenField,
  type TokenWizardSnapshot,
} from '@tokenwright/core';
import {
  contactMark,
  issueText,
  levelBelow,
  RequestSummary,
  type RequestSummaryRow,
  useTokenwright,
} from '@tokenwright/ui';
import type { ReactNode } from 'react';
import { part } from '../parts/part.js';
import { usePresentation } from '../parts/presentation.js';
import { useWizardState, useWizardVerbs, useWizardView } from '../parts/use-wizard.js';
import { VersionNotice } from '../parts/version-notice.js';

const selectContext = ({ context }: TokenWizardSnapshot) => context;

/** The last step: everything that Create will send, each answer with a way back to it. */
export function ReviewStep() {
  const { messages, format } = useTokenwright();
  const { headingLevel } = usePresentation();
  const { changeAnswer } = useWizardVerbs();
  const context = useWizardState(selectContext);
  // While the token is being created, nothing of it can be changed any more.
  const canChange = useWizardView() === 'create';
  const { issues, wizard } = messages;
  const { fields, summary, review } = wizard;
  const request = requestOf(context);
  const version = context.versions?.find(({ id }) => id === request.version);
  const contacts = offeredContacts(context);
  const contact = contacts.find(({ id }) => id === request.primaryContact);
  const catalog = currentCatalog(context);
  const kept = catalog ? keptScopes(catalog, context.scopes.selection) : [];

  const row = (field: TokenField, value: ReactNode): RequestSummaryRow => ({
    id: field,
    term: fields[field].label,
    value,
    ...(canChange && { change: { label: fields[field].change, onSelect: () => changeAnswer(field) } }),
  });

  return (
    <>
      <VersionNotice />
      <RequestSummary
        headingLevel={levelBelow(headingLevel)}
        sections={[
          {
            id: 'setup',
            title: summary.setup,
            rows: [
              row('name', <bdi>{request.name}</bdi>),
              row(
                'description',
                request.description === '' ? null : <bdi {...part('multiline')}>{request.description}</bdi>,
              ),
              row(
                'version',
                version ? (
                  <bdi>{version.label}</bdi>
                ) : request.version === '' || !context.versions ? null : (
                  issueText({ field: 'version', code: 'version.unknown', version: request.version }, issues, format)
                ),
              ),
            ],
          },
          {
            id: 'contact',
            title: summary.contact,
            rows: [
              row(
                'primaryContact',
                contact ? (
                  <ContactName contact={contact} mark={contactMark(contact, contacts)} />
                ) : request.primaryContact === '' || !context.contacts ? null : (
                  // "Not provided" would be untrue of a contact that no longer exists.
                  issueText(
                    { field: 'primaryContact', code: 'primaryContact.unknown', contact: request.primaryContact },
                    issues,
                    format,
                  )
                ),
              ),
              row(
                'developerEmails',
                request.developerEmails.map((email) => <bdi key={email}>{email}</bdi>),
              ),
            ],
          },
          {
            id: 'scopes',
            title: summary.scopes,
            rows: [
              row('scopes', catalog && <GrantedScopes catalog={catalog} scopes={request.scopes} />),
              ...(kept.length > 0
                ? [
                    {
                      id: 'notIncluded',
                      term: review.notIncluded,
                      value: kept.map(({ id, ...values }) => <bdi key={id}>{review.keptIn(values, format)}</bdi>),
                    },
                  ]
                : []),
            ],
          },
        ]}
      />
    </>
  );
}

/** What is checked in categories that are off, and so is not asked for. */
function keptScopes({ categories }: ScopeCatalog, selection: ScopeSelection) {
  const entries = new Map(selection.map((entry) => [entry.category, entry]));
  return categories.flatMap(({ id, label }) => {
    const entry = entries.get(id);
    return entry && !entry.enabled && entry.checked.length > 0
      ? [{ id, category: label, count: entry.checked.length }]
      : [];
  });
}

function ContactName({ contact: { name, email }, mark }: { contact: Contact; mark: string }) {
  const told = mark === '' || mark === email ? name : `${name} (${mark})`;
  return (
    <>
      {name !== '' && <bdi>{told}</bdi>}
      <span> </span>
      <bdi {...part('email')}>{email}</bdi>
    </>
  );
}

function GrantedScopes({ catalog, scopes }: { catalog: ScopeCatalog; scopes: readonly string[] }) {
  const { messages, format } = useTokenwright();
  const { noScopes, scopesIn } = messages.wizard.review;
  if (scopes.length === 0) return <bdi>{noScopes}</bdi>;
  const granted = new Set(scopes);
  return (
    <>
      {catalog.categories.map((category) => {
        const own = category.scopes.filter((scope) => granted.has(scope.id));
        if (own.length === 0) return null;
        return (
          <div key={category.id} {...part('granted')}>
            <p {...part('granted-category')}>{scopesIn({ category: category.label, count: own.length }, format)}</p>
            <ul {...part('list')}>
              {own.map((scope) => (
                <li {...part('list-item')} key={scope.id}>
                  <bdi>{scope.label}</bdi>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
