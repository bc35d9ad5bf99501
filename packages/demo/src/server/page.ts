import { type Context, Hono } from 'hono';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import { beginSession } from './session.js';

/** The files of the built page by their path, `index.html` among them. */
export type PageFiles = ReadonlyMap<string, PageFile>;

interface PageFile {
  /** Media type, for example `text/css; charset=utf-8`. */
  type: string;
  content: string | Uint8Array<ArrayBuffer>;
}

interface PageEnv {
  Variables: SecureHeadersVariables;
}

/** The one address of the page that begins no session. */
const signedOutPath = '/signed-out';

/** Stands in `index.html` where each answer gets a nonce of its own. */
const noncePlaceholder = '__CSP_NONCE__';

/** The page *Settings → API*. Its addresses are handled in the browser, so all of them answer with the same document. */
export function settingsPage(files: PageFiles): Hono<PageEnv> {
  const page = new Hono<PageEnv>();
  page.get('/', (c) => c.redirect('/settings/api'));

  page.get('/settings/*', (c) => {
    beginSession(c);
    return answerDocument(c);
  });

  page.get(signedOutPath, answerDocument);

  page.get('/assets/*', (c) => {
    const file = files.get(c.req.path.slice(1));
    if (!file) return c.notFound();
    // The name holds a hash of the content, so a file never changes under its name.
    return c.body(file.content, 200, {
      'Content-Type': file.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });

  return page;

  function answerDocument(c: Context<PageEnv>): Response | Promise<Response> {
    const document = files.get('index.html');
    if (typeof document?.content !== 'string') return c.notFound();
    return c.html(document.content.replaceAll(noncePlaceholder, c.get('secureHeadersNonce') ?? ''), 200, {
      'Cache-Control': 'no-store',
    });
  }
}
