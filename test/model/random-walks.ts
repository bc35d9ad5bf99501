import type { CreateTokenResult, TokenWizardEvent } from '@tokenwright/core';
import fc from 'fast-check';

export const secret = 'tkw_c4n4ry-5ecret';

/** What happens next: the user or the host does something, an attempt is answered, or time passes. */
export type Happening =
  | { kind: 'event'; event: TokenWizardEvent }
  | { kind: 'answer'; call: number; result: CreateTokenResult }
  | { kind: 'refusal'; call: number; error: unknown }
  | { kind: 'time'; milliseconds: number };

const texts = fc.constantFrom('Nightly export', 'Another', '', ' ', 'bad\u202Ename', 'x'.repeat(65));
const emails = fc.constantFrom('a@x.org', 'A@x.org, b@x.org', 'half@', '"Doe, J" <j@x.org>; half@', '');
const scopeIds = fc.constantFrom('ads.list', 'ads.edit', 'reports.run', 'nowhere');
const steps = fc.constantFrom('setup' as const, 'contact' as const, 'scopes' as const, 'create' as const);

const answer: fc.Arbitrary<TokenWizardEvent> = fc.oneof(
  texts.map((name) => ({ type: 'name.change' as const, name })),
  texts.map((description) => ({ type: 'description.change' as const, description })),
  fc.constantFrom('15', '16', '14').map((version) => ({ type: 'version.change' as const, version })),
  fc.constantFrom('ada', 'grace', '', 'eve').map((contact) => ({ type: 'contact.change' as const, contact })),
  emails.map((text) => ({ type: 'email.type' as const, text })),
  emails.map((text) => ({ type: 'email.add' as const, text })),
  fc.constant({ type: 'email.remove' as const, email: 'a@x.org' }),
  fc.record({ type: fc.constant('scope.toggle' as const), scope: scopeIds, checked: fc.boolean() }),
  fc.record({
    type: fc.constant('category.toggle' as const),
    category: fc.constantFrom('ads', 'reports'),
    enabled: fc.boolean(),
  }),
  fc.constant({ type: 'scopes.clearAll' as const }),
  fc.constant({ type: 'scopes.undo' as const }),
  fc.array(scopeIds).map((scopes) => ({ type: 'scopes.add' as const, scopes })),
  fc.array(scopeIds).map((scopes) => ({
    type: 'preset.apply' as const,
    preset: { id: 'read', label: 'Read only', scopes },
  })),
);

const move: fc.Arbitrary<TokenWizardEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ type: 'step.next' as const }) },
  { weight: 6, arbitrary: fc.constant({ type: 'token.create' as const }) },
  { weight: 3, arbitrary: fc.constant({ type: 'token.retry' as const }) },
  { weight: 2, arbitrary: fc.constant({ type: 'step.back' as const }) },
  { weight: 2, arbitrary: steps.map((step) => ({ type: 'step.goTo' as const, step })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('name' as const, 'scopes' as const)
      .map((field) => ({ type: 'answer.change' as const, field })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<TokenWizardEvent>(
      { type: 'outcome.check' },
      { type: 'outcome.leave' },
      { type: 'secret.store', by: 'copy' },
      { type: 'secret.lose' },
      { type: 'wizard.finish' },
      { type: 'wizard.cancel' },
      { type: 'leave.confirm' },
      { type: 'leave.dismiss' },
      { type: 'leave.dismiss' },
      { type: 'source.retry', source: 'catalog' },
    ),
  },
);

const token = { id: 't1', name: 'Nightly export', hint: `…${secret}` };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: answer.map((event) => ({ kind: 'event' as const, event })) },
  { weight: 8, arbitrary: move.map((event) => ({ kind: 'event' as const, event })) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      call: fc.nat(),
      result: fc.constantFrom<CreateTokenResult>(
        { status: 'created', token, secret },
        { status: 'created-without-secret', token: { id: 't1' } },
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('refusal' as const),
      call: fc.nat(),
      error: fc.constantFrom<unknown>(
        undefined,
        { status: 401 },
        { status: 409 },
        { status: 429, retryAfter: '1' },
        { status: 500 },
        { status: 422, errors: [{ detail: 'Taken.', pointer: '#/name' }] },
        { status: 422, detail: 'Over quota.' },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1500, 30_000).map((milliseconds) => ({ kind: 'time' as const, milliseconds })),
  },
);

