import type { Answer, Exchange, Fault } from './fault-proxy.js';

/** How a user goes on after a fault. */
const waysOn = {
  retry: 'Try again safely: the same request goes out under the same key.',
  check: 'Check now finds the token. Its secret cannot be shown, so the user revokes it and makes another.',
  checkNone:
    'Check now finds no token, makes the key void so that none comes later, and leads back to the review. Create goes on from there.',
  wait: 'Try again, once the time that the server asked for is over.',
  signIn: 'Sign in again: the same request then goes on by itself.',
  mend: 'Mend the answer that is named, and press Next and Create.',
  create: 'Press Create once more.',
} as const;

export type WayOn = keyof typeof waysOn;

/** One thing that goes wrong, and what it comes to. */
export interface FaultRow {
  /** What goes wrong. */
  readonly fault: string;
  /** What the user then reads: the heading, and words below it. */
  readonly sees: { readonly heading: string; readonly words: string };
  /** How many tokens the database then holds. */
  readonly tokens: 0 | 1;
  /** What of the answers is still there. */
  readonly kept: string;
  readonly wayOn: string;
  /** How it ends: with the one token and its secret, or with the one token whose secret is lost. */
  readonly ends: 'secret' | 'withoutSecret';
}

/** A fault of the one request that creates the token. */
export interface CreationFault extends Omit<FaultRow, 'wayOn' | 'kept'> {
  readonly befalls: Fault;
  readonly wayOn: WayOn;
  /** Waits that the test skips by moving the page's clock, in milliseconds. @default none */
  readonly wait?: number;
}

/** What is kept when the creation fails: everything, since the wizard stays where it is. */
const keptByWizard = 'Every answer.';

const unknown = 'We do not know whether your token was created';
const rejected = 'Your token was not created';
/** The default of `createTimeout`. */
const timeout = 30_000;

const json = { 'content-type': 'application/json' };
const html = { 'content-type': 'text/html; charset=utf-8' };

/** The server, or something in front of it, answers without having created anything. */
function refuses(status: number, answer: { headers?: Answer['headers']; body?: unknown } = {}): Fault {
  return ({ answer: send }: Exchange) =>
    send({
      status,
      headers: { 'content-type': 'application/problem+json', ...answer.headers },
      body: JSON.stringify(answer.body ?? { type: 'about:blank', title: 'Refused', status }),
    });
}

/** The server creates the token, and something on the way back makes this of its answer. */
function falsifies(falsify: (answer: Answer) => Partial<Answer>): Fault {
  return async ({ forward, answer }: Exchange) => answer(falsify(await forward()));
}

