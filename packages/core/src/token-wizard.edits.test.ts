// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import type { TokenWizardEvent } from './token-wizard.events.js';
import { answerContact, answerScopes, answerSetup, startWizard } from './token-wizard.fixture.js';
import { tokenWizardMachine } from './token-wizard.machine.js';

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

  test.each<[string, readonly TokenWizardEvent[], TokenWizardEvent, string]>([
    [
      'the version',
      [{ type: 'version.change', version: '14' }, next],
      { type: 'version.change', version: '16' },
      'version',
    ],
    ['the contact', [...answerSetup, next, next], { type: 'contact.change', contact: 'ada' }, 'primaryContact'],
    [
      'a typed address',
      [...answerSetup, next, { type: 'email.type', text: 'dev@' }, next],
      { type: 'email.type', text: 'dev@example.com' },
      'developerEmails',
    ],
    [
      'a pasted list',
      [...answerSetup, next, { type: 'email.add', text: 'dev@' }],
      { type: 'email.add', text: 'dev@example.com' },
      'developerEmails',
    ],
    [
      'the list of addresses',
      [...answerSetup, next, { type: 'email.add', text: 'dev@' }],
      { type: 'email.remove', email: 'dev@example.com' },
      'developerEmails',
    ],
    [
      'the scopes',
      [...answerSetup, next, ...answerContact, next, next],
      { type: 'scope.toggle', scope: 'ads.list', checked: true },
      'scopes',
    ],
  ])('of %s takes its message away, and no other', (_, events, edit, field) => {
    const { send, issues } = startWizard();
    send(...events);
    const others = issues().filter((issue) => issue.field !== field);
    expect(issues().length).toBeGreaterThan(others.length);
    send(edit);
    expect(issues()).toEqual(others);
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

test('a machine without a host says what it lacks, instead of waiting for ever', async () => {
  const actor = createActor(tokenWizardMachine, { input: {} }).start();
  await expect
    .poll(() => actor.getSnapshot().context.sourceErrors.versions)
    .toContain('the actor "loadSource" has no implementation. Provide it: see provideHost().');
  actor.stop();
});
