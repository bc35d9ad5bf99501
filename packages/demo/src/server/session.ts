import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { ProblemError } from './problem.js';

const cookie = 'session';

/**
 * The demo has no passwords: its one user is the person at this computer, and a session is only a cookie. That is enough
 * for a session to end, here or in another tab, in the middle of the user's work.
 */
export function sessionApi(): Hono {
  const api = new Hono();

  api.put('/', (c) => {
    beginSession(c);
    return c.body(null, 204);
  });

  api.delete('/', (c) => {
    deleteCookie(c, cookie);
    return c.body(null, 204);
  });

  return api;
}

/** Signs the user in. */
export function beginSession(c: Context): void {
  setCookie(c, cookie, 'begun', { path: '/', httpOnly: true, sameSite: 'Strict' });
}

/** @throws {ProblemError} 401 if the user is not signed in. */
export function requireSession(c: Context): void {
  if (getCookie(c, cookie)) return;
  throw new ProblemError({
    title: 'The session has ended',
    status: 401,
    detail: 'Sign in with PUT /api/session, or by opening the page, and send the same request again.',
  });
}
