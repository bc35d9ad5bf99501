// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readCheckResult, readCreateFailure, readCreateResult } from './create-outcome.js';
import type { CreateTokenResult } from './creation.js';
import { createSecretVault } from './secret-vault.js';

const now = Date.parse('2026-06-30T12:00:00Z');
const day = 24 * 60 * 60 * 1000;

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

function read(result: unknown) {
  const vault = createSecretVault();
  return { outcome: readCreateResult(result, vault), secret: vault.read()?.reveal() };
}

describe('what a host resolves with', () => {
  const token = { id: 't1', name: 'Nightly export', createdAt: '2026-06-30T12:00:00Z', hint: 'tkw_…x7Qp' };

  test('is a token, whose secret goes into the vault and nowhere else', () => {
    const { outcome, secret } = read({ status: 'created', token, secret: 'sekret-1' });
    expect(outcome).toEqual({ type: 'created', token });
    expect(secret).toBe('sekret-1');
  });

  test('may be a token whose secret cannot be shown again', () => {
    expect(read({ status: 'created-without-secret', token })).toEqual({
      outcome: { type: 'createdWithoutSecret', token },
      secret: undefined,
    });
  });

  test.each<[string, unknown]>([
    ['missing', undefined],
    ['empty', ''],
    ['null', null],
    ['a number', 7],
    ['an object', { value: 'sekret-1' }],
  ])('counts as created without a secret when the secret is %s', (_, secret) => {
    expect(read({ status: 'created', token, secret })).toEqual({
      outcome: { type: 'createdWithoutSecret', token },
      secret: undefined,
    });
  });

  test('never carries the secret on, wherever the host repeats it', () => {
    const { outcome, secret } = read({
      status: 'created',
      secret: 'sekret-1',
      token: {
        id: 'id-sekret-1',
        name: 'sekret-1',
        createdAt: 'sekret-1!',
        hint: '…sekret-1',
        secret: 'sekret-1',
        raw: {},
      },
    });
    expect(secret).toBe('sekret-1');
    expect(outcome).toEqual({ type: 'created', token: { id: '' } });
  });

  test('may lack all but the id, or have members of the wrong type', () => {
    expect(
      read({ status: 'created', token: { id: 't1', name: 7, createdAt: null, hint: '' }, secret: 's' }).outcome,
    ).toEqual({ type: 'created', token: { id: 't1' } });
  });

  test.each<[string, unknown, string]>([
    ['is missing', undefined, ''],
    ['is null', null, ''],
    ['has no id', { name: 'x' }, ''],
    ['has an empty id', { id: ' ' }, ''],
    ['has a number as id', { id: 7 }, '7'],
  ])('shows the only copy of the secret, even if the token beside it %s', (_, record, id) => {
    expect(read({ status: 'created', token: record, secret: 'sekret-1' })).toEqual({
      outcome: { type: 'created', token: { id } },
      secret: 'sekret-1',
    });
  });

  test.each<[string, unknown]>([
    ['a replay without a token', { status: 'created-without-secret' }],
    ['created without a token and a secret', { status: 'created', token: null }],
    ['undefined', undefined],
    ['null', null],
    ['text', 'sekret-1'],
    ['a list', []],
    ['a token and no word of its creation', { token }],
    ['a refusal with a token of another kind', { status: 'rejected', issues: [], token: 'csrf-1' }],
    ['a failure with a token of another kind', { status: 403, token: 'csrf-1' }],
    ['a Response nobody read', new Response('{"status":"created"}')],
  ])('names no token, and leaves no secret behind, when it is %s', (_, result) => {
    expect(read(result)).toEqual({ outcome: undefined, secret: undefined });
  });

  test.each<[string, unknown]>([
    ['without a status', { token: { id: 't1' }, secret: 'sekret-1' }],
    ['with another status', { status: 'ok', token: { id: 't1' }, secret: 'sekret-1' }],
    ['with the secret in the token', { status: 'created', token: { id: 't1', secret: 'sekret-1' } }],
    ['flat', { id: 't1', secret: 'sekret-1' }],
    ['flat, with the secret as the token', { id: 't1', token: 'sekret-1' }],
    ['in data', { data: { id: 't1', secret: 'sekret-1' } }],
    [
      'as the response of an HTTP client',
      { status: 201, data: { status: 'created', token: { id: 't1' }, secret: 'sekret-1' } },
    ],
  ])('is a token whose secret is shown, although the server answered %s', (_, result) => {
    expect(read(result)).toEqual({ outcome: { type: 'created', token: { id: 't1' } }, secret: 'sekret-1' });
  });
});

