// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openApp, signedIn, validRequest } from './app.fixture.js';

describe('a request that the wizard would not send', () => {
  const { name: _, ...withoutName } = validRequest;

  test.each<[string, unknown, string, RegExp]>([
    ['without a name', { ...validRequest, name: '  ' }, '#/name', /needs a name/],
    ['without the member name', withoutName, '#/name', /must be a string/],
    ['with a name of 65 characters', { ...validRequest, name: 'n'.repeat(65) }, '#/name', /65 characters.+most 64/],
    ['with a bidi override in the name', { ...validRequest, name: 'a\u202eb' }, '#/name', /U\+202E/],
    ['with a line break in the name', { ...validRequest, name: 'a\nb' }, '#/name', /U\+000A/],
    ['with a lone surrogate in the name', { ...validRequest, name: 'a\ud800' }, '#/name', /U\+D800/],
    ['with a name that is a number', { ...validRequest, name: 7 }, '#/name', /must be a string/],
    ['with a long description', { ...validRequest, description: 'd'.repeat(501) }, '#/description', /501.+most 500/],
    ['for a version that is not offered', { ...validRequest, version: '14' }, '#/version', /no version "14"/],
    ['for the version __proto__', { ...validRequest, version: '__proto__' }, '#/version', /no version/],
    ['with a foreign contact', { ...validRequest, primaryContact: 'user-9' }, '#/primaryContact', /not a contact/],
    ['with a bad e-mail', { ...validRequest, developerEmails: ['a@b@c'] }, '#/developerEmails', /not a valid e-mail/],
    [
      'with 51 e-mails',
      { ...validRequest, developerEmails: Array.from({ length: 51 }, (_, n) => `a${n}@b.example`) },
      '#/developerEmails',
      /51 e-mail.+most 50/,
    ],
    ['without scopes', { ...validRequest, scopes: [] }, '#/scopes', /at least one/],
    [
      'with an unknown scope',
      { ...validRequest, scopes: ['get:/Mediapartners/{}/Ads', 'ads.drop'] },
      '#/scopes',
      /no scope "ads.drop"/,
    ],
    ['with the scope constructor', { ...validRequest, scopes: ['constructor'] }, '#/scopes', /no scope/],
    [
      'with a scope twice',
      { ...validRequest, scopes: ['get:/Mediapartners/{}/Ads', 'get:/Mediapartners/{}/Ads'] },
      '#/scopes',
      /more than once/,
    ],
    [
      'with a scope of a later version',
      { ...validRequest, version: '15', scopes: ['get:/Mediapartners/{}/Stores'] },
      '#/scopes',
      /no scope/,
    ],
    [
      'without what a scope requires',
      { ...validRequest, scopes: ['put:/Mediapartners/{}/Jobs/{}/Replay'] },
      '#/scopes',
      /without "get:\/Mediapartners\/\{\}\/Jobs\/\{\}"/,
    ],
    [
      'with scopes that are no list',
      { ...validRequest, scopes: 'get:/Mediapartners/{}/Ads' },
      '#/scopes',
      /array of strings/,
    ],
    ['with an unknown member', { ...validRequest, admin: true }, '#/admin', /not known/],
    [
      'with a member __proto__',
      `${JSON.stringify(validRequest).slice(0, -1)},"__proto__":{}}`,
      '#/__proto__',
      /not known/,
    ],
    [
      'with a member whose name needs escaping',
      { ...validRequest, 'a/b~ \ud800': 1 },
      '#/a~1b~0%20%EF%BF%BD',
      /not known/,
    ],
    ['that is a list', [validRequest], '#', /must be a JSON object/],
    ['that is null', 'null', '#', /must be a JSON object/],
  ])('%s is refused with the member to mend, and stores nothing', async (_title, body, pointer, detail) => {
    const { post, countTokens } = await openApp(onTestFinished);
    const response = await post(body);
    expect(response.status).toBe(422);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = await response.json();
    expect(problem).toMatchObject({
      type: 'tag:tokenwright.example,2026:invalid-token-request',
      title: expect.any(String),
      status: 422,
      detail: expect.any(String),
    });
    expect(problem.errors).toEqual([{ pointer, detail: expect.stringMatching(detail) }]);
    expect(await countTokens()).toBe(0);
  });

  test('with several mistakes is told all of them at once', async () => {
    const { post } = await openApp(onTestFinished);
    const response = await post({ ...validRequest, name: '', primaryContact: '', scopes: [] });
    const { errors } = await response.json();
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/name',
      '#/primaryContact',
      '#/scopes',
    ]);
  });

  test('with thousands of mistakes is not answered with thousands of errors', async () => {
    const { post } = await openApp(onTestFinished);
    const response = await post({ ...validRequest, scopes: Array.from({ length: 5000 }, (_, n) => `x${n}`) });
    expect((await response.json()).errors).toHaveLength(20);
  });
});

