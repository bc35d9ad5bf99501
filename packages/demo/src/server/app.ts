import { type Context, Hono } from 'hono';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { type Database, isBusy } from './database.js';
import { type PageFiles, settingsPage } from './page.js';
import { partnerApi } from './partner-api.js';
import { ProblemError, problemResponse } from './problem.js';
import { tokenApi } from './token-api.js';

/** Everything the demo answers. */
export function createApp({ database, files }: { database: Database; files: PageFiles }): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    refuseOtherHosts(c);
    await next();
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        // The select and its scroll lock bring two style elements of their own, which carry the nonce.
        styleSrc: ["'self'", NONCE],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
      // The demo answers on localhost over http, where a promise of https would lock the user out.
      strictTransportSecurity: false,
    }),
  );

  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.route('/api', tokenApi(database));
  app.route('/', partnerApi(database));
  app.route('/', settingsPage(files));

  app.notFound((c) =>
    problemResponse(
      new ProblemError({
        title: 'Not found',
        status: 404,
        detail: `There is nothing at ${c.req.method} ${c.req.path}.`,
      }),
    ),
  );

  app.onError((error, c) => {
    if (error instanceof ProblemError) return problemResponse(error);
    if (isBusy(error)) return problemResponse(databaseBusy());
    // The client has closed the connection while it was sending. There is nobody to answer and nothing to fix.
    if (c.req.raw.signal.aborted) return problemResponse(bodyCutOff());
    // A failed query has the users' values in its message and parameters. Its cause says enough to fix it.
    console.error(error.cause ?? error);
    return problemResponse(
      new ProblemError({
        title: 'Internal server error',
        status: 500,
        detail: 'Something went wrong on our side, and it is not known how far the request got. Try again later.',
      }),
    );
  });

  return app;
}

function databaseBusy(): ProblemError {
  return new ProblemError(
    {
      title: 'Service unavailable',
      status: 503,
      detail: 'Another program is writing to the database. Send the same request again in a moment.',
    },
    { 'Retry-After': '1' },
  );
}

function bodyCutOff(): ProblemError {
  return new ProblemError({
    title: 'Bad request',
    status: 400,
    detail: 'The connection was closed before the body arrived.',
  });
}

/** Where the demo listens, by each of its names. */
const ownHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A site may give its own name the address of this computer (DNS rebinding); its pages would then be of one origin with
 * this server. The name in the request tells them apart.
 */
function refuseOtherHosts(c: Context): void {
  if (ownHosts.has(new URL(c.req.url).hostname)) return;
  throw new ProblemError({
    title: 'Misdirected request',
    status: 421,
    detail: 'The demo answers on this computer only, under the names localhost, 127.0.0.1 and [::1]. Use one of them.',
  });
}
