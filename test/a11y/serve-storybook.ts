import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storybookFolder } from './stories.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));
/** What the built Storybook is made of. */
const sources = ['.storybook', 'stories', 'packages/core/src', 'packages/ui/src', 'packages/react/src'];
/** Not the root, because the build has to work wherever a team puts it. */
const subPath = '/design/storybook/';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

function newestChange(folder: string): number {
  const files = readdirSync(join(repository, folder), { recursive: true, withFileTypes: true });
  return Math.max(
    ...files.filter((file) => file.isFile()).map((file) => statSync(join(file.parentPath, file.name)).mtimeMs),
  );
}

function isUpToDate(): boolean {
  const index = join(storybookFolder, 'index.json');
  return existsSync(index) && statSync(index).mtimeMs > Math.max(...sources.map(newestChange));
}

/** Builds the Storybook if its sources are newer than it, and serves it, once for all workers. */
export default async function serveStorybook(): Promise<() => void> {
  if (!isUpToDate()) {
    const { status } = spawnSync('npm', ['run', '--silent', 'build:storybook'], {
      cwd: repository,
      stdio: ['ignore', 'ignore', 'inherit'],
      // npm is a script on Windows, which only a shell starts.
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error('The Storybook could not be built. Run `npm run build:storybook` to see why.');
  }
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = join(storybookFolder, pathname.slice(subPath.length) || 'index.html');
    if (!pathname.startsWith(subPath) || !file.startsWith(storybookFolder) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server of the Storybook has no port.');
  process.env.STORYBOOK_URL = `http://127.0.0.1:${address.port}${subPath}`;
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