describe('text that is much too long', () => {
  // Bringing marks into order takes a time that grows with the square of their number: 64 KiB would hold up every request.
  const marks = '\u0301\u0316'.repeat(15_000);

  test.each(['name', 'description', 'developerEmails', 'version', 'primaryContact', 'scopes'] as const)(
    'in %s is refused without such a run of marks being normalised',
    async (field) => {
      const { post } = await openApp(onTestFinished);
      const normalize = vi.spyOn(String.prototype, 'normalize');
      onTestFinished(() => normalize.mockRestore());
      const isList = Array.isArray(validRequest[field]);
      const response = await post({ ...validRequest, [field]: isList ? [marks] : marks });
      const normalized = normalize.mock.contexts.map(String);
      expect(response.status).toBe(422);
      expect((await response.json()).errors[0].pointer).toBe(`#/${field}`);
      expect(normalized.filter((text) => text.includes(marks.slice(0, 1_000)))).toEqual([]);
    },
  );
});

describe('a request that cannot be read', () => {
  test.each<[string, string, number]>([
    ['is not JSON', '{"name":', 400],
    ['is empty', '', 400],
    ['has a trailing comma', '{"name":"x",}', 400],
    ['is larger than 64 KiB', JSON.stringify({ ...validRequest, description: 'd'.repeat(64 * 1024) }), 413],
  ])('because it %s is refused as such, and stores nothing', async (_title, body, status) => {
    const { post, countTokens } = await openApp(onTestFinished);
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = await response.json();
    expect(problem).toMatchObject({
      type: 'about:blank',
      status,
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect(JSON.stringify(problem)).not.toMatch(/SyntaxError|at \w+ \(/);
    expect(await countTokens()).toBe(0);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'because its content type is %j is refused with 415, and stores nothing',
    async (type) => {
      const { post, countTokens } = await openApp(onTestFinished);
      const response = await post(validRequest, { headers: { 'Content-Type': type } });
      expect(response.status).toBe(415);
      expect((await response.json()).detail).toContain('application/json');
      expect(await countTokens()).toBe(0);
    },
  );

  test('because it is not UTF-8 is refused, rather than stored with its letters replaced', async () => {
    const { app, countTokens } = await openApp(onTestFinished);
    const body = Buffer.from(JSON.stringify({ ...validRequest, name: 'caf\u00e9' }), 'latin1');
    const headers = { ...signedIn, 'Content-Type': 'application/json; charset=utf-8', 'Idempotency-Key': '"k"' };
    const response = await app.request('/api/tokens', { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await countTokens()).toBe(0);
  });

  test('because it is a stream without a length that grows over 64 KiB is cut off with 413', async () => {
    const { app, countTokens } = await openApp(onTestFinished);
    // What Node asks for when a body is a stream; the DOM's types do not know it.
    const streaming = { duplex: 'half' };
    const body = new Blob(['['.repeat(70_000)]).stream();
    const headers = { ...signedIn, 'Content-Type': 'application/json', 'Idempotency-Key': '"k"' };
    const request = new Request('http://localhost/api/tokens', { method: 'POST', headers, body, ...streaming });
    expect((await app.request(request)).status).toBe(413);
    expect(await countTokens()).toBe(0);
  });
});

describe('hostile text', () => {
  /** The public list of naughty strings is test data outside the repository; some of its kinds stand in for it. */
  const list = new URL('../../../../../shared/catalogs/strings/blns.json', import.meta.url);
  const strings: readonly string[] = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : [
        '',
        'null',
        "' OR 1=1 --",
        '<script>alert(1)</script>',
        'Ω≈ç√∫˜µ≤≥÷',
        'e\u0301',
        '\u202etest',
        '\u0000',
        '👩‍👩‍👧‍👦'.repeat(40),
        '\ufeffname\u00a0',
        '{{7*7}}',
      ];

  // Some five hundred requests.
  const timeout = 30_000;

  test('is stored and listed as it was typed, or refused by a rule that names the member', { timeout }, async () => {
    const { get, post } = await openApp(onTestFinished);
    const stored = new Map<string, string>();
    for (const text of strings) {
      const response = await post({ ...validRequest, name: text, description: text });
      if (response.status === 201) {
        stored.set((await response.json()).token.id, text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim());
        continue;
      }
      expect(response.status, JSON.stringify(text)).toBe(422);
      const { errors } = await response.json();
      expect(errors.length).toBeGreaterThan(0);
      for (const { pointer, detail } of errors) {
        expect(['#/name', '#/description']).toContain(pointer);
        expect(detail).toMatch(/needs a name|At most|is not allowed/);
      }
    }
    const listed: readonly { id: string; name: string; description: string }[] = await (
      await get('/api/tokens')
    ).json();
    expect(new Map(listed.map(({ id, name }) => [id, name]))).toEqual(stored);
    expect(new Map(listed.map(({ id, description }) => [id, description]))).toEqual(stored);
    expect(stored.size).toBeGreaterThan(strings.length / 2);
  });
});
