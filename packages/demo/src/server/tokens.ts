import { createHash, randomUUID } from 'node:crypto';
import type { Contact, TokenRequest } from '@tokenwright/core';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Database } from './database.js';
import { contacts, idempotencyKeys, tokens } from './schema.js';
import { hashSecret, hintOf, isSecret, mintSecret, sameHash } from './secret.js';

/** A token as the page and the API show it: without its secret, which is shown once, and without the secret's hash. */
export interface TokenView {
  id: string;
  name: string;
  description: string;
  /** What stands for the secret: `tkw_…ab12`. */
  hint: string;
  version: string;
  /** How many scopes the token holds. */
  scopeCount: number;
  /** The primary contact's name. */
  contactName: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** ISO 8601, UTC; null until the first use. */
  lastUsedAt: string | null;
  /** ISO 8601, UTC; absent while the token is in force. */
  revokedAt?: string;
}

/** What may be done with a token. */
export interface TokenGrant {
  id: string;
  version: string;
  scopes: readonly string[];
}

/** The result of asking for a token with an idempotency key. */
export type Minting =
  | { outcome: 'minted'; token: TokenView; secret: string }
  /** The key had already minted this very request; the secret is gone. */
  | { outcome: 'replayed'; token: TokenView }
  /** The key had already minted another request. */
  | { outcome: 'keyReused' }
  /** The key can never mint: the user was told that it has created no token. */
  | { outcome: 'keyVoid' };

/** The account users who can be responsible for a token. */
export function listContacts(database: Database): Promise<readonly Contact[]> {
  return database.select().from(contacts).orderBy(contacts.id);
}

/** The tokens in force, newest first. */
export async function listTokens(database: Database): Promise<readonly TokenView[]> {
  const rows = await selectTokens(database).where(isNull(tokens.revokedAt)).orderBy(desc(tokens.createdAt));
  return rows.map(viewOf);
}

/**
 * Settles an idempotency key: makes it void unless it has minted a token, so that what this returns stays true in every
 * process that shares the database, however late a request with the key arrives.
 *
 * @returns the token that the key has minted, revoked or not; undefined if the key is void.
 */
export async function settleKey(database: Database, key: string): Promise<TokenView | undefined> {
  const [, [row]] = await database.batch([
    database.insert(idempotencyKeys).values({ key }).onConflictDoNothing(),
    selectTokens(database)
      .innerJoin(idempotencyKeys, eq(idempotencyKeys.tokenId, tokens.id))
      .where(eq(idempotencyKeys.key, key)),
  ]);
  return row && viewOf(row);
}

/** Returns what became of the key; undefined if it has not been settled. */
export async function findMinting(
  database: Database,
  key: string,
  request: TokenRequest,
): Promise<Exclude<Minting, { outcome: 'minted' }> | undefined> {
  const [settled] = await database.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key));
  if (!settled) return undefined;
  if (settled.tokenId === null || settled.requestHash === null) return { outcome: 'keyVoid' };
  if (!sameHash(settled.requestHash, hashRequest(request))) return { outcome: 'keyReused' };
  return { outcome: 'replayed', token: onlyToken(await selectTokens(database).where(eq(tokens.id, settled.tokenId))) };
}

/**
 * Mints a token for a checked request. Key and token are written in one transaction, and the key is unique: of any number
 * of simultaneous calls with one key, in any number of processes, one mints, and none after {@link settleKey}.
 */
export async function mintToken(database: Database, key: string, request: TokenRequest): Promise<Minting> {
  const secret = mintSecret();
  const id = randomUUID();
  const newToken = {
    ...request,
    id,
    secretHash: hashSecret(secret),
    lastFour: secret.slice(-4),
    createdAt: new Date(),
  };
  try {
    const [, , written] = await database.batch([
      database.insert(tokens).values(newToken),
      database.insert(idempotencyKeys).values({ key, tokenId: id, requestHash: hashRequest(request) }),
      selectTokens(database).where(eq(tokens.id, id)),
    ]);
    return { outcome: 'minted', token: onlyToken(written), secret };
  } catch (error) {
    const earlier = await findMinting(database, key, request);
    if (earlier) return earlier;
    throw error;
  }
}

/** Ends a token. @returns false if there is no such token in force. */
export async function revokeToken(database: Database, id: string): Promise<boolean> {
  const revoked = await database
    .update(tokens)
    .set({ revokedAt: new Date() })
    .where(and(eq(tokens.id, id), isNull(tokens.revokedAt)))
    .returning({ id: tokens.id });
  return revoked.length > 0;
}

/** What the holder of a secret may do, noting that it was used; undefined if the secret opens nothing. */
export async function acceptSecret(database: Database, secret: string): Promise<TokenGrant | undefined> {
  if (!isSecret(secret)) return undefined;
  const secretHash = hashSecret(secret);
  const [row] = await database
    .select()
    .from(tokens)
    .where(and(eq(tokens.secretHash, secretHash), isNull(tokens.revokedAt)));
  if (!row || !sameHash(row.secretHash, secretHash)) return undefined;
  await database.update(tokens).set({ lastUsedAt: new Date() }).where(eq(tokens.id, row.id));
  return { id: row.id, version: row.version, scopes: row.scopes };
}

function selectTokens(database: Database) {
  return database.select().from(tokens).innerJoin(contacts, eq(tokens.primaryContact, contacts.id)).$dynamic();
}

type TokenRow = { tokens: typeof tokens.$inferSelect; contacts: typeof contacts.$inferSelect };

function onlyToken([row]: readonly TokenRow[]): TokenView {
  if (!row) throw new Error('A token that an idempotency key created is not in the database.');
  return viewOf(row);
}

function viewOf({ tokens: token, contacts: contact }: TokenRow): TokenView {
  return {
    id: token.id,
    name: token.name,
    description: token.description,
    hint: hintOf(token.lastFour),
    version: token.version,
    scopeCount: token.scopes.length,
    contactName: contact.name,
    createdAt: token.createdAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    ...(token.revokedAt && { revokedAt: token.revokedAt.toISOString() }),
  };
}

/** The order of the members is fixed, whatever order they came in. */
function hashRequest({ name, description, version, primaryContact, developerEmails, scopes }: TokenRequest): string {
  const canonical = JSON.stringify([name, description, version, primaryContact, developerEmails, scopes]);
  return createHash('sha256').update(canonical).digest('hex');
}
