import { composeStories } from '@storybook/react-vite';
import type { ComponentType } from 'react';
import { storyNameFromExport } from 'storybook/internal/csf';

type StoryModule = Parameters<typeof composeStories>[0];

/** A story as a component: what it plays is not played. */
export interface Specimen {
  /** As in the address of the story. */
  readonly id: string;
  /** As in the list of stories. */
  readonly name: string;
  /** Whether something is done in it, by pointer or keyboard, before it is looked at. */
  readonly isPlayed: boolean;
  readonly Story: ComponentType;
}

/** All stories of one component. */
export interface SpecimenFile {
  /** Such as `Components/Switch`. */
  readonly title: string;
  readonly specimens: readonly Specimen[];
}

const modules = import.meta.glob<StoryModule>('../*.stories.tsx');

/** A loader for each file of stories there is, so that a page can show something meanwhile. */
export const specimenFiles: readonly (() => Promise<SpecimenFile>)[] = Object.values(modules).map(
  (load) => async () => {
    const module = await load();
    const specimens = Object.values(composeStories(module)).flatMap((Story: unknown) =>
      isStory(Story)
        ? [
            {
              id: Story.id,
              name: storyNameFromExport(Story.storyName),
              isPlayed: Story.play !== undefined,
              Story: Story satisfies ComponentType,
            },
          ]
        : [],
    );
    return { title: module.default.title ?? '', specimens };
  },
);

interface ComposedStory {
  readonly id: string;
  readonly storyName: string;
  readonly play: unknown;
}

function isStory(story: unknown): story is ComponentType & ComposedStory {
  return typeof story === 'function' && 'storyName' in story;
}
