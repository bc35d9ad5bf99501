// @vitest-environment node
import { expect, test } from 'vitest';
import { offeredContacts } from './token-wizard.data.js';
import { answerScopes, answerSetup, contacts, startWizard } from './token-wizard.fixture.js';

const mary = { id: 'mary', name: 'Mary Jackson', email: 'mary@example.com' };
const next = { type: 'step.next' } as const;
const chooseMary = { type: 'contact.change', contact: 'mary', found: mary } as const;

const offered = (wizard: ReturnType<typeof startWizard>) => offeredContacts(wizard.context()).map(({ id }) => id);

test('whom a search found can be chosen, is in the request, and stays when the contacts change', () => {
  const wizard = startWizard();
  wizard.send(...answerSetup, next, chooseMary, next, ...answerScopes, next);
  expect(wizard.view()).toBe('create');
  wizard.send({ type: 'source.change', source: 'contacts', data: [] }, { type: 'token.create' });
  expect(wizard.lastCall().request.primaryContact).toBe('mary');
});

test('somebody found is no longer offered once somebody else is chosen', () => {
  const wizard = startWizard();
  wizard.send(chooseMary);
  expect(offered(wizard)).toEqual(['ada', 'grace', 'mary']);
  wizard.send({ type: 'contact.change', contact: 'ada' });
  expect(offered(wizard)).toEqual(['ada', 'grace']);
});

test('a contact of the host that it takes back is not kept as if a search had found it', () => {
  const wizard = startWizard();
  wizard.send({ type: 'contact.change', contact: 'ada', found: contacts[0] });
  wizard.send({ type: 'source.change', source: 'contacts', data: [mary] });
  expect(offered(wizard)).toEqual(['mary']);
});

test('an id that nobody was found for is refused', () => {
  const wizard = startWizard();
  wizard.send(...answerSetup, next, { type: 'contact.change', contact: 'eve', found: mary }, next);
  expect(wizard.issues()).toEqual([{ field: 'primaryContact', code: 'primaryContact.unknown', contact: 'eve' }]);
  expect(offered(wizard)).toEqual(['ada', 'grace']);
});

test('somebody found who is then among the contacts is offered once', () => {
  const wizard = startWizard();
  wizard.send(chooseMary, { type: 'source.change', source: 'contacts', data: [...contacts, mary] });
  expect(offered(wizard)).toEqual(['ada', 'grace', 'mary']);
});

test("nobody is offered before the host's contacts are there, but whom a search found", () => {
  const wizard = startWizard({ host: { contacts: () => new Promise(() => {}) } });
  expect(offered(wizard)).toEqual([]);
  wizard.send(chooseMary);
  expect(offered(wizard)).toEqual(['mary']);
});
