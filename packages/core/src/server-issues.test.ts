// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { readCreateFailure } from './create-outcome.js';

/** What the wizard shows of a refusal: the field, if there is one, and the text. */
async function shown(body: unknown, status = 422) {
  const outcome = await readCreateFailure(
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }),
  );
  if (outcome.type !== 'rejected') return outcome;
  return outcome.issues.map((issue) => [issue.field, issue.code === 'server.rejected' ? issue.detail : issue.code]);
}

const taken = 'This name is taken.';

describe("the server's text is shown at its field, when the server answers as", () => {
  test.each<[string, unknown]>([
    ['RFC 9457', { title: 'Invalid', status: 422, errors: [{ detail: taken, pointer: '#/name' }] }],
    ['RFC 9457 with the wrapper "body"', { errors: [{ detail: taken, pointer: '#/body/name' }] }],
    ['RFC 7807 §3', { title: 'Invalid', 'invalid-params': [{ name: 'name', reason: taken }] }],
    [
      'ASP.NET Core',
      { title: 'One or more validation errors occurred.', status: 400, errors: { Name: [taken] }, traceId: '00-1' },
    ],
    ['ASP.NET Web API', { Message: 'The request is invalid.', ModelState: { 'request.Name': [taken] } }],
    ['FluentValidation', [{ propertyName: 'Name', errorMessage: taken, attemptedValue: 'Nightly export' }]],
    ['Laravel', { message: `${taken} (and 1 more error)`, errors: { name: [taken] } }],
    [
      'Symfony',
      {
        type: 'https://symfony.com/errors/validation',
        title: 'Validation Failed',
        detail: `name: ${taken}`,
        violations: [{ propertyPath: 'name', title: taken }],
      },
    ],
    ['Django REST framework', { name: [taken] }],
    [
      'FastAPI',
      {
        detail: [
          { type: 'value_error', loc: ['body', 'name'], msg: taken, input: 'Nightly export', ctx: { name: 'x' } },
        ],
      },
    ],
    ['marshmallow', { messages: { json: { name: [taken] } } }],
    ['webargs', { code: 422, errors: { json: { name: [taken] } }, status: 'Unprocessable Entity' }],
    ['Rails', { errors: { name: [taken] } }],
    ['Rails in one text', { errors: ['Name is taken.'] }],
    ['Phoenix', { errors: { name: [taken] } }],
    [
      'Spring',
      {
        timestamp: '2026-06-30',
        status: 400,
        error: 'Bad Request',
        path: '/api/tokens',
        errors: [
          {
            objectName: 'tokenRequest',
            field: 'name',
            rejectedValue: 'x',
            code: 'Unique',
            arguments: [{ defaultMessage: 'x' }],
            defaultMessage: taken,
          },
        ],
      },
    ],
    ['Spring with a map', { status: 'BAD_REQUEST', fieldErrors: { name: taken } }],
    [
      'Quarkus',
      { title: 'Constraint Violation', status: 400, violations: [{ field: 'create.request.name', message: taken }] },
    ],
    ['Micronaut', { message: 'Bad Request', _embedded: { errors: [{ message: taken, path: '/name' }] } }],
    ['NestJS', { statusCode: 400, message: ['name is taken.'], error: 'Bad Request' }],
    ['class-validator', [{ property: 'name', target: {}, value: 'x', constraints: { isUnique: taken }, children: [] }]],
    [
      'express-validator 7',
      { errors: [{ type: 'field', value: 'Nightly export', msg: taken, path: 'name', location: 'body' }] },
    ],
    ['express-validator 6', { errors: [{ value: 'x', msg: taken, param: 'name', location: 'body' }] }],
    ['express-validator, mapped', { errors: { name: { type: 'field', msg: taken, path: 'name', location: 'body' } } }],
    [
      'AJV',
      {
        errors: [
          {
            instancePath: '/name',
            schemaPath: '#/properties/name/unique',
            keyword: 'unique',
            params: {},
            message: taken,
          },
        ],
      },
    ],
    ['AJV 6', { errors: [{ keyword: 'unique', dataPath: '.name', params: {}, message: taken }] }],
    [
      'AJV, for a member that is missing',
      { errors: [{ instancePath: '', keyword: 'required', params: { missingProperty: 'name' }, message: taken }] },
    ],
    [
      'Fastify',
      {
        statusCode: 400,
        code: 'FST_ERR_VALIDATION',
        error: 'Bad Request',
        message: `body/name ${taken}`,
        validation: [{ instancePath: '/name', message: taken }],
      },
    ],
    [
      'Zod',
      { success: false, error: { name: 'ZodError', issues: [{ code: 'custom', path: ['name'], message: taken }] } },
    ],
    [
      'Zod 4 as text',
      {
        success: false,
        error: {
          name: 'ZodError',
          message: JSON.stringify([{ code: 'custom', path: ['name'], message: taken }], null, 2),
        },
      },
    ],
    ['Zod, flattened', { error: { formErrors: [], fieldErrors: { name: [taken] } } }],
    ['Zod, formatted', { error: { _errors: [], name: { _errors: [taken] } } }],
    ['Zod, as a tree', { errors: [], properties: { name: { errors: [taken] } } }],
    [
      'Valibot',
      {
        issues: [
          {
            kind: 'validation',
            input: 'x',
            message: taken,
            path: [{ type: 'object', input: { description: '', name: 'x' }, key: 'name', value: 'x' }],
          },
        ],
      },
    ],
    [
      'Joi',
      { details: [{ message: taken, path: ['name'], type: 'any.custom', context: { label: 'name', key: 'name' } }] },
    ],
    [
      'celebrate',
      {
        statusCode: 400,
        error: 'Bad Request',
        message: 'Validation failed',
        validation: { body: { source: 'body', keys: ['name'], message: taken } },
      },
    ],
    ['Yup', { name: 'ValidationError', errors: [taken], inner: [{ path: 'name', message: taken }] }],
    [
      'Mongoose',
      {
        name: 'ValidationError',
        message: 'Validation failed',
        errors: { name: { name: 'ValidatorError', message: taken, kind: 'unique', path: 'name', value: 'x' } },
      },
    ],
    [
      'Strapi',
      {
        data: null,
        error: {
          status: 400,
          name: 'ValidationError',
          message: '2 errors',
          details: { errors: [{ path: ['name'], message: taken, name: 'ValidationError' }] },
        },
      },
    ],
    ['Adonis', { errors: [{ rule: 'unique', field: 'name', message: taken }] }],
    [
      'JSON:API',
      { errors: [{ status: '422', title: 'Invalid', detail: taken, source: { pointer: '/data/attributes/name' } }] },
    ],
    ['JSend', { status: 'fail', data: { name: taken } }],
    [
      'Google',
      {
        error: {
          code: 400,
          message: 'Invalid',
          status: 'INVALID_ARGUMENT',
          details: [
            {
              '@type': 'type.googleapis.com/google.rpc.BadRequest',
              fieldViolations: [{ field: 'token.name', description: taken }],
            },
          ],
        },
      },
    ],
    [
      'OData',
      {
        error: {
          code: 'Invalid',
          message: 'Several errors',
          details: [{ code: 'Taken', target: 'Name', message: taken }],
        },
      },
    ],
    ['Stripe', { error: { type: 'invalid_request_error', param: 'name', message: taken } }],
    [
      'GitHub',
      { message: 'Validation Failed', errors: [{ resource: 'Token', field: 'name', code: 'custom', message: taken }] },
    ],
    [
      'GraphQL',
      { errors: [{ message: taken, path: ['createToken'], extensions: { code: 'BAD_USER_INPUT', field: 'name' } }] },
    ],
    [
      'Lighthouse',
      { errors: [{ message: 'Validation failed', extensions: { validation: { 'input.name': [taken] } } }] },
    ],
    [
      'tRPC with Zod',
      {
        error: {
          json: {
            message: 'Invalid',
            data: { httpStatus: 400, zodError: { formErrors: [], fieldErrors: { name: [taken] } } },
          },
        },
      },
    ],
    ['a map with text', { error: 'Invalid', details: { name: taken } }],
    ['Ecto, nested', { errors: { name: [{ value: [taken] }, {}] } }],
    ['Django REST framework, nested', { name: [{}, { value: [taken] }] }],
    ['CakePHP', { message: 'A validation error occurred', errors: { name: { _isUnique: taken } } }],
    ['Valibot, flattened', { nested: { name: [taken] } }],
    ['AWS', { message: 'Invalid input', fieldList: [{ path: '/name', message: taken }] }],
    ['Salesforce', [{ message: taken, errorCode: 'DUPLICATE', fields: ['Name'] }]],
    ['HubSpot', { message: 'Invalid', errors: [{ message: taken, context: { propertyName: ['name'] } }] }],
    ['Twirp', { code: 'invalid_argument', msg: taken, meta: { argument: 'name' } }],
    ['Huma', { title: 'Unprocessable Entity', errors: [{ message: taken, location: 'body.name', value: 'x' }] }],
    [
      'drf-standardized-errors',
      { type: 'validation_error', errors: [{ code: 'unique', detail: taken, attr: 'name' }] },
    ],
    ['ABP', { error: { message: 'Not valid', validationErrors: [{ message: taken, members: ['name'] }] } }],
    [
      'ServiceStack',
      { responseStatus: { errorCode: 'x', message: taken, errors: [{ fieldName: 'Name', message: taken }] } },
    ],
    ['ts-rest', { bodyErrors: { name: 'ZodError', issues: [{ path: ['name'], message: taken }] } }],
    [
      'Kubernetes',
      {
        kind: 'Status',
        message: 'Invalid',
        details: { name: 'x', causes: [{ message: taken, field: 'metadata.name' }] },
      },
    ],
    ['a result of the wizard whose issues are a map', { status: 'rejected', issues: { name: [taken] } }],
  ])('%s', async (_, body) => {
    const issues = await shown(body);
    expect(issues).toEqual([['name', expect.stringMatching(/^(This )?name is taken\.$/i)]]);
  });

  test.each([
    'developerEmails',
    'developer_emails',
    'DeveloperEmails',
    'developer-emails[0]',
    'DeveloperEmails.0',
    '$.developerEmails[0]',
    'body.developerEmails',
    'data/attributes/developer_emails/3',
    '#/Developer_Emails/0',
  ])('a member or a path of it, spelled "%s"', async (field) => {
    expect(await shown({ errors: [{ field, message: 'No.' }] })).toEqual([['developerEmails', 'No.']]);
    expect(await shown({ errors: { [field]: ['No.'] } })).toEqual([['developerEmails', 'No.']]);
  });

  test.each<[string, string]>([
    ['body/name must NOT have fewer than 3 characters', 'name'],
    ['request.name: must not be blank', 'name'],
    ['"name" is required', 'name'],
    ['"developerEmails[0]" must be a valid email', 'developerEmails'],
  ])('a text that begins with a path: %s', async (message, field) => {
    expect(await shown({ statusCode: 400, error: 'Bad Request', message })).toEqual([[field, message]]);
  });

  test.each<[string, string]>([
    ['Developer emails is invalid', 'developerEmails'],
    ["Primary contact can't be blank", 'primaryContact'],
    ['each value in developerEmails must be an email', 'developerEmails'],
  ])('one of several texts, which begins with its field: %s', async (text, field) => {
    expect(await shown({ errors: [text, 'Over quota.'] })).toEqual([
      [field, text],
      [null, 'Over quota.'],
    ]);
  });

  test.each([
    ['tokenName', 'name'],
    ['api_version', 'version'],
    ['versionId', 'version'],
    ['primary_contact_id', 'primaryContact'],
    ['developer_email', 'developerEmails'],
    ['scope', 'scopes'],
    ['scope_ids', 'scopes'],
    ['create.body.developerEmails[0].<list element>', 'developerEmails'],
  ])('a field that the server calls "%s"', async (path, field) => {
    expect(await shown({ errors: [{ path, message: 'No.' }] })).toEqual([[field, 'No.']]);
  });

  test('a map for several fields and for none', async () => {
    const body = {
      name: ['Taken.'],
      developer_emails: { 0: ['Bad.'] },
      description: ['Too long.'],
      non_field_errors: ['Over quota.'],
    };
    const issues = await shown(body);
    expect(issues).toHaveLength(4);
    expect(issues).toEqual(
      expect.arrayContaining([
        ['name', 'Taken.'],
        ['developerEmails', 'Bad.'],
        ['description', 'Too long.'],
        [null, 'Over quota.'],
      ]),
    );
    expect(
      await shown({
        errors: { name: 'Taken.', '': ['Over quota.'], account: 'Seat missing here.', description: 'Too long.' },
      }),
    ).toEqual(
      expect.arrayContaining([
        ['name', 'Taken.'],
        [null, 'Over quota.'],
        [null, 'Seat missing here.'],
        ['description', 'Too long.'],
      ]),
    );
  });
});

