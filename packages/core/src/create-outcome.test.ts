// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readCheckResult, readCreateFailure, readCreateResult } from './create-outcome.js';
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
    ['no status', { token, secret: 'sekret-1' }],
    ['an unknown status', { status: 'ok', token, secret: 'sekret-1' }],
    ['a Response nobody read', new Response('{"status":"created"}')],
  ])('leaves the outcome unknown, and no secret behind, when it is %s', (_, result) => {
    expect(read(result)).toEqual({ outcome: { type: 'unknown', reason: 'malformed' }, secret: undefined });
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
    ['a status as text', { status: '422' }],
    ['a function', () => {}],
  ])('leaves the outcome unknown, as a lost connection does: %s', async (_, error) => {
    expect(await readCreateFailure(error)).toEqual({ type: 'unknown', reason: 'network' });
  });

  test.each([500, 502, 503, 504, 599, 408, 200, 302, 0, -1, 600, Number.NaN, Number.POSITIVE_INFINITY])(
    'leaves the outcome unknown for the status %d',
    async (status) => {
      expect(await readCreateFailure({ status })).toEqual({ type: 'unknown', reason: 'server' });
    },
  );

  test('says that an earlier attempt is still going on, for the status 409', async () => {
    expect(await readCreateFailure(problem(409))).toEqual({ type: 'unknown', reason: 'in-progress' });
  });

  test('says that the session has expired, for the status 401', async () => {
    expect(await readCreateFailure(problem(401))).toEqual({ type: 'sessionExpired' });
    expect(await readCreateFailure(Object.assign(new Error('x'), { status: 401 }))).toEqual({ type: 'sessionExpired' });
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
    ['#/Name', null],
    ['#/', null],
    ['', null],
    ['name', null],
    ['body#/name', null],
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
    ['nothing, if it is JSON but no object', problem(400, '"no"'), ''],
    ['nothing, if its members are of the wrong type', { status: 400, detail: 7, title: null, errors: 'x' }, ''],
    [
      'its detail, if no error can be read',
      { status: 400, detail: 'No.', errors: [null, 'x', 7, {}, { detail: 3 }] },
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
    const errors = Array.from({ length: 1000 }, () => ({ detail: '😀'.repeat(100_000), pointer: '#/name' }));
    const outcome = await readCreateFailure({ status: 422, errors });
    expect(outcome).toEqual(
      rejected(...Array.from({ length: 20 }, (): [string, string] => ['name', '😀'.repeat(150)])),
    );
  });

  test('is cut between characters, not through one', async () => {
    const outcome = await readCreateFailure({ status: 422, detail: `x${'😀'.repeat(300)}` });
    expect(JSON.stringify(outcome)).not.toMatch(/\\ud83d/);
    const broken = await readCreateFailure({ status: 422, detail: `\ud83d${'😀'.repeat(300)}` });
    expect(broken).toEqual(rejected([null, `\ud83d${'😀'.repeat(149)}`]));
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