const problem = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

describe('what a host rejects with', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'failed'],
    ['a number', 500],
    ['an error without a status', new TypeError('Failed to fetch')],
    ['an abort', new DOMException('aborted', 'AbortError')],
    ['a status in words', { status: 'failed' }],
    ['a function', () => {}],
  ])('leaves the outcome unknown, as a lost connection does: %s', async (_, error) => {
    expect(await readCreateFailure(error)).toEqual({ type: 'unknown', reason: 'network' });
  });

  test.each([
    ...[500, 502, 503, 504, 599, 408].map((status) => [status, 'server'] as const),
    ...[200, 204].map((status) => [status, 'malformed'] as const),
    ...[301, 303, 307].map((status) => [status, 'redirected'] as const),
    ...[0, -1, 600, Number.NaN, Number.POSITIVE_INFINITY].map((status) => [status, 'network'] as const),
  ])('leaves the outcome unknown for the status %d, for the reason "%s"', async (status, reason) => {
    expect(await readCreateFailure({ status })).toEqual({ type: 'unknown', reason });
  });

  describe('with the status 409', () => {
    test.each<[string, unknown]>([
      ['nothing', problem(409)],
      ['only the status text', problem(409, { statusCode: 409, message: 'Conflict' })],
      ['a title only', problem(409, { title: 'Conflict', status: 409 })],
      [
        'a problem about the key',
        problem(409, { type: 'https://api.example.com/problems/request-in-progress', detail: 'Please wait.' }),
      ],
      [
        'the words of the standard',
        problem(409, {
          title: 'A request is outstanding for this Idempotency-Key',
          detail:
            'A request with the same Idempotency-Key for the same operation is being processed or is outstanding.',
        }),
      ],
      [
        'a code about the key',
        problem(409, { error: { code: 'idempotency_key_in_use', message: 'There is another request.' } }),
      ],
      ['when to ask again', problem(409, { detail: 'Please wait.' }, { 'Retry-After': '1' })],
      ['words in plain text', problem(409, 'The first request is still running.')],
      ['that it got the request twice', problem(409, { message: 'Duplicate request.' })],
    ])('says that an earlier attempt is still going on, if the server says %s', async (_, error) => {
      expect(await readCreateFailure(error)).toEqual({ type: 'unknown', reason: 'in-progress' });
    });

    test.each([
      [422, { title: 'Idempotency-Key is already used', detail: 'Do not reuse it across different payloads.' }],
      [
        400,
        {
          error: {
            type: 'idempotency_error',
            message:
              'Keys for idempotent requests can only be used with the same parameters they were first used with.',
          },
        },
      ],
      [
        422,
        { error: 'IdempotentParameterMismatch', message: 'The request uses the same client token as a previous one.' },
      ],
    ])(
      'does not call it a refusal when a %i says that the key came with another request before',
      async (status, body) => {
        const error = new Response(JSON.stringify(body), { status });
        expect(await readCreateFailure(error)).toEqual({ type: 'unknown', reason: 'key-reused' });
      },
    );

    test.each([
      [422, { detail: 'The Idempotency-Key header is missing.' }],
      [410, { type: '/problems/idempotency-key-void', detail: 'Nothing was created. Send a new key.' }],
    ])('calls it a refusal when a %i says anything else about the key', async (status, body) => {
      const error = new Response(JSON.stringify(body), { status });
      expect(await readCreateFailure(error)).toMatchObject({ type: 'rejected' });
    });

    test.each<[string, unknown, string | null, string]>([
      [
        'names a field',
        { detail: 'A token with this name exists', errors: [{ detail: 'Taken.', pointer: '#/name' }] },
        'name',
        'Taken.',
      ],
      [
        'names a field, and the text could be about a key',
        { errors: { name: ['A token of this name is in progress.'] } },
        'name',
        'A token of this name is in progress.',
      ],
      [
        'gives a reason',
        { title: 'Conflict', detail: 'A token with this name exists.' },
        null,
        'A token with this name exists.',
      ],
      [
        'gives a reason with a word that contains "lock"',
        { detail: 'This contact is blocked.' },
        null,
        'This contact is blocked.',
      ],
      [
        'gives a reason as NestJS does',
        { statusCode: 409, message: 'You have too many tokens.', error: 'Conflict' },
        null,
        'You have too many tokens.',
      ],
    ])('is a refusal, if the server %s', async (_, body, field, detail) => {
      expect(await readCreateFailure(problem(409, body))).toEqual({
        type: 'rejected',
        issues: [{ field, code: 'server.rejected', detail }],
      });
    });
  });

  const loginPage = '<!doctype html><form><input type="password"></form>';

  /** As `fetch` gives it when it has followed a redirect. */
  const redirectedTo = (status: number, body: unknown) =>
    Object.defineProperty(problem(status, body), 'redirected', { value: true });

  test.each<[string, unknown]>([
    ...[401, 419, 440].map((status): [string, unknown] => [
      `the status ${status}`,
      problem(status, { message: 'Expired.' }),
    ]),
    ['an error with the status 401', Object.assign(new Error('x'), { status: 401 })],
    ['a 403 that is a login page', problem(403, loginPage)],
    ['a 403 that links to a login page', problem(403, '<html><a href="/users/sign_in">Continue</a></html>')],
    ['a code of a GraphQL server', { graphQLErrors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] }],
    ['a code of a sign-in library', { error: 'login_required' }],
    ['a body that never ends', new Response(new ReadableStream(), { status: 401 })],
  ])('says that the session has expired, for %s', async (_, error) => {
    const outcome = readCreateFailure(error);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await outcome).toEqual({ type: 'sessionExpired' });
  });

  test.each(['<!doctype html><h1>Forbidden</h1>', '<html><p>Ask whoever is assigning the roles.</p></html>'])(
    'is a refusal, for a 403 that is another page: %s',
    async (page) => {
      expect(await readCreateFailure(problem(403, page))).toMatchObject({ type: 'rejected' });
    },
  );

  test.each<[string, unknown]>([
    ['to a login page', redirectedTo(200, loginPage)],
    ['to an address that refuses for the want of a session', redirectedTo(401, {})],
    ['to another origin, which is not followed', { status: 0, redirected: true }],
  ])('says after a redirect %s that the session has expired, and that a token may exist', async (_, error) => {
    expect(await readCreateFailure(error)).toEqual({ type: 'sessionExpired', uncertain: true });
  });

  test.each<[string, unknown]>([
    ['404', redirectedTo(404, { detail: 'Not found.' })],
    ['403', redirectedTo(403, { errors: [{ pointer: '#/name', detail: 'No.' }] })],
    ['429', redirectedTo(429, {})],
    ['500', redirectedTo(500, {})],
    ['200', redirectedTo(200, {})],
    ['a page that is not found', redirectedTo(404, '<h1>Not found</h1>')],
  ])('never says after a redirect that no token was created: %s', async (_, error) => {
    expect(await readCreateFailure(error)).toEqual({ type: 'unknown', reason: 'redirected' });
  });

  test.each<[string, unknown, object]>([
    [
      'nothing is known of why',
      { sent: false },
      { type: 'rejected', issues: [{ field: null, code: 'request.notSent' }] },
    ],
    [
      'a server of the host failed',
      { sent: false, cause: problem(500) },
      { type: 'rejected', issues: [{ code: 'request.notSent' }] },
    ],
    [
      'a server of the host was busy',
      { sent: false, cause: problem(409) },
      { type: 'rejected', issues: [{ code: 'request.notSent' }] },
    ],
    ['the session has expired', { sent: false, cause: problem(401) }, { type: 'sessionExpired' }],
    ['the user has to sign in', { sent: false, cause: { error: 'login_required' } }, { type: 'sessionExpired' }],
  ])('says that nothing was sent, if the host says so and %s', async (_, error, outcome) => {
    expect(await readCreateFailure(error)).toMatchObject(outcome);
  });

  test.each<[string, unknown, number]>([
    ['seconds', '120', 120_000],
    ['no time at all', '0', 0],
    ['a number', 2.5, 2500],
    ['a date', 'Tue, 30 Jun 2026 12:01:00 GMT', 60_000],
    ['a date that is over', 'Tue, 30 Jun 2026 11:00:00 GMT', 0],
    ['less than nothing', '-5', 0],
    ['a year', '31536000', day],
    ['for ever', Number.POSITIVE_INFINITY, day],
    ['a date next year', 'Wed, 30 Jun 2027 12:00:00 GMT', day],
    ['words', 'soon', 30_000],
    ['no text', '', 30_000],
    ['a space', ' ', 30_000],
    ['null', null, 30_000],
    ['undefined', undefined, 30_000],
    ['no number', Number.NaN, 30_000],
    ['an object', {}, 30_000],
  ])('says until when to wait, for the status 429 and Retry-After as %s', async (_, retryAfter, delay) => {
    expect(await readCreateFailure({ status: 429, retryAfter })).toEqual({ type: 'rateLimited', retryAt: now + delay });
  });

  test('reads Retry-After from the headers of a response', async () => {
    expect(await readCreateFailure(problem(429, {}, { 'Retry-After': '90' }))).toEqual({
      type: 'rateLimited',
      retryAt: now + 90_000,
    });
    expect(await readCreateFailure(problem(429))).toEqual({ type: 'rateLimited', retryAt: now + 30_000 });
  });

  test('leaves the outcome unknown where a server is unavailable, even if it says for how long', async () => {
    expect(await readCreateFailure({ status: 503, retryAfter: '60' })).toEqual({ type: 'unknown', reason: 'server' });
  });
});

