// @vitest-environment node
import { type RequestRules, requestIssues, type TokenWizardInput, tokenWizardMachine } from '@tokenwright/core';
import { expect, test, vi } from 'vitest';
import type { AnyEventObject, AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths, type TraversalOptions } from 'xstate/graph';

// Hundreds of states take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const data: RequestRules = {
  versions: [{ id: '16', label: 'Version 16', status: 'latest' }],
  contacts: [{ id: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' }],
  catalog: { categories: [{ id: 'ads', label: 'Ads', scopes: [{ id: 'ads.list', label: 'List ads' }] }] },
};

const answers: readonly AnyEventObject[] = [
  { type: 'name.change', name: 'Nightly export' },
  { type: 'name.change', name: '' },
  { type: 'contact.change', contact: 'ada' },
  { type: 'scope.toggle', scope: 'ads.list', checked: true },
  { type: 'scopes.clearAll' },
];

/** What another page, or an earlier visit, left in the storage. */
const draft = {
  v: 1,
  revision: 'r1',
  answers: {
    name: 'Nightly export',
    description: '',
    version: '16',
    primaryContact: 'ada',
    developerEmails: [],
    emailText: '',
  },
  foundContact: null,
  scopes: { selection: [{ category: 'ads', enabled: true, checked: ['ads.list'] }], gone: [] },
  intent: null,
  uncertain: false,
};
const request = {
  name: 'Nightly export',
  description: '',
  version: '16',
  primaryContact: 'ada',
  developerEmails: [],
  scopes: ['ads.list'],
};
const sentDraft = { ...draft, revision: 'r2', intent: { key: 'k', request, attempt: 1 }, uncertain: true };
const drafts: readonly AnyEventObject[] = [
  { type: 'draft.read', draft: null },
  { type: 'draft.read', draft: 'unreadable' },
  { type: 'draft.read', draft },
  { type: 'draft.read', draft: sentDraft },
  { type: 'draft.conflict', draft },
  { type: 'draft.conflict', draft: sentDraft },
  { type: 'draft.conflict', draft: 'gone' },
  { type: 'draft.keep' },
  { type: 'draft.take' },
  { type: 'draft.discard' },
  { type: 'xstate.done.actor.secureDraft', output: null },
  { type: 'xstate.done.actor.secureDraft', output: draft },
  { type: 'xstate.done.actor.secureDraft', output: 'gone' },
  { type: 'xstate.error.actor.secureDraft', error: undefined },
  { type: 'xstate.after.draftPatience.tokenWizard.flow.sending.securing' },
];

const verbs: readonly AnyEventObject[] = [
  { type: 'step.next' },
  { type: 'step.back' },
  { type: 'step.goTo', step: 'create' },
  { type: 'answer.change', field: 'name' },
  { type: 'token.create' },
  { type: 'token.retry' },
  { type: 'outcome.check' },
  { type: 'outcome.leave' },
  { type: 'secret.store', by: 'copy' },
  { type: 'secret.lose' },
  { type: 'wizard.finish' },
  { type: 'wizard.cancel' },
  { type: 'wizard.restart', input: { ...data, canCheckOutcome: true } },
  { type: 'leave.confirm' },
  { type: 'leave.dismiss' },
];

const token = { id: 't1' };
const outcomes = [
  { type: 'created', token },
  { type: 'createdWithoutSecret', token },
  { type: 'rejected', issues: [{ field: 'name', code: 'server.rejected', detail: 'Taken.' }] },
  { type: 'rejected', issues: [{ field: null, code: 'server.rejected', detail: 'Over quota.' }] },
  { type: 'rateLimited', retryAt: 0 },
  { type: 'sessionExpired' },
  { type: 'unknown', reason: 'network' },
];

/** What the host's side brings about, as XState names it. */
const answersOfTheHost: readonly AnyEventObject[] = [
  ...outcomes.map((output) => ({ type: 'xstate.done.actor.createToken', output })),
  { type: 'xstate.error.actor.createToken', error: undefined },
  { type: 'xstate.after.createTimeout.creating' },
  { type: 'xstate.done.actor.checkOutcome', output: { status: 'created', token } },
  { type: 'xstate.done.actor.checkOutcome', output: { status: 'not-created' } },
  { type: 'xstate.error.actor.checkOutcome', error: undefined },
  { type: 'xstate.after.retryDelay.tokenWizard.flow.rateLimited.waiting' },
  { type: 'xstate.after.createTimeout.tokenWizard.flow.unknownOutcome.checking' },
  { type: 'xstate.done.actor.renewSession', output: undefined },
  { type: 'xstate.error.actor.renewSession', error: undefined },
];

const machine: AnyStateMachine = tokenWizardMachine;

/** `{ editing: 'setup' }` as `editing.setup`. */
function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([state, child]) => `${state}.${nameOf(child)}`)
    .join(' ');
}

