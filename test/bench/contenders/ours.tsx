import { type ApiVersion, type Contact, CreateTokenWizard } from '@tokenwright/react';
import '@tokenwright/react/styles.css';
import type { ContenderProps } from '../contender.js';

const versions: readonly ApiVersion[] = [{ id: '16', label: 'Version 16', status: 'latest' }];
const contacts: readonly Contact[] = [{ id: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' }];

/** `<CreateTokenWizard>`, as a host embeds it. */
export function Ours({ catalog, step, everythingChecked }: ContenderProps) {
  const scopes = catalog.categories.flatMap((category) => category.scopes);
  return (
    <CreateTokenWizard
      versions={versions}
      contacts={contacts}
      catalog={catalog}
      onCreate={async () => ({ status: 'created', token: { id: 'token' }, secret: 'secret' })}
      initialStep={step}
      initialValues={{
        name: 'Nightly export',
        primaryContact: 'ada',
        enabledCategories: catalog.categories.map(({ id }) => id),
        scopes: everythingChecked ? scopes.map(({ id }) => id) : [],
      }}
    />
  );
}
