import '@tokenwright/react/styles.css';
import './preview.css';
import { withThemeByDataAttribute } from '@storybook/addon-themes';
import type { Decorator, Preview } from '@storybook/react-vite';
import { useEffect } from 'react';

/** Sets the page's direction, as a right-to-left host does. */
const withDirection: Decorator = (Story, { globals }) => {
  const dir = globals.direction === 'rtl' ? 'rtl' : 'ltr';
  useEffect(() => {
    document.documentElement.dir = dir;
  }, [dir]);
  return <Story />;
};

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    options: { storySort: { order: ['Start here', 'Wizard', ['Steps', 'Outcomes', 'Data', 'Levels'], 'Components'] } },
  },
  globalTypes: {
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
  },
  initialGlobals: { direction: 'ltr' },
  decorators: [
    withDirection,
    withThemeByDataAttribute({
      themes: { light: 'light', dark: 'dark' },
      defaultTheme: 'light',
      attributeName: 'data-theme',
    }),
  ],
  tags: ['autodocs'],
};
export default preview;