const alphabet = [...answers, ...verbs, ...answersOfTheHost];

/** What tells one situation of a user from another; what exactly was typed does not. */
function keyOf({ value, context }: AnyMachineSnapshot): string {
  return JSON.stringify([
    value.flow,
    context.answers.name !== '',
    context.answers.primaryContact !== '',
    context.scopes.selection.length > 0,
    context.issues.length > 0,
    context.changing,
    context.edited,
    context.uncertain,
    context.sessionRenewed,
    context.intent !== null,
    context.draft === 'awaited',
    context.otherDraft?.uncertain ?? context.otherDraft,
  ]);
}

const flow: TraversalOptions<AnyMachineSnapshot, AnyEventObject, TokenWizardInput> = {
  input: { ...data, canCheckOutcome: true },
  events: alphabet,
  limit: 50_000,
  serializeState: keyOf,
};

const answered: TokenWizardInput['initialValues'] = { ...request, enabledCategories: ['ads'] };

/** The same with a draft, from a finished request on: what is answered on the way there, the flow above tells. */
const draftFlow: TraversalOptions<AnyMachineSnapshot, AnyEventObject, TokenWizardInput> = {
  ...flow,
  input: { ...data, keepsDraft: true, initialStep: 'create', initialValues: answered },
  events: [
    ...drafts,
    { type: 'name.change', name: 'Another' },
    { type: 'step.back' },
    { type: 'step.next' },
    { type: 'token.create' },
    { type: 'token.retry' },
    { type: 'outcome.leave' },
    { type: 'wizard.cancel' },
    { type: 'wizard.finish' },
    { type: 'wizard.restart', input: { ...data, keepsDraft: true } },
    { type: 'leave.confirm' },
    { type: 'leave.dismiss' },
    { type: 'xstate.done.actor.createToken', output: { type: 'createdWithoutSecret', token: { id: 't1' } } },
    { type: 'xstate.done.actor.createToken', output: { type: 'sessionExpired' } },
    { type: 'xstate.after.createTimeout.creating' },
  ],
};

/** The events that lead from one state to another, in a state and all within it. */
function movingEvents({ transitions, states }: AnyStateNode): string[] {
  const own = [...transitions].filter(([, list]) => list.some(({ target }) => target)).map(([type]) => type);
  return [...own, ...Object.values(states).flatMap(movingEvents)];
}

test('the walk uses every event that leads anywhere in the flow', () => {
  const flowNode = machine.states.flow;
  const moving = new Set(flowNode && movingEvents(flowNode));
  expect([...verbs, ...answersOfTheHost].map(({ type }) => type).filter((type) => !moving.has(type))).toEqual([]);
  expect([...moving].filter((type) => ![...alphabet, ...drafts].some((event) => event.type === type))).toEqual([]);
});

test('every state of the flow is reached by what a user and a host can do, and no other', () => {
  const reached = new Set(getShortestPaths(machine, flow).map(({ state }) => nameOf(state.value.flow)));
  expect([...reached].toSorted()).toEqual([
    'cancelled',
    'confirmingCancel',
    'created.confirmingLeave',
    'created.stored',
    'created.unstored',
    'createdWithoutSecret',
    'creating',
    'editing.contact',
    'editing.create',
    'editing.scopes',
    'editing.setup',
    'finished',
    'rateLimited.over',
    'rateLimited.waiting',
    'sessionExpired.renewing',
    'sessionExpired.waiting',
    'unknownOutcome.checkFailed',
    'unknownOutcome.checking',
    'unknownOutcome.undecided',
  ]);
});

