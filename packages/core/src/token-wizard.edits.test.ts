// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import type { TokenField } from './request.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import {
  answerScopes,
  answerSetup,
  catalog,
  contacts,
  request,
  startCreating,
  startWizard,
  versions,
} from './token-wizard.fixture.js';
import { tokenWizardMachine } from './token-wizard.machine.js';
import { selectView } from './token-wizard.selectors.js';

const next: TokenWizardEvent = { type: 'step.next' };
const back: TokenWizardEvent = { type: 'step.back' };

describe('every edit', () => {
  const edits: readonly [TokenWizardEvent, ...TokenWizardEvent[]][] = [
    [{ type: 'name.change', name: 'x' }],
    [{ type: 'description.change', description: 'x' }],
    [{ type: 'version.change', version: '15' }],
    [{ type: 'contact.change', contact: 'ada' }],
    [{ type: 'email.type', text: 'x' }],
    [{ type: 'email.add', text: 'dev@example.com' }],
    [{ type: 'email.remove', email: 'dev@example.com' }],
    [{ type: 'category.toggle', category: 'ads', enabled: true }],
    [{ type: 'category.toggleAll', category: 'ads', checked: true }],
    [{ type: 'scope.toggle', scope: 'ads.list', checked: true }],
    [{ type: 'scopes.add', scopes: ['ads.list'] }],
    [{ type: 'preset.apply', preset: { id: 'p', label: 'Preset', scopes: ['ads.list'] } }],
    [{ type: 'scopes.clearAll' }],
  ];

  test.each(edits)('$type is asked about before it is thrown away', (edit) => {
    const { send, view } = startWizard({ input: { initialValues: { developerEmails: ['dev@example.com'] } } });
    send(edit, { type: 'wizard.cancel' });
    expect(view()).toBe('confirmingCancel');
  });

  test.each<[TokenField, TokenWizardEvent]>([
    ['name', { type: 'name.change', name: 'x' }],
    ['description', { type: 'description.change', description: 'x' }],
    ['version', { type: 'version.change', version: '15' }],
    ['primaryContact', { type: 'contact.change', contact: 'ada' }],
    ['developerEmails', { type: 'email.type', text: 'x' }],
    ['developerEmails', { type: 'email.add', text: 'dev@example.com' }],
    ['developerEmails', { type: 'email.remove', email: 'dev@example.com' }],
    ['scopes', { type: 'scope.toggle', scope: 'ads.list', checked: true }],
  ])('of the %s takes its message away, and no other', async (field, edit) => {
    const { send, issues, lastCall, shows } = startCreating();
    const fields = ['name', 'description', 'version', 'primaryContact', 'developerEmails', 'scopes'];
    lastCall().reject({ status: 422, errors: fields.map((name) => ({ detail: 'No.', pointer: `#/${name}` })) });
    await shows('setup');
    expect(issues().map((issue) => issue.field)).toEqual(fields);
    send(edit);
    expect(issues().map((issue) => issue.field)).toEqual(fields.filter((name) => name !== field));
  });

  test('without a message to take away leaves the list of them the same object, so that no view is drawn again', async () => {
    const { send, issues, lastCall, shows } = startCreating();
    lastCall().reject({ status: 422, errors: [{ detail: 'No.' }] });
    await shows('create');
    const before = issues();
    send({ type: 'name.change', name: 'x' }, { type: 'scope.toggle', scope: 'ads.list', checked: false });
    expect(before).toHaveLength(1);
    expect(issues()).toBe(before);
  });
});

describe('what a user can do', () => {
  const can = ({ actor }: ReturnType<typeof startWizard>, event: TokenWizardEvent) => actor.getSnapshot().can(event);

  test('is not to go back from the first step', () => {
    const wizard = startWizard();
    expect(can(wizard, back)).toBe(false);
    wizard.send(...answerSetup, next);
    expect(can(wizard, back)).toBe(true);
  });

  test('is to take Clear All back, once there was one', () => {
    const wizard = startWizard();
    expect(can(wizard, { type: 'scopes.undo' })).toBe(false);
    wizard.send(...answerScopes, { type: 'scopes.clearAll' });
    expect(can(wizard, { type: 'scopes.undo' })).toBe(true);
  });

  test('is not to choose scopes before there is a catalog', () => {
    const wizard = startWizard({ host: { catalog: () => new Promise(() => {}) } });
    for (const event of [
      { type: 'category.toggle', category: 'ads', enabled: true },
      { type: 'category.toggleAll', category: 'ads', checked: true },
      { type: 'scope.toggle', scope: 'ads.list', checked: true },
      { type: 'scopes.add', scopes: ['ads.list'] },
      { type: 'preset.apply', preset: { id: 'p', label: 'Preset', scopes: [] } },
      { type: 'scopes.clearAll' },
    ] satisfies TokenWizardEvent[]) {
      expect([event.type, can(wizard, event)]).toEqual([event.type, false]);
    }
  });
});

test('what a change of scopes brought about is said until the step is left', () => {
  const { send, context } = startWizard({
    input: { initialStep: 'scopes', initialValues: { name: 'x', primaryContact: 'ada' } },
  });
  send({ type: 'scope.toggle', scope: 'reports.run', checked: true });
  expect(context().scopes.notices).toMatchObject([{ type: 'required.added' }]);
  send(next);
  expect(context().scopes.notices).toEqual([]);
});

test.each([null, 'unreadable'] as const)('a storage that answers late and has no draft (%j) moves nobody', (draft) => {
  const { send, context, emitted } = startWizard({ input: { keepsDraft: true } });
  const before = context();
  send({ type: 'draft.read', draft });
  expect(context()).toEqual({ ...before, draft: draft ?? 'none' });
  expect(emitted).toEqual([{ type: 'step.entered', step: 'setup' }]);
});

test('a machine without a host says what it lacks, instead of waiting for ever', async () => {
  const actor = createActor(tokenWizardMachine, { input: {} }).start();
  await expect
    .poll(() => actor.getSnapshot().context.sourceErrors.versions)
    .toContain('the actor "loadSource" has no implementation. Provide it: see provideHost().');
  actor.stop();
});

test('a machine whose host cannot be asked to create counts the attempt as lost', async () => {
  const actor = createActor(tokenWizardMachine, {
    input: { versions, contacts, catalog, initialStep: 'create', initialValues: request },
  }).start();
  actor.send({ type: 'token.create' });
  await expect.poll(() => selectView(actor.getSnapshot())).toBe('unknownOutcome');
  expect(actor.getSnapshot().context).toMatchObject({
    outcome: { type: 'unknown', reason: 'network' },
    uncertain: true,
  });
  actor.stop();
});