const straightToReview: readonly Happening[] = (
  [
    { type: 'name.change', name: 'Nightly export' },
    { type: 'step.next' },
    { type: 'contact.change', contact: 'ada' },
    { type: 'step.next' },
    { type: 'scope.toggle', scope: 'reports.run', checked: true },
    { type: 'step.next' },
    { type: 'token.create' },
  ] satisfies TokenWizardEvent[]
).map((event) => ({ kind: 'event', event }));

/** Any life of a wizard; half of them begin with a request on its way. */
export const walk = fc
  .tuple(fc.boolean(), fc.array(happening, { minLength: 5, maxLength: 40 }))
  .map(([isStraight, rest]) => (isStraight ? [...straightToReview, ...rest] : rest));

/** What happens in the life of a wizard whose page may go and come back, with a server that knows its keys. */
type Event =
  | Extract<Happening, { kind: 'event' | 'time' }>
  /** The server works on an attempt, the latest first: it may mint, and then the answer may get lost. */
  | { kind: 'serve'; call: number; commits: boolean; reply: unknown }
  /** React stops the machine and starts it where it was. */
  | { kind: 'restart' }
  /** The page is closed and opened again. */
  | { kind: 'reopen' };

export type Life = readonly Event[];

const served: fc.Arbitrary<Event> = fc.record({
  kind: fc.constant('serve' as const),
  call: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) }),
  commits: fc.constant(true),
  reply: fc.constantFrom<unknown>('answer', 'answer', undefined, { status: 500 }, new SyntaxError('no JSON')),
});

const refused: fc.Arbitrary<Event> = fc.record({
  kind: fc.constant('serve' as const),
  call: fc.constant(0),
  commits: fc.constant(false),
  reply: fc.constantFrom<unknown>(
    undefined,
    { status: 401 },
    { status: 409 },
    { status: 429, retryAfter: '1' },
    { status: 500 },
    { status: 422, errors: [{ detail: 'Taken.', pointer: '#/name' }] },
    { status: 422, detail: 'Over quota.' },
  ),
});

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: answer.map((given) => ({ kind: 'event' as const, event: given })) },
  { weight: 8, arbitrary: move.map((made) => ({ kind: 'event' as const, event: made })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'event' as const, event: { type: 'draft.discard' as const } }) },
  { weight: 2, arbitrary: served },
  { weight: 3, arbitrary: refused },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1500, 30_000).map((milliseconds) => ({ kind: 'time' as const, milliseconds })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'reopen' as const }) },
);

/** Somebody in a hurry: away from whatever is shown, to another request, and Create. */
const hurry: fc.Arbitrary<readonly Event[]> = fc.constantFrom('Nightly export', 'Another').map((name) => {
  const back = { kind: 'event' as const, event: { type: 'step.back' as const } };
  const start = straightToReview.flatMap((happening) => (happening.kind === 'event' ? [happening] : []));
  return [back, { kind: 'event', event: { type: 'name.change', name } }, ...start.slice(1)];
});

const chunk: fc.Arbitrary<readonly Event[]> = fc.oneof(
  { weight: 6, arbitrary: event.map((one) => [one]) },
  { weight: 1, arbitrary: hurry },
);

/** Any life; half of them begin with a request on its way. */
export const life: fc.Arbitrary<Life> = fc
  .tuple(
    fc.boolean(),
    fc.array(chunk, { minLength: 5, maxLength: 30 }).map((chunks) => chunks.flat()),
  )
  .map(([isStraight, rest]) => {
    const start = straightToReview.flatMap((happening) => (happening.kind === 'event' ? [happening] : []));
    return isStraight ? [...start, ...rest] : rest;
  });
