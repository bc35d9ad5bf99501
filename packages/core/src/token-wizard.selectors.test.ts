// @vitest-environment node
import { expect, test } from 'vitest';
import { type Step, steps } from './token-wizard.context.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import {
  answerContact,
  answerSetup,
  created,
  startCreating,
  startWizard,
  walkToReview,
} from './token-wizard.fixture.js';
import { selectLeaveRisk, selectStepStatuses, selectView } from './token-wizard.selectors.js';

const next: TokenWizardEvent = { type: 'step.next' };

/** Each step as the indicator shows it; in brackets if the user can go there. */
function indicator({ actor }: ReturnType<typeof startWizard>) {
  return selectStepStatuses(actor.getSnapshot()).map(({ id, state, available }) =>
    available ? `[${id} ${state}]` : `${id} ${state}`,
  );
}

test('the indicator shows a new wizard on its first step, and no other step open', () => {
  expect(indicator(startWizard())).toEqual(['setup current', 'contact upcoming', 'scopes upcoming', 'create upcoming']);
});

test('the indicator opens the next step once this one is valid, and shows the finished ones', () => {
  const wizard = startWizard();
  wizard.send(...answerSetup);
  expect(indicator(wizard)).toEqual(['setup current', '[contact upcoming]', 'scopes upcoming', 'create upcoming']);
  wizard.send(next, ...answerContact, next);
  expect(indicator(wizard)).toEqual(['[setup complete]', '[contact complete]', 'scopes current', 'create upcoming']);
});

test('the indicator closes the later steps when an earlier answer is taken away', () => {
  const wizard = startWizard();
  wizard.send(...walkToReview, { type: 'answer.change', field: 'name' }, { type: 'name.change', name: '' });
  expect(indicator(wizard)).toEqual(['setup current', 'contact upcoming', 'scopes upcoming', 'create upcoming']);
});

test('the indicator leads nowhere while a request is on its way', () => {
  expect(indicator(startCreating())).toEqual([
    'setup complete',
    'contact complete',
    'scopes complete',
    'create current',
  ]);
});

test('the indicator never shows the review as complete, and exactly one step as current', () => {
  const wizard = startWizard();
  for (const event of walkToReview) {
    wizard.send(event);
    const statuses = selectStepStatuses(wizard.actor.getSnapshot());
    expect(statuses.filter(({ state }) => state === 'current')).toEqual([
      expect.objectContaining({ id: wizard.view() }),
    ]);
    expect(statuses.at(-1)?.state).not.toBe('complete');
  }
});

test('a step that the indicator opens is one that the user gets to', () => {
  for (const count of [0, 1, 2, 3, walkToReview.length]) {
    const start = () => {
      const wizard = startWizard();
      wizard.send(...walkToReview.slice(0, count));
      return wizard;
    };
    const gotTo = (step: Step) => {
      const { send, actor } = start();
      send({ type: 'step.goTo', step });
      return selectView(actor.getSnapshot()) === step;
    };
    const current = start().view();
    const open = selectStepStatuses(start().actor.getSnapshot()).filter(({ available }) => available);
    expect(open.map(({ id }) => id)).toEqual(steps.filter((step) => step !== current && gotTo(step)));
  }
});

test('leaving risks nothing at first, then what was entered, then the answer to the request, then the secret', async () => {
  const wizard = startWizard();
  const risk = () => selectLeaveRisk(wizard.actor.getSnapshot());
  expect(risk()).toBeNull();
  wizard.send(...walkToReview);
  expect(risk()).toBe('answers');
  wizard.send({ type: 'token.create' });
  expect(risk()).toBe('outcome');
  wizard.lastCall().reject({ status: 500 });
  await wizard.shows('unknownOutcome');
  expect(risk()).toBe('outcome');
  wizard.send({ type: 'token.retry' });
  wizard.lastCall().resolve(created);
  await wizard.shows('created');
  expect(risk()).toBe('secret');
  wizard.send({ type: 'wizard.finish' });
  expect(risk()).toBe('secret');
  wizard.send({ type: 'secret.store', by: 'copy' });
  expect(risk()).toBeNull();
  wizard.send({ type: 'wizard.finish' });
  expect(wizard.view()).toBe('finished');
  expect(risk()).toBeNull();
});

test('leaving risks nothing of a wizard that was cancelled, or whose secret cannot be shown', async () => {
  const cancelled = startWizard();
  cancelled.send(...answerSetup, { type: 'wizard.cancel' }, { type: 'leave.confirm' });
  expect(selectLeaveRisk(cancelled.actor.getSnapshot())).toBeNull();
  const replayed = startCreating();
  replayed.lastCall().resolve({ status: 'created-without-secret', token: { id: 't1' } });
  await replayed.shows('createdWithoutSecret');
  expect(selectLeaveRisk(replayed.actor.getSnapshot())).toBeNull();
});
