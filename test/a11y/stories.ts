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
  /** What Storybook knows of it, such as `play-fn`: it has a play function. */
  tags: readonly string[];
}

/** Every story of the built Storybook. */
export function builtStories(): readonly Story[] {
  return entries('story');
}

/** Every page of documentation of the built Storybook. */
export function builtPages(): readonly Story[] {
  return entries('docs');
}

function entries(kind: 'story' | 'docs'): readonly Story[] {
  const index: { entries: Record<string, Story & { type: 'story' | 'docs' }> } = JSON.parse(
    readFileSync(join(storybookFolder, 'index.json'), 'utf8'),
  );
  return Object.values(index.entries).filter(({ type }) => type === kind);
}
