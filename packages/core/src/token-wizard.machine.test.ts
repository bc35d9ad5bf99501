// @vitest-environment node

import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { provideHost } from './host.js';
import { noScopes, type ScopesState } from './scope-changes.js';
import { createSecretVault } from './secret-vault.js';
import { type Step, steps, type TokenWizardContext } from './token-wizard.context.js';
import type { TokenWizardEvent } from './token-wizard.events.js';
import {
  answerContact,
  answerScopes,
  answerSetup,
  catalog,
  contacts,
  request,
  startCreating,
  startWizard,
  versions,
  walkToReview,
} from './token-wizard.fixture.js';
import { tokenWizardMachine } from './token-wizard.machine.js';
import { selectRequest, selectView } from './token-wizard.selectors.js';
import { initialContext } from './token-wizard.start.js';

const next: TokenWizardEvent = { type: 'step.next' };
const back: TokenWizardEvent = { type: 'step.back' };
const create: TokenWizardEvent = { type: 'token.create' };
const goTo = (step: Step): TokenWizardEvent => ({ type: 'step.goTo', step });

describe('walking through the steps', () => {
  test('a user who answers every step comes to the review of the whole request', () => {
    const { send, view, actor, emitted } = startWizard();
    send(...walkToReview);
    expect(view()).toBe('create');
    expect(selectRequest(actor.getSnapshot())).toEqual(request);
    expect(emitted).toEqual([
      { type: 'step.entered', step: 'setup' },
      { type: 'step.entered', step: 'contact' },
      { type: 'step.entered', step: 'scopes' },
      { type: 'step.entered', step: 'create' },
    ]);
  });

  test('a user can go back to the first step and forth again, and nothing is lost', () => {
    const { send, view, context } = startWizard();
    send(...walkToReview, { type: 'email.type', text: 'unfinished@' });
    const { answers, scopes } = context();
    for (const step of ['scopes', 'contact', 'setup', 'setup']) {
      send(back);
      expect(view()).toBe(step);
    }
    expect(context()).toMatchObject({ answers, scopes });
    send({ type: 'email.type', text: '' }, next, next, next);
    expect(view()).toBe('create');
    expect(context()).toMatchObject({ answers: { ...answers, emailText: '' }, scopes });
  });

  test.each<[Step, readonly TokenWizardEvent[], string]>([
    ['setup', [], 'name.required'],
    ['contact', [...answerSetup, next], 'primaryContact.required'],
    ['scopes', [...answerSetup, next, ...answerContact, next], 'scopes.required'],
  ])('Next on %s is refused while it is incomplete, and says why', (step, events, code) => {
    const { send, view, issues, emitted } = startWizard();
    send(...events);
    expect(issues()).toEqual([]);
    send(next);
    expect(view()).toBe(step);
    expect(issues()).toMatchObject([{ code }]);
    expect(emitted.at(-1)).toEqual({ type: 'step.refused', step });
  });

  test('a token without scopes can be reviewed and created where the host allows it', () => {
    const { send, view, lastCall } = startWizard({ input: { allowNoScopes: true } });
    send(...answerSetup, next, ...answerContact, next, next);
    expect(view()).toBe('create');
    send(create);
    expect(lastCall().request).toEqual({ ...request, scopes: [] });
  });

  test('Next judges its own step only: what comes later is not yet asked for', () => {
    const { send, view, issues } = startWizard();
    send(...answerSetup, next);
    expect(view()).toBe('contact');
    expect(issues()).toEqual([]);
  });

  test('an answer that is mended loses its message, and the others keep theirs', () => {
    const { send, issues } = startWizard();
    send({ type: 'description.change', description: '\u0000' }, next);
    expect(issues().map(({ field }) => field)).toEqual(['name', 'description']);
    send(...answerSetup);
    expect(issues().map(({ field }) => field)).toEqual(['description']);
  });

  test('a problem found while typing stands beside its field; a summary comes only when Next is refused', () => {
    const { send, context } = startWizard();
    send(...answerSetup, next, { type: 'email.add', text: 'half@' });
    expect(context()).toMatchObject({ issues: [{ code: 'developerEmails.invalid' }], refused: false });
    send(next);
    expect(context().refused).toBe(true);
    send(back);
    expect(context().refused).toBe(false);
  });

  test.each<[string, readonly TokenWizardEvent[], readonly Step[]]>([
    ['nothing', [], ['setup']],
    ['the setup', answerSetup, ['setup', 'contact']],
    ['setup and contact', [...answerSetup, ...answerContact], ['setup', 'contact', 'scopes']],
    ['everything but the contact', [...answerSetup, ...answerScopes], ['setup', 'contact']],
    ['everything', [...answerSetup, ...answerContact, ...answerScopes], ['setup', 'contact', 'scopes', 'create']],
  ])('a user who answered %s can go to any step before which all is valid, and to no other', (_, events, reachable) => {
    const { send, view } = startWizard();
    send(...events);
    for (const step of [...steps, ...steps.toReversed()]) {
      const from = view();
      send(goTo(step));
      expect(view()).toBe(reachable.includes(step) ? step : from);
    }
  });

  test('a message of one step does not follow the user to another', () => {
    const { send, issues } = startWizard();
    send(...answerSetup, next, next);
    expect(issues()).toHaveLength(1);
    send(goTo('setup'));
    expect(issues()).toEqual([]);
  });
});

