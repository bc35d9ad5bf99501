import type { Preview } from '@storybook/react-vite';

/** What a host's page says, and our parts follow. Chosen in the toolbar. */
export interface Surroundings {
  readonly direction: 'ltr' | 'rtl';
  readonly density: 'comfortable' | 'compact';
  readonly language: 'en' | 'de';
  readonly theme: 'light' | 'dark' | 'forced';
}

export const surroundingTypes = {
  direction: {
    description: 'Reading direction of the page',
    toolbar: {
      title: 'Direction',
      icon: 'transfer',
      items: [
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
      dynamicTitle: true,
    },
  },
  density: {
    description: 'Two custom properties of the page: --tkw-space and --tkw-control-height',
    toolbar: {
      title: 'Density',
      icon: 'component',
      items: [
        { value: 'comfortable', title: 'Comfortable' },
        { value: 'compact', title: 'Compact' },
      ],
      dynamicTitle: true,
    },
  },
  language: {
    description: 'Words and locale of the components',
    toolbar: {
      title: 'Language',
      icon: 'globe',
      items: [
        { value: 'en', title: 'English' },
        { value: 'de', title: 'Deutsch' },
      ],
      dynamicTitle: true,
    },
  },
} satisfies Preview['globalTypes'];

/** @param globals What Storybook keeps for the toolbar, and what an address may say (`globals=theme:dark`). */
export function readSurroundings({
  direction,
  density,
  language,
  theme,
}: Readonly<Record<string, unknown>>): Surroundings {
  return {
    direction: direction === 'rtl' ? 'rtl' : 'ltr',
    density: density === 'compact' ? 'compact' : 'comfortable',
    language: language === 'de' ? 'de' : 'en',
    theme: theme === 'dark' || theme === 'forced' ? theme : 'light',
  };
}
