import {
  type ApiVersion,
  type CheckOutcomeResult,
  type Contact,
  createTokenFetcher,
  type ScopeCatalog,
  type TokenRequest,
} from '@tokenwright/react';
import type { TokenView } from '../server/tokens.js';

/** The request was refused because the user is not signed in. */
export class SessionEndedError extends Error {
  override readonly name = 'SessionEndedError';
  override readonly message = 'The session has ended.';
}

/** The versions of the API that a token can be made for. */
export function loadVersions({ signal }: { signal: AbortSignal }): Promise<readonly ApiVersion[]> {
  return getJson('/api/versions', signal);
}

/** The account users who can be responsible for a token. */
export function loadContacts({ signal }: { signal: AbortSignal }): Promise<readonly Contact[]> {
  return getJson('/api/contacts', signal);
}

/** The scopes of one version. */
export function loadCatalog(version: string, signal: AbortSignal): Promise<ScopeCatalog> {
  return getJson(`/api/versions/${encodeURIComponent(version)}/catalog`, signal);
}

/** The tokens in force, newest first. */
export function loadTokens(signal: AbortSignal): Promise<readonly TokenView[]> {
  return getJson('/api/tokens', signal);
}

/** Creates a token. */
export const createToken = createTokenFetcher({ url: '/api/tokens' });

/** Finds the token of a request whose answer was lost. If there is none, its key is void: it creates no token later either. */
export function checkOutcome(
  _request: TokenRequest,
  { signal, idempotencyKey }: { signal: AbortSignal; idempotencyKey: string },
): Promise<CheckOutcomeResult> {
  return sendForJson(`/api/token-requests/${encodeURIComponent(idempotencyKey)}/void`, { method: 'POST', signal });
}

/** Ends a token. One that is gone already counts as ended. */
export async function revokeToken(id: string): Promise<void> {
  const response = await fetch(`/api/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' });
  if (!response.ok && response.status !== 404) throw new Error(`The server answered ${response.status}.`);
}

/** Signs the user in; a session that has not ended goes on. */
export function beginSession(): Promise<void> {
  return changeSession('PUT');
}

/** Signs the user out, in every tab. */
export function endSession(): Promise<void> {
  return changeSession('DELETE');
}

async function changeSession(method: 'PUT' | 'DELETE'): Promise<void> {
  const response = await fetch('/api/session', { method });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
}

function getJson<T>(path: string, signal: AbortSignal): Promise<T> {
  return sendForJson(path, { signal });
}

async function sendForJson<T>(path: string, request: RequestInit): Promise<T> {
  const response = await fetch(path, request);
  if (response.status === 401) throw new SessionEndedError();
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}
