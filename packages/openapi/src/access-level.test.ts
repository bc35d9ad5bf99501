// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogFromOpenApi } from './catalog-from-openapi.js';
import { declaring, documentOf, needing, oauth, scopeIn, scopesOf } from './documents.fixture.js';

const accessOf = (document: unknown, id: string) => {
  const { access, inferred } = scopeIn(document, id);
  return [access, inferred.access];
};

describe('the access of a scope', () => {
  test.each([
    ['jobs:read', 'read'],
    ['read:jobs', 'read'],
    ['read_jobs', 'read'],
    ['jobs.readonly', 'read'],
    ['jobs:read_only', 'read'],
    ['org:activity_log_read', 'read'],
    ['Mail.Read.All', 'read'],
    ['database:view_credentials', 'read'],
    ['ec2:DescribeInstances', 'read'],
    ['dynamodb:BatchGetItem', 'read'],
    ['jobs:list', 'read'],
    ['jobs:write', 'write'],
    ['jobs:read_write', 'write'],
    ['Files.ReadWrite.All', 'write'],
    ['TeamsAppInstallation.ReadWriteAndConsentForUser.All', 'write'],
    ['app.GetOrCreateUser', 'write'],
    ['okta.apps.manage', 'write'],
    ['chat:write:bot', 'write'],
    ['user-modify-playback-state', 'write'],
    ['delete_repo', 'write'],
    ['ec2:CreateTags', 'write'],
    ['user:follow', 'write'],
    ['admin', 'admin'],
    ['admin:org', 'admin'],
    ['account.owner', 'admin'],
    ['full_access', 'admin'],
    ['admin.users:read', 'read'],
    ['admin.users:write', 'write'],
  ])('is known from its name: %s is %s', (id, access) => {
    expect(accessOf(declaring({ [id]: '' }), id)).toEqual([access, 'name']);
  });

  test('that is called like one for reading, without the word, is write', () => {
    const document = declaring({ contacts: 'Read contacts.', 'contacts.read': '', user: '', 'read:user': '' });
    expect(accessOf(document, 'contacts')).toEqual(['write', 'name']);
    expect(accessOf(document, 'user')).toEqual(['write', 'name']);
  });

  test('follows the methods only where the name says nothing', () => {
    const document = documentOf(
      {
        'GET /a': needing('history', 'jobs:write'),
        'HEAD /a': needing('history'),
        'POST /b': needing('mixed', 'jobs:read'),
        'GET /b': needing('mixed'),
      },
      oauth({}),
    );
    expect(accessOf(document, 'history')).toEqual(['read', 'methods']);
    expect(accessOf(document, 'mixed')).toEqual(['write', 'methods']);
    expect(accessOf(document, 'jobs:write')).toEqual(['write', 'name']);
    expect(accessOf(document, 'jobs:read')).toEqual(['read', 'name']);
  });

  test.each([
    ['View your profile.', 'read', 'description'],
    ['Grants permission to list the things', 'read', 'description'],
    ['Read-only access to the account', 'read', 'description'],
    ['Read and update your profile.', 'write', 'description'],
    ['Allows the app to send things it has read.', 'write', 'description'],
    ['Your profile', 'write', 'default'],
    ['', 'write', 'default'],
  ])('follows the description where nothing uses it, and is write in doubt: %j', (description, access, rule) => {
    expect(accessOf(declaring({ profile: description }), 'profile')).toEqual([access, rule]);
  });

  test('is what the host says', () => {
    const document = declaring({ 'jobs:read': '', 'jobs:write': '' });
    expect(scopeIn(document, 'jobs:read', { access: { 'jobs:read': 'admin' } })).toMatchObject({
      access: 'admin',
      inferred: { access: 'option' },
    });
    const byFunction = { access: (id: string) => (id === 'jobs:write' ? ('admin' as const) : undefined) };
    expect(scopeIn(document, 'jobs:write', byFunction).access).toBe('admin');
    expect(scopeIn(document, 'jobs:read', byFunction).access).toBe('read');
  });
});

const table = new URL('../../../../shared/catalogs/permissions/github-app-permissions.json', import.meta.url);

interface Permissions {
  paths: Record<string, Record<string, { access: string; permission: string }>>;
}

describe.runIf(existsSync(table))('against the permissions of a real platform', () => {
  const calls = existsSync(table)
    ? Object.entries((JSON.parse(readFileSync(table, 'utf8')) as Permissions).paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { access, permission }]) => ({
          call: `${method} ${path}`,
          access,
          permission,
        })),
      )
    : [];

  test('the level of at least 96 % of the operations is right', () => {
    const document = documentOf(Object.fromEntries(calls.map(({ call }) => [call, {}])));
    const guessed = new Map(
      scopesOf(catalogFromOpenApi(document)).map(({ endpoints, access }) => [
        `${endpoints?.[0]?.method} ${endpoints?.[0]?.path}`,
        access,
      ]),
    );
    const right = calls.filter(({ call, access }) => guessed.get(call) === access);
    expect(guessed.size).toBe(440);
    expect(right.length / calls.length).toBeGreaterThanOrEqual(0.96);
  });

  test('no scope that lets its holder write is called read, even if its name does not tell', () => {
    for (const nameOf of [
      ({ permission, access }: (typeof calls)[number]) => `${permission}:${access}`,
      ({ permission, access }: (typeof calls)[number]) => `${permission}:${access === 'read' ? 'one' : 'two'}`,
    ]) {
      const writes = new Set(calls.filter(({ access }) => access !== 'read').map(nameOf));
      const document = documentOf(
        Object.fromEntries(calls.map((call) => [call.call, needing(nameOf(call))])),
        oauth({}),
      );
      const scopes = scopesOf(catalogFromOpenApi(document)).filter(({ id }) => writes.has(id));
      expect(scopes).not.toEqual([]);
      expect(scopes.filter(({ access }) => access === 'read')).toEqual([]);
    }
  });
});