describe("the server's text is shown on the review, when the server answers with", () => {
  test.each<[string, unknown]>([
    ['a problem', { type: 'about:blank', title: 'Forbidden', detail: 'No seat.' }],
    ['a message', { message: 'No seat.' }],
    ['an error in text', { error: 'No seat.' }],
    ['an error with a message', { error: { code: 'seat_missing', message: 'No seat.' } }],
    ['an OAuth error', { error: 'access_denied', error_description: 'No seat.' }],
    ['the status text beside a message', { statusCode: 403, message: 'No seat.', error: 'Forbidden' }],
    ['a message in another case', { Message: 'No seat.' }],
    ['a list of texts', ['No seat.']],
    ['a list of objects without a field', { errors: [{ code: 7, message: 'No seat.' }] }],
    ['a field that the wizard does not have', { errors: [{ pointer: '#/seat', detail: 'No seat.' }] }],
    ['plain text', 'No seat.'],
    ['text in a member that ends with what it is', { developerMessage: 'seat == null', userMessage: 'No seat.' }],
    ['an exception as text', { exception: 'No seat.', stack: 'Error: at x' }],
    ['a fault', { fault: { faultstring: 'No seat.', detail: { errorcode: 'seat.Missing' } } }],
    ['the details as text', { code: 'E_SEAT', details: 'No seat.' }],
    ['a list under a name of its own', { _schema: ['No seat.'] }],
    ['a page beside its text', { message: 'No seat.', detail: '<!doctype html><p>No' }],
    ['details that repeat the name', { message: 'No seat.', details: { name: 'nightly', kind: 'tokens' } }],
    ['signs before JSON', `)]}',\n{"message":"No seat."}`],
    [
      'reasons of machines beside it',
      {
        error: {
          code: 403,
          message: 'No seat.',
          details: [{ '@type': 'ErrorInfo', reason: 'SEAT_MISSING', domain: 'x.y' }],
        },
      },
    ],
    [
      'the request repeated',
      { message: 'No seat.', name: 'Nightly export', scopes: ['ads.list'], request: { name: 'x' } },
    ],
  ])('%s', async (_, body) => {
    expect(await shown(body, 403)).toEqual([[null, 'No seat.']]);
  });

  test.each(['[API] No seat.', '"Seat" is missing', '{plan} has no seat.'])(
    'text that begins like JSON: %s',
    async (text) => {
      expect(await shown(text, 403)).toEqual([[null, text]]);
      expect(await shown({ message: text }, 403)).toEqual([[null, text]]);
    },
  );

  test('nothing but a code, which is better than no reason', async () => {
    expect(await shown({ error: 'seat_missing' }, 403)).toEqual([[null, 'seat_missing']]);
  });

  test.each<[string, string]>([
    ['a web page', '<!doctype html><h1>Forbidden</h1>'],
    ['nothing', ''],
    ['JSON without text', '{"status":403,"ok":false,"data":null}'],
    ['JSON that breaks off', '{"message":"No se'],
    ['JSON of 5 MB', JSON.stringify({ message: 'No.', pad: 'x'.repeat(5_000_000) })],
  ])('nothing that could be shown: %s', async (_, body) => {
    expect(await shown(body, 403)).toEqual([[null, '']]);
  });
});

