import type {
  ApiVersion,
  CheckOutcomeResult,
  Contact,
  CreateTokenResult,
  ScopeCatalog,
  TokenRequest,
} from '@tokenwright/react';
import type { TokenView } from '../server/tokens.js';

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

/** Creates a token. Rejects with the server's response if it refused, from which the wizard reads what is wrong. */
export async function createToken(
  request: TokenRequest,
  { signal, idempotencyKey }: { signal: AbortSignal; idempotencyKey: string },
): Promise<CreateTokenResult> {
  const response = await fetch('/api/tokens', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${idempotencyKey}"` },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok) throw response;
  return response.json();
}

/** Asks what came of a request whose answer was lost. */
export function checkOutcome(
  _request: TokenRequest,
  { signal, idempotencyKey }: { signal: AbortSignal; idempotencyKey: string },
): Promise<CheckOutcomeResult> {
  return getJson(`/api/token-requests/${encodeURIComponent(idempotencyKey)}`, signal);
}

/** Ends a token. One that is gone already counts as ended. */
export async function revokeToken(id: string): Promise<void> {
  const response = await fetch(`/api/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' });
  if (!response.ok && response.status !== 404) throw new Error(`The server answered ${response.status}.`);
}

async function getJson<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}
