// @vitest-environment node
import { expect, test } from 'vitest';
import type { TokenWizardEvent } from './token-wizard.events.js';
import { answerContact, answerScopes, answerSetup, startWizard } from './token-wizard.fixture.js';
import { selectRequest } from './token-wizard.selectors.js';

const next: TokenWizardEvent = { type: 'step.next' };
const type = (text: string): TokenWizardEvent => ({ type: 'email.type', text });
const add = (text: string): TokenWizardEvent => ({ type: 'email.add', text });

function atContact() {
  const wizard = startWizard();
  wizard.send(...answerSetup, next, ...answerContact);
  return wizard;
}

test('an address that was typed but not added counts when the user goes on', () => {
  const { send, view, context } = atContact();
  send(add('a@x.org'), type(' B@x.org, c@x.org '), next);
  expect(view()).toBe('scopes');
  expect(context().answers).toMatchObject({ developerEmails: ['a@x.org', 'B@x.org', 'c@x.org'], emailText: '' });
});

test('it counts too when the user leaves by the step indicator', () => {
  const { send, context, actor } = atContact();
  send(type('a@x.org half@'), { type: 'step.goTo', step: 'setup' });
  expect(context().answers).toMatchObject({ developerEmails: ['a@x.org'], emailText: 'half@' });
  expect(selectRequest(actor.getSnapshot()).developerEmails).toEqual(['a@x.org']);
});

test('something typed that is no address keeps the user on the step, and in the box', () => {
  const { send, view, issues, context } = atContact();
  send(type('a@x.org, half@'), next);
  expect(view()).toBe('contact');
  expect(issues()).toEqual([{ field: 'developerEmails', code: 'developerEmails.invalid', email: 'half@' }]);
  expect(context().answers.emailText).toBe('a@x.org, half@');
});

test('a pasted list is taken over; what is no address stays in the box with a message', () => {
  const { send, issues, context } = atContact();
  send(add('"Doe, Jane" <jane@x.org>; half@\nJANE@x.org'));
  expect(context().answers).toMatchObject({ developerEmails: ['jane@x.org'], emailText: 'half@' });
  expect(issues()).toEqual([
    { field: 'developerEmails', code: 'developerEmails.invalid', email: 'half@' },
    { field: 'developerEmails', code: 'developerEmails.duplicate', email: 'JANE@x.org' },
  ]);
});

test('an address that is typed again is not sent twice', () => {
  const { send, view, actor } = atContact();
  send(add('a@x.org'), type('A@x.org'), next);
  expect(view()).toBe('scopes');
  expect(selectRequest(actor.getSnapshot()).developerEmails).toEqual(['a@x.org']);
});

test('an address can be removed, whatever its case, and its message goes', () => {
  const { send, issues, context } = atContact();
  send(add('a@x.org, b@x.org, A@x.org'), { type: 'email.remove', email: 'A@X.org' });
  expect(context().answers.developerEmails).toEqual(['b@x.org']);
  expect(issues()).toEqual([]);
});

test('addresses over the limit wait in the box, and Next says how many are allowed', () => {
  const { send, view, issues, context } = atContact();
  send(add(Array.from({ length: 51 }, (_, place) => `dev${place}@x.org`).join('\n')), next);
  expect(view()).toBe('contact');
  expect(issues()).toEqual([{ field: 'developerEmails', code: 'developerEmails.tooMany', max: 50, count: 51 }]);
  expect(context().answers.developerEmails).toHaveLength(50);
  expect(context().answers.emailText).toBe('dev50@x.org');
  send(type(''), next);
  expect(view()).toBe('scopes');
});

test('what is left in the box by an edit from the review is judged before anything is sent', () => {
  const { send, view, issues } = atContact();
  send(next, ...answerScopes, next, type('half@'), { type: 'token.create' });
  expect(view()).toBe('contact');
  expect(issues()).toEqual([{ field: 'developerEmails', code: 'developerEmails.invalid', email: 'half@' }]);
});

test('several that are no address stay apart in the box, also when the user leaves by the step indicator', () => {
  const { send, context } = atContact();
  send(add('one@, a@x.org, two@'));
  expect(context().answers.emailText).toBe('one@, two@');
  send({ type: 'step.goTo', step: 'setup' });
  expect(context().answers.emailText).toBe('one@, two@');
});

test('an address that no longer fits waits in the box, with a message at once', () => {
  const wizard = startWizard({ input: { limits: { developerEmails: 2 } } });
  wizard.send(add('a@x.org'), add('b@x.org, c@x.org'));
  expect(wizard.context().answers).toMatchObject({ developerEmails: ['a@x.org', 'b@x.org'], emailText: 'c@x.org' });
  expect(wizard.issues()).toEqual([{ field: 'developerEmails', code: 'developerEmails.tooMany', max: 2, count: 3 }]);
});

test('of a long pasted list the first five faults of each kind are named', () => {
  const { send, issues } = atContact();
  const list = (end: string) => Array.from({ length: 8 }, (_, place) => `dev${place}@${end}`).join(' ');
  send(add(list('x.org')), add(`${list('x.org')} ${list('')}`));
  expect(issues().map(({ code }) => code)).toEqual([
    ...Array.from({ length: 5 }, () => 'developerEmails.invalid'),
    ...Array.from({ length: 5 }, () => 'developerEmails.duplicate'),
  ]);
});