describe('a body cannot harm the wizard', () => {
  const circle: Record<string, unknown> = { message: 'No.' };
  circle.errors = [circle, { errors: circle }];
  const deep = JSON.parse(`${'{"errors":['.repeat(5000)}{"message":"No."}${']}'.repeat(5000)}`);
  const trap = {
    get errors() {
      throw new Error('trap');
    },
    message: 'No.',
  };

  test.each<[string, object]>([
    ['a circle', circle],
    ['a getter that throws', trap],
    ['a wide list', { message: 'No.', errors: Array.from({ length: 1_000_000 }, () => ({})) }],
    [
      'wide objects',
      { message: 'No.', errors: Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, {}])) },
    ],
    [
      'names of the prototype',
      { message: 'No.', errors: JSON.parse('{"__proto__": {}, "constructor": [], "toString": {}}') },
    ],
  ])('with %s', async (_, body) => {
    expect(await readCreateFailure({ status: 422, body })).toEqual({
      type: 'rejected',
      issues: [{ field: null, code: 'server.rejected', detail: 'No.' }],
    });
  });

  test('with 5,000 levels, or as a proxy that refuses everything', async () => {
    expect(await readCreateFailure({ status: 422, body: deep })).toMatchObject({ type: 'rejected' });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(await readCreateFailure({ status: 422, body: proxy })).toMatchObject({ type: 'rejected' });
    expect(await readCreateFailure(proxy)).toEqual({ type: 'unknown', reason: 'network' });
  });
});