describe('changing one answer from the review', () => {
  test('brings the user to its step, and back in one Next', () => {
    const { send, view, actor } = startWizard();
    send(...walkToReview, { type: 'answer.change', field: 'description' });
    expect(view()).toBe('setup');
    send({ type: 'description.change', description: 'For the nightly job.' }, next);
    expect(view()).toBe('create');
    expect(selectRequest(actor.getSnapshot())).toEqual({ ...request, description: 'For the nightly job.' });
  });

  test('stops at a later step that the change made invalid', async () => {
    const { send, view, context } = startWizard({
      host: { catalog: async ({ version }) => (version === '16' ? catalog : { categories: [] }) },
    });
    send(...answerSetup, next, ...answerContact, next);
    await expect.poll(() => context().catalog).not.toBeNull();
    send(...answerScopes, next, { type: 'answer.change', field: 'version' }, { type: 'version.change', version: '15' });
    await expect.poll(() => context().catalogVersion).toBe('15');
    send(next);
    expect(view()).toBe('scopes');
    send({ type: 'version.change', version: '16' });
    await expect.poll(() => context().catalogVersion).toBe('16');
    send(next);
    expect(view()).toBe('create');
  });

  test('is refused like any Next while the answer is invalid', () => {
    const { send, view, issues } = startWizard();
    send(...walkToReview, { type: 'answer.change', field: 'name' }, { type: 'name.change', name: ' ' }, next);
    expect(view()).toBe('setup');
    expect(issues()).toEqual([{ field: 'name', code: 'name.required' }]);
  });

  test('can go on step by step with Back, and still comes back in one Next', () => {
    const { send, view } = startWizard();
    send(...walkToReview, { type: 'answer.change', field: 'scopes' }, back);
    expect(view()).toBe('contact');
    send(next);
    expect(view()).toBe('create');
  });
});

describe('starting on a later step', () => {
  const initialValues = { ...request, developerEmails: ['dev@example.com'] };

  test('a host that knows every answer can open the review', () => {
    const { view, actor } = startWizard({ input: { initialStep: 'create', initialValues } });
    expect(view()).toBe('create');
    expect(selectRequest(actor.getSnapshot())).toEqual(initialValues);
  });

  test.each<[string, object, Step]>([
    ['the name', { name: '' }, 'setup'],
    ['a contact that is offered', { primaryContact: 'eve' }, 'contact'],
    ['a valid e-mail', { developerEmails: ['dev@'] }, 'contact'],
    ['a scope of this version', { scopes: ['ads.purge'] }, 'scopes'],
  ])('the user starts on the first step that is not valid: without %s', (_, missing, step) => {
    const { view } = startWizard({ input: { initialStep: 'create', initialValues: { ...initialValues, ...missing } } });
    expect(view()).toBe(step);
  });

  test('the wizard waits for the data before it judges the steps', async () => {
    const { view, shows, send } = startWizard({
      host: { versions: async () => versions, contacts: async () => contacts, catalog: async () => catalog },
      input: { initialStep: 'create', initialValues },
    });
    expect(view()).toBe('preparing');
    send(next, create, { type: 'name.change', name: 'too early' });
    await shows('create');
    send(create);
    expect(view()).toBe('creating');
  });

  test.each(['versions', 'contacts', 'catalog'] as const)(
    'the wizard waits for the %s, if they come last',
    async (late) => {
      const { view, context, send } = startWizard({
        host: {
          versions: async () => versions,
          contacts: async () => contacts,
          catalog: async () => catalog,
          [late]: () => new Promise(() => {}),
        },
        input: { initialStep: 'create', initialValues },
      });
      for (const source of (['versions', 'contacts', 'catalog'] as const).filter((name) => name !== late)) {
        await expect.poll(() => context()[source]).not.toBeNull();
      }
      expect(view()).toBe('preparing');
      send({ type: 'wizard.cancel' });
      expect(view()).toBe('cancelled');
    },
  );

  test('a source that fails does not keep the user waiting', async () => {
    const { shows } = startWizard({
      host: { contacts: async () => Promise.reject(new Error('down')) },
      input: { initialStep: 'create', initialValues },
    });
    await shows('contact');
  });

  test('a host without any version keeps nobody waiting for its catalog', async () => {
    const { shows } = startWizard({
      host: { versions: async () => [], catalog: async () => catalog },
      input: { initialStep: 'scopes', initialValues: { ...initialValues, version: '' } },
    });
    await shows('setup');
  });

  test('categories can start switched on', () => {
    const { context } = startWizard({ input: { initialValues: { enabledCategories: ['ads'] } } });
    expect(context().scopes.selection).toEqual([{ category: 'ads', enabled: true, checked: [] }]);
  });
});