export const creationFaults: readonly CreationFault[] = [
  {
    fault: 'The connection breaks before the request arrives',
    befalls: ({ reset }) => reset(),
    sees: { heading: unknown, words: 'The connection was lost before the answer arrived.' },
    tokens: 0,
    wayOn: 'retry',
    ends: 'secret',
  },
  {
    fault: 'The connection breaks before the request arrives, and the user checks',
    befalls: ({ reset }) => reset(),
    sees: { heading: unknown, words: 'The connection was lost before the answer arrived.' },
    tokens: 0,
    wayOn: 'checkNone',
    ends: 'secret',
  },
  {
    fault: 'The token is created, and its answer is lost',
    befalls: async ({ forward, reset }) => {
      await forward();
      reset();
    },
    sees: { heading: unknown, words: 'A token may have been created, so do not start again before you know.' },
    tokens: 1,
    wayOn: 'check',
    ends: 'withoutSecret',
  },
  {
    fault: 'The token is created, its answer is lost, and the user tries again',
    befalls: async ({ forward, reset }) => {
      await forward();
      reset();
    },
    sees: { heading: unknown, words: 'The connection was lost before the answer arrived.' },
    tokens: 1,
    wayOn: 'retry',
    ends: 'withoutSecret',
  },
  {
    fault: 'The connection breaks in the middle of the answer',
    befalls: async ({ forward, reset }) => reset({ answer: await forward(), share: 0.5 }),
    sees: { heading: unknown, words: 'The connection was lost before the answer arrived.' },
    tokens: 1,
    wayOn: 'check',
    ends: 'withoutSecret',
  },
  {
    fault: 'The request hangs until the wizard stops waiting (30 s)',
    befalls: () => {},
    wait: timeout,
    sees: { heading: unknown, words: 'The server did not answer in time.' },
    tokens: 0,
    wayOn: 'retry',
    ends: 'secret',
  },
  {
    fault: 'The token is created, and the wizard stops waiting before its answer comes (30 s)',
    befalls: async ({ forward }) => void (await forward()),
    wait: timeout,
    sees: { heading: unknown, words: 'The server did not answer in time.' },
    tokens: 1,
    wayOn: 'check',
    ends: 'withoutSecret',
  },
  {
    fault: '400: the request is not understood',
    befalls: refuses(400, { body: { title: 'Malformed request', detail: 'The gateway did not understand it.' } }),
    sees: { heading: rejected, words: 'The gateway did not understand it.' },
    tokens: 0,
    wayOn: 'create',
    ends: 'secret',
  },
  {
    fault: '401: the session has expired',
    befalls: refuses(401),
    sees: { heading: 'Sign in again', words: 'Your session has ended.' },
    tokens: 0,
    wayOn: 'signIn',
    ends: 'secret',
  },
  {
    fault: '419: the session has expired, as Laravel says it',
    befalls: refuses(419, { body: { message: 'CSRF token mismatch.' } }),
    sees: { heading: 'Sign in again', words: 'Your session has ended.' },
    tokens: 0,
    wayOn: 'signIn',
    ends: 'secret',
  },
  {
    fault: '403: creating is not allowed',
    befalls: refuses(403, { body: { detail: 'You may not create tokens. Ask your administrator.' } }),
    sees: { heading: rejected, words: 'You may not create tokens. Ask your administrator.' },
    tokens: 0,
    wayOn: 'create',
    ends: 'secret',
  },
  {
    fault: '409: the server still works on a request under this key',
    befalls: refuses(409, { headers: { 'retry-after': '1' } }),
    sees: { heading: unknown, words: 'The server is still working on this request.' },
    tokens: 0,
    wayOn: 'retry',
    ends: 'secret',
  },
  {
    fault: '409: the server says that the name is taken',
    befalls: refuses(409, { body: { errors: { Name: ['This name is taken.'] } } }),
    sees: { heading: 'Set up your token', words: 'This name is taken.' },
    tokens: 0,
    wayOn: 'mend',
    ends: 'secret',
  },
  {
    fault: '422: the server refuses an answer',
    befalls: refuses(422, { body: { errors: [{ detail: 'This name is taken.', pointer: '#/name' }] } }),
    sees: { heading: 'Set up your token', words: 'This name is taken.' },
    tokens: 0,
    wayOn: 'mend',
    ends: 'secret',
  },
  {
    fault: '429: too many requests, with Retry-After in seconds',
    befalls: refuses(429, { headers: { 'retry-after': '90' } }),
    sees: { heading: 'Too many requests', words: 'Nothing you entered is lost.' },
    tokens: 0,
    wait: 90_000,
    wayOn: 'wait',
    ends: 'secret',
  },
  {
    fault: '429: too many requests, with Retry-After as a date',
    befalls: (exchange) => {
      const date = new Date(Date.now() + 90_000).toUTCString();
      return refuses(429, { headers: { 'retry-after': date } })(exchange);
    },
    sees: { heading: 'Too many requests', words: 'Nothing you entered is lost.' },
    tokens: 0,
    wait: 90_000,
    wayOn: 'wait',
    ends: 'secret',
  },
  {
    fault: '500: the server fails before it creates anything',
    befalls: refuses(500),
    sees: { heading: unknown, words: 'The server reported a fault.' },
    tokens: 0,
    wayOn: 'retry',
    ends: 'secret',
  },
  {
    fault: '500: the server fails after it created the token',
    befalls: falsifies(() => ({ status: 500 })),
    sees: { heading: unknown, words: 'The server reported a fault.' },
    tokens: 1,
    wayOn: 'check',
    ends: 'withoutSecret',
  },
  {
    fault: '503: the server is overloaded',
    befalls: refuses(503, { headers: { 'retry-after': '5' } }),
    sees: { heading: unknown, words: 'The server reported a fault.' },
    tokens: 0,
    wayOn: 'retry',
    ends: 'secret',
  },
  {
    fault: 'A web page comes in place of JSON',
    befalls: ({ answer }) => answer({ headers: html, body: '<!doctype html><title>Wi-Fi login</title>' }),
    sees: { heading: unknown, words: 'The answer of the server could not be read.' },
    tokens: 0,
    wayOn: 'retry',
    ends: 'secret',
  },
  {
    fault: 'The token is created, and a web page comes in place of its answer',
    befalls: falsifies(() => ({ headers: html, body: '<!doctype html><title>Gateway</title>' })),
    sees: { heading: unknown, words: 'The answer of the server could not be read.' },
    tokens: 1,
    wayOn: 'check',
    ends: 'withoutSecret',
  },
  {
    fault: 'The token is created, and its answer comes empty',
    befalls: falsifies(({ status }) => ({ status, headers: json })),
    sees: { heading: unknown, words: 'The answer of the server could not be read.' },
    tokens: 1,
    wayOn: 'check',
    ends: 'withoutSecret',
  },
  {
    fault: 'The token is created, and its answer is other JSON than was agreed',
    befalls: falsifies(({ status }) => ({ status, headers: json, body: '{"ok":true}' })),
    sees: { heading: unknown, words: 'The answer of the server could not be read.' },
    tokens: 1,
    wayOn: 'check',
    ends: 'withoutSecret',
  },
];

