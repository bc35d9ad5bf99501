import everyStory from '../../test/a11y/every-story.spec.ts?raw';

const title = /\b(?:test|check)\(\s*(['"])(.*?)\1,/g;
const browserTests = import.meta.glob<string>(
  [
    '../../test/browser/*.test.tsx',
    '../../test/e2e/*.spec.ts',
    '../../test/a11y/motion.spec.ts',
    '../../test/a11y/static-build.spec.ts',
  ],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

function titlesIn(source: string): readonly string[] {
  return [...source.matchAll(title)].flatMap(([, , text]) => text ?? []);
}

/** What every story of this Storybook is held to, in the words of the tests. */
export const checksOfEveryStory: readonly string[] = titlesIn(everyStory);

/** What is tested in Chromium beyond single stories, in the words of the tests. */
export const wholeFlowTests: readonly string[] = Object.values(browserTests).flatMap(titlesIn);