describe('leaving before anything is created', () => {
  test('an untouched wizard is cancelled at once', () => {
    const { send, view, emitted } = startWizard({ input: { initialValues: { name: 'From a preset' } } });
    send({ type: 'wizard.cancel' });
    expect(view()).toBe('cancelled');
    expect(emitted.at(-1)).toEqual({ type: 'wizard.cancelled' });
  });

  test('a wizard with answers asks first, and staying keeps step and answers', () => {
    const { send, view, context, emitted } = startWizard();
    send(...answerSetup, next, ...answerContact, { type: 'wizard.cancel' });
    expect(view()).toBe('confirmingCancel');
    send({ type: 'leave.dismiss' });
    expect(view()).toBe('contact');
    expect(context().answers).toMatchObject({ name: 'Nightly export', primaryContact: 'ada' });
    send({ type: 'wizard.cancel' }, { type: 'leave.confirm' });
    expect(view()).toBe('cancelled');
    expect(emitted.filter(({ type }) => type === 'wizard.cancelled')).toHaveLength(1);
  });

  test('a request on its way cannot be cancelled as if it had not been sent', () => {
    const { send, view } = startCreating();
    send({ type: 'wizard.cancel' }, back, goTo('setup'));
    expect(view()).toBe('creating');
  });
});

test('a change that is done no longer shortens the way from other steps', () => {
  const { send, view } = startWizard();
  send(...walkToReview, { type: 'answer.change', field: 'name' }, next);
  expect(view()).toBe('create');
  send(back, back, next);
  expect(view()).toBe('scopes');
});

test('what is missing on a later step is said when that step is refused, not before', () => {
  const { send, view, context } = startWizard({ input: { initialStep: 'create', initialValues: request } });
  send({ type: 'name.change', name: '' }, { type: 'contact.change', contact: '' }, create);
  expect(view()).toBe('setup');
  send(...answerSetup, next);
  expect(view()).toBe('contact');
  expect(context()).toMatchObject({ issues: [], refused: false });
});

describe('a restored or tampered wizard', () => {
  const complete = initialContext({ versions, contacts, catalog, initialValues: request, initialStep: 'create' });
  const review = (context: TokenWizardContext) =>
    createActor(
      provideHost(
        () => ({ versions, contacts, catalog, onCreate: () => Promise.reject(new Error('must not be asked')) }),
        createSecretVault(),
      ),
      {
        snapshot: tokenWizardMachine.resolveState({
          value: { flow: { editing: 'create' }, versions: 'ready', contacts: 'ready', catalog: 'ready' },
          context,
        }),
        input: {},
      },
    ).start();

  const checked = (scopes: Readonly<Record<string, readonly string[]>>): ScopesState => ({
    ...noScopes,
    selection: Object.entries(scopes).map(([category, ids]) => ({ category, enabled: true, checked: ids })),
  });

  test('that is complete can create from the review', () => {
    const actor = review(complete);
    actor.send(create);
    expect(actor.getSnapshot().context.intent).toMatchObject({ request, attempt: 1 });
  });

  test.each<[string, Partial<TokenWizardContext>, Step]>([
    ['a name', { answers: { ...complete.answers, name: '' } }, 'setup'],
    ['an offered version', { answers: { ...complete.answers, version: '14' } }, 'setup'],
    ['a contact', { answers: { ...complete.answers, primaryContact: '' } }, 'contact'],
    ['a valid e-mail', { answers: { ...complete.answers, emailText: 'dev@' } }, 'contact'],
    ['scopes', { scopes: initialContext({}).scopes }, 'scopes'],
    ['what a scope requires', { scopes: checked({ ads: ['ads.edit'] }) }, 'scopes'],
    ['what a scope requires of another category', { scopes: checked({ ads: [], reports: ['reports.run'] }) }, 'scopes'],
    ['a catalog', { catalog: null }, 'scopes'],
    ['the catalog of its version', { catalogVersion: '15' }, 'scopes'],
  ])('that stands on the review without %s is sent back, and no request leaves', (_, missing, step) => {
    const actor = review({ ...complete, ...missing });
    const views = new Set<string>();
    actor.subscribe((snapshot) => views.add(selectView(snapshot)));
    actor.send(create);
    expect([...views]).toEqual([step]);
    expect(actor.getSnapshot().context).toMatchObject({ intent: null, issues: [expect.anything()] });
  });
});
