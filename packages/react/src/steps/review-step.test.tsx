import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { catalog, contacts, createToken, versions } from '../../../../stories/fixtures.js';
import { CreateTokenWizard, type CreateTokenWizardProps } from '../create-token-wizard.js';

const ann = { id: 'u1', name: 'Ann', email: '' };

function review(props: Partial<CreateTokenWizardProps>) {
  return (
    <CreateTokenWizard
      versions={versions}
      contacts={contacts}
      catalog={catalog}
      initialValues={{ name: 'Nightly export', primaryContact: 'u1', scopes: ['jobs.replay'] }}
      initialStep="create"
      onCreate={createToken}
      {...props}
    />
  );
}

const answerTo = (term: string) => {
  const row = screen.getByText(term, { selector: 'dt' }).parentElement;
  return within(row ?? document.body).getAllByRole('definition')[0];
};

test('the review says that a chosen contact or version is no longer offered, not that none was given', () => {
  const { rerender } = render(review({ contacts: [ann] }));
  expect(answerTo('Primary Contact')).toHaveTextContent(/^Ann$/);
  rerender(review({ contacts, versions: [{ id: 'new', label: 'New', status: 'latest' }] }));
  expect(answerTo('Primary Contact')).toHaveTextContent('The contact you chose is no longer available');
  expect(answerTo('API Version')).toHaveTextContent('The API version you chose is no longer offered');
});

test('the review tells two people of one name apart, also when neither has an address', () => {
  render(review({ contacts: [ann, { ...ann, id: 'u2' }] }));
  expect(answerTo('Primary Contact')).toHaveTextContent('Ann (u1)');
});
