import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `npm run build:storybook` puts what it builds. */
export const storybookFolder = fileURLToPath(new URL('../../storybook-static', import.meta.url));

export interface Story {
  id: string;
  /** Such as `Components/Switch`. */
  title: string;
  /** Such as `Disabled On`. */
  name: string;
}

/** Every story of the built Storybook. */
export function builtStories(): readonly Story[] {
  const index: { entries: Record<string, Story & { type: 'story' | 'docs' }> } = JSON.parse(
    readFileSync(join(storybookFolder, 'index.json'), 'utf8'),
  );
  return Object.values(index.entries).filter((entry) => entry.type === 'story');
}
