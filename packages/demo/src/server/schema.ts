import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The account users who can be responsible for a token. */
export const contacts = sqliteTable('contacts', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  role: text('role').notNull(),
});

/** Every token ever created. A revoked one stays, so that a repeated request for it is recognised. */
export const tokens = sqliteTable('tokens', {
  id: text('id').primaryKey(),
  /** SHA-256 of the secret, in hex. The secret itself is nowhere. */
  secretHash: text('secret_hash').notNull().unique(),
  /** What the list shows of the secret. */
  lastFour: text('last_four').notNull(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  version: text('version').notNull(),
  primaryContact: text('primary_contact')
    .notNull()
    .references(() => contacts.id),
  developerEmails: text('developer_emails', { mode: 'json' }).$type<readonly string[]>().notNull(),
  scopes: text('scopes', { mode: 'json' }).$type<readonly string[]>().notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  lastUsedAt: integer('last_used_at', { mode: 'timestamp_ms' }),
  revokedAt: integer('revoked_at', { mode: 'timestamp_ms' }),
});

/** Every idempotency key that has been settled, for good. Its key is unique across all processes that share the database. */
export const idempotencyKeys = sqliteTable('idempotency_keys', {
  key: text('key').primaryKey(),
  /** The token that the key created; null if the key is void and can never create one. */
  tokenId: text('token_id').references(() => tokens.id),
  /** SHA-256 of the request that the key came with, in hex; null if the key is void. */
  requestHash: text('request_hash'),
});