/** Faults that befall something else than the request. Each has a test of its own under its name. */
export const otherFaults = {
  repeatedByBrowser: {
    fault: 'The token is created, its answer is lost, and the browser repeats the request by itself',
    sees: {
      heading: 'Your token exists, but its secret cannot be shown',
      words: 'revoke this token and create a new one',
    },
    tokens: 1,
    kept: keptByWizard,
    wayOn: 'Done leads to the list, where the token can be revoked.',
    ends: 'withoutSecret',
  },
  offline: {
    fault: 'The computer is offline when Create is pressed',
    sees: { heading: unknown, words: 'The connection was lost before the answer arrived.' },
    tokens: 0,
    kept: keptByWizard,
    wayOn: waysOn.retry,
    ends: 'secret',
  },
  slowContacts: {
    fault: 'The contacts take long to load',
    sees: { heading: 'Contact information', words: 'Loading contacts…' },
    tokens: 0,
    kept: 'Every answer, and other steps stay open.',
    wayOn: 'Nothing to do: the contacts appear once they are there.',
    ends: 'secret',
  },
  failingCatalog: {
    fault: 'The catalog of scopes cannot be loaded',
    sees: { heading: 'Choose API scopes', words: 'The API scopes could not be loaded.' },
    tokens: 0,
    kept: keptByWizard,
    wayOn: 'Try again, as often as it takes.',
    ends: 'secret',
  },
  killedBefore: {
    fault: 'The server is killed (SIGKILL) while it writes the token, and started again',
    sees: { heading: unknown, words: 'The connection was lost before the answer arrived.' },
    tokens: 0,
    kept: keptByWizard,
    wayOn: waysOn.retry,
    ends: 'secret',
  },
  killedAfter: {
    fault: 'The server is killed (SIGKILL) once it has written the token, before it answers, and started again',
    sees: { heading: unknown, words: 'The connection was lost before the answer arrived.' },
    tokens: 1,
    kept: keptByWizard,
    wayOn: waysOn.check,
    ends: 'withoutSecret',
  },
  closedWithDraft: {
    fault: 'The tab is closed before Create is pressed, and the page is opened again',
    sees: { heading: 'Set up your token', words: 'You have been here before: what you entered then was kept.' },
    tokens: 0,
    kept: 'Every answer, where the host keeps drafts.',
    wayOn: 'Next leads through the answers to the review. Create goes on from there.',
    ends: 'secret',
  },
  closedBeforeArrival: {
    fault: 'The tab is closed before the request arrives, and the page is opened again',
    sees: { heading: unknown, words: 'This page was closed before the answer arrived.' },
    tokens: 0,
    kept: 'Every answer and the key of the request, where the host keeps drafts.',
    wayOn: waysOn.retry,
    ends: 'secret',
  },
  closedAfterCreation: {
    fault: 'The token is created, its answer is lost, and the tab is closed and the page opened again',
    sees: { heading: unknown, words: 'This page was closed before the answer arrived.' },
    tokens: 1,
    kept: 'Every answer and the key of the request, where the host keeps drafts.',
    wayOn: waysOn.retry,
    ends: 'withoutSecret',
  },
} as const satisfies Record<string, FaultRow>;

/** The whole matrix, as the documentation shows it. */
export const faultMatrix: readonly FaultRow[] = [
  ...creationFaults.map((row) => ({ ...row, kept: keptByWizard, wayOn: waysOn[row.wayOn] })),
  ...Object.values(otherFaults),
];