describe('a rejection by the server', () => {
  const rejected = (...issues: [field: string | null, detail: string][]) => ({
    type: 'rejected',
    issues: issues.map(([field, detail]) => ({ field, code: 'server.rejected', detail })),
  });

  test.each(['name', 'description', 'version', 'primaryContact', 'developerEmails', 'scopes'])(
    'leads to the field that its pointer names: %s',
    async (field) => {
      const errors = [{ detail: 'Not this one.', pointer: `#/${field}` }];
      expect(await readCreateFailure(problem(422, { title: 'Invalid', errors }))).toEqual(
        rejected([field, 'Not this one.']),
      );
    },
  );

  test.each<[unknown, string | null]>([
    ['/name', 'name'],
    ['#/scopes/3', 'scopes'],
    ['#/developerEmails/0/address', 'developerEmails'],
    ['#/constructor', null],
    ['#/__proto__', null],
    ['#/Name', 'name'],
    ['#/developer_emails/0', 'developerEmails'],
    ['/data/attributes/primary-contact', 'primaryContact'],
    ['#/', null],
    ['', null],
    ['name', 'name'],
    ['body#/name', 'name'],
    ['#/nickname', null],
    [undefined, null],
    [7, null],
    [{}, null],
  ])('with the pointer %j leads to the field %j', async (pointer, field) => {
    const errors = [{ detail: 'Not this one.', pointer }];
    expect(await readCreateFailure({ status: 422, errors })).toEqual(rejected([field, 'Not this one.']));
  });

  test('keeps several errors apart, in order', async () => {
    const errors = [
      { detail: ' Taken. ', pointer: '#/name' },
      { detail: 'Over quota.' },
      { detail: 'Gone.', pointer: '#/scopes/0' },
    ];
    expect(await readCreateFailure({ status: 400, errors })).toEqual(
      rejected(['name', 'Taken.'], [null, 'Over quota.'], ['scopes', 'Gone.']),
    );
  });

  test.each<[string, unknown, string]>([
    ['its detail', problem(403, { title: 'Forbidden', detail: 'Not in this account.' }), 'Not in this account.'],
    ['its title, if there is no detail', problem(403, { title: 'Forbidden', detail: ' ' }), 'Forbidden'],
    ['nothing, if it says nothing', problem(403), ''],
    ['nothing, if it is no JSON', problem(400, '<h1>Bad Request</h1>'), ''],
    ['its text, if it is nothing else', problem(400, 'Not today.'), 'Not today.'],
    ['its text, if it is JSON but no object', problem(400, '"Not today."'), 'Not today.'],
    ['nothing, if the JSON breaks off', problem(400, '{"detail": "Not tod'), ''],
    ['nothing, if its members are of the wrong type', { status: 400, detail: 7, title: null, errors: 'x' }, ''],
    [
      'its detail, if no error can be read',
      { status: 400, detail: 'No.', errors: [null, '', 7, {}, { detail: 3 }] },
      'No.',
    ],
    ['its detail, where it is an Error', Object.assign(new Error('x'), { status: 404, detail: 'No.' }), 'No.'],
  ])('that has no error of a field says %s', async (_, error, detail) => {
    expect(await readCreateFailure(error)).toEqual(rejected([null, detail]));
  });

  test('is a rejection, although the host has read the body already', async () => {
    const response = problem(422, { detail: 'Taken.' });
    await response.text();
    expect(await readCreateFailure(response)).toEqual(rejected([null, '']));
  });

  test('leaves the body for the host to read', async () => {
    const response = problem(422, { detail: 'Taken.' });
    await readCreateFailure(response);
    expect(await response.json()).toEqual({ detail: 'Taken.' });
  });

  test('is cut to a size that can be shown: 20 errors of 300 characters', async () => {
    const long = '😀'.repeat(100_000);
    const errors = Array.from({ length: 1000 }, (_, position) => ({ detail: `${position}${long}`, pointer: '#/name' }));
    const outcome = await readCreateFailure({ status: 422, errors });
    expect(outcome).toEqual(
      rejected(
        ...Array.from({ length: 20 }, (_, position): [string, string] => ['name', `${position}${'😀'.repeat(149)}`]),
      ),
    );
  });

  test('is cut between characters, not through one', async () => {
    const outcome = await readCreateFailure({ status: 422, detail: `x${'😀'.repeat(300)}` });
    expect(JSON.stringify(outcome)).not.toMatch(/\\ud83d/);
    const broken = await readCreateFailure({ status: 422, detail: `\ud83d${'😀'.repeat(300)}` });
    expect(broken).toEqual(rejected([null, `\ud83d${'😀'.repeat(149)}`]));
  });
});

