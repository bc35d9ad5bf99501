import '@tokenwright/react/styles.css';
import './preview.css';
import { withThemeByDataAttribute } from '@storybook/addon-themes';
import type { Decorator, Preview } from '@storybook/react-vite';
import { TokenwrightProvider } from '@tokenwright/react';
import { useLayoutEffect } from 'react';
import { downshiftCombobox } from '../packages/ui/src/combobox/fetched-combobox.js';
import { radixSelect } from '../packages/ui/src/select/fetched-radix-select.js';
import { languages } from '../stories/languages.js';
import { imitateForcedColors } from './forced-colors.js';
import { PageContainer } from './page-container.js';
import { readSurroundings, surroundingTypes } from './surroundings.js';

/** Sets up the page and the words as a host does that reads from right to left, wants it denser, or speaks German. */
const withSurroundings: Decorator = (Story, { globals, viewMode }) => {
  const { direction, density, language, theme } = readSurroundings(globals);
  const { locale, messages } = languages[language];
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.dir = direction;
    page.dataset.density = density;
    // The prose of a page of documentation stays English.
    if (viewMode === 'story') page.lang = locale;
  }, [direction, density, locale, viewMode]);
  useLayoutEffect(() => imitateForcedColors(theme === 'forced'), [theme]);
  return (
    <TokenwrightProvider locale={locale} messages={messages}>
      <Story />
    </TokenwrightProvider>
  );
};

const preview: Preview = {
  // A story shows lists as they are once they have been fetched.
  async beforeAll() {
    await Promise.all([radixSelect.load(), downshiftCombobox.load()]);
  },
  parameters: {
    a11y: { test: 'error' },
    docs: { container: PageContainer },
    viewport: {
      options: {
        phone: { name: 'Phone, 320 px', styles: { width: '320px', height: '640px' }, type: 'mobile' },
        tablet: { name: 'Tablet, 768 px', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
        desktop: { name: 'Desktop, 1280 px', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
        wide: { name: 'Wide, 1920 px', styles: { width: '1920px', height: '1080px' }, type: 'desktop' },
      },
    },
    options: {
      storySort: {
        order: [
          'Start here',
          'Theming',
          'Anatomy',
          'Words',
          'Accessibility',
          'The machine',
          'Faults',
          'Wizard',
          ['Steps', 'Outcomes', 'Data', 'Drafts', 'Languages', 'Levels', 'Themes'],
          'Components',
        ],
      },
    },
  },
  globalTypes: surroundingTypes,
  initialGlobals: { direction: 'ltr', density: 'comfortable', language: 'en' },
  decorators: [
    withSurroundings,
    withThemeByDataAttribute({
      themes: { light: 'light', dark: 'dark', forced: 'forced' },
      defaultTheme: 'light',
      attributeName: 'data-theme',
    }),
  ],
  tags: ['autodocs'],
};
export default preview;