test('where drafts are kept, waiting for one, writing one and starting over are reached as well', () => {
  const reached = new Set(getShortestPaths(machine, draftFlow).map(({ state }) => nameOf(state.value.flow)));
  expect([...reached].toSorted()).toEqual([
    'cancelled',
    'confirmingCancel',
    'confirmingStartOver',
    'createdWithoutSecret',
    'creating',
    'editing.contact',
    'editing.create',
    'editing.scopes',
    'editing.setup',
    'finished',
    'preparing',
    'sending.securing',
    'sessionExpired.renewing',
    'sessionExpired.waiting',
    'unknownOutcome.undecided',
  ]);
});

test('no request leaves while the draft of another page waits for a decision, unless it may have left already', () => {
  const requests = getShortestPaths(machine, draftFlow).filter(({ state }) => state.matches({ flow: 'creating' }));
  expect(requests.length).toBeGreaterThan(5);
  const undecided = requests.filter(({ steps }) => {
    const before = steps.findLast(({ event }) => event.type === 'token.create')?.state.context;
    return before !== undefined && before.otherDraft !== null;
  });
  expect(undecided).toEqual([]);
});

test('no way leads to a request that is not valid', () => {
  const requests = getShortestPaths(machine, flow)
    .filter(({ state }) => state.matches({ flow: 'creating' }))
    .map(({ state }) => state.context.intent.request);
  expect(requests.length).toBeGreaterThan(5);
  expect(requests.filter((request) => requestIssues(request, data).length > 0)).toEqual([]);
});

test('nobody is ever stuck: from every state the user gets out, even if the host never answers', () => {
  const all = [flow, draftFlow].flatMap((walk) => adjacencyMapToArray(getAdjacencyMap(machine, walk)));
  const edges = all.map(({ state, event, nextState }) => ({
    from: keyOf(state),
    to: keyOf(nextState),
    needsHost: /^xstate\.(done|error)\./.test(event.type),
    ends: nextState.matches({ flow: 'finished' }) || nextState.matches({ flow: 'cancelled' }),
  }));
  const out = new Set(edges.filter(({ ends }) => ends).map(({ to }) => to));
  for (let size = 0; size < out.size; ) {
    size = out.size;
    for (const { from, to, needsHost } of edges) if (!needsHost && out.has(to)) out.add(from);
  }
  expect(edges.filter(({ to }) => !out.has(to)).map(({ to }) => to)).toEqual([]);
});

test('every state of a source is reached, and a wizard that opens on a later step waits for all three', () => {
  const sources = ['versions', 'contacts', 'catalog'] as const;
  const paths = getShortestPaths(machine, {
    input: { initialStep: 'create' },
    events: [
      ...sources.flatMap((source) => [
        { type: `xstate.done.actor.loadSource.${source}`, output: data[source] },
        { type: `xstate.done.actor.loadSource.${source}`, output: 'nonsense' },
        { type: `xstate.error.actor.loadSource.${source}`, error: undefined },
        { type: `xstate.after.createTimeout.tokenWizard.${source}.loading` },
        { type: 'source.retry', source },
        { type: 'source.change', source, data: data[source] },
        { type: 'source.reload', source },
      ]),
      { type: 'version.change', version: '' },
    ],
    limit: 50_000,
    serializeState: ({ value }) => JSON.stringify(value),
  });
  for (const source of sources) {
    const reached = new Set(paths.map(({ state }) => nameOf(state.value[source])));
    expect([source, ...[...reached].toSorted()]).toEqual(
      source === 'catalog'
        ? [source, 'deciding', 'failed', 'loading', 'ready']
        : [source, 'failed', 'loading', 'ready'],
    );
  }
  const preparing = paths.filter(({ state }) => state.matches({ flow: 'preparing' }));
  expect(preparing.filter(({ state }) => sources.every((source) => state.value[source] === 'ready'))).toEqual([]);
  expect(preparing.filter(({ state }) => sources.some((source) => state.value[source] === 'failed'))).toEqual([]);
  expect(preparing.length).toBeGreaterThan(3);
});