describe('a refusal that a host returns, as a server function does', () => {
  test.each<[CreateTokenResult, object]>([
    [
      {
        status: 'rejected',
        issues: [{ field: 'name', detail: 'Taken.' }, { detail: 'Over quota.' }, { field: 'seat', detail: 'None.' }],
      },
      {
        type: 'rejected',
        issues: [
          { field: 'name', detail: 'Taken.' },
          { field: null, detail: 'Over quota.' },
          { field: null, detail: 'None.' },
        ],
      },
    ],
    [
      { status: 'rejected', issues: [] },
      { type: 'rejected', issues: [{ field: null, detail: '' }] },
    ],
    [{ status: 'session-expired' }, { type: 'sessionExpired' }],
    [
      { status: 'rate-limited', retryAfter: 60 },
      { type: 'rateLimited', retryAt: now + 60_000 },
    ],
  ])('is one: %j', async (result, outcome) => {
    expect(read(result)).toEqual({ outcome: undefined, secret: undefined });
    expect(await readCreateFailure(result, 'malformed')).toMatchObject(outcome);
  });

  test('is not what Promise.allSettled says of a promise, whatever became of that', async () => {
    expect(await readCreateFailure({ status: 'rejected', reason: new TypeError('x') }, 'malformed')).toEqual({
      type: 'unknown',
      reason: 'malformed',
    });
  });
});

describe('what a host finds out about a lost attempt', () => {
  test('is that nothing was created', () => {
    expect(readCheckResult({ status: 'not-created', token: { id: 't1' } })).toEqual({ status: 'not-created' });
  });

  test('is the token, and nothing the wizard does not know', () => {
    expect(readCheckResult({ status: 'created', token: { id: 't1', name: 'x', secret: 'sekret-1' } })).toEqual({
      status: 'created',
      token: { id: 't1', name: 'x' },
    });
  });

  test.each([
    undefined,
    null,
    true,
    'created',
    {},
    { status: 'created' },
    { status: 'created', token: {} },
    { token: { id: 't1' } },
  ])('is unusable when it is %j', (result) => {
    expect(readCheckResult(result)).toBeUndefined();
  });
});
