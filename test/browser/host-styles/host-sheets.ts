import pico from '@picocss/pico/css/pico.classless.css?raw';
import bootstrap from 'bootstrap/dist/css/bootstrap.css?raw';
import modernNormalize from 'modern-normalize/modern-normalize.css?raw';
import normalize from 'normalize.css/normalize.css?raw';
import sanitizeForms from 'sanitize.css/forms.css?raw';
import sanitize from 'sanitize.css/sanitize.css?raw';
import sanitizeTypography from 'sanitize.css/typography.css?raw';
import tailwind4 from 'tailwindcss/preflight.css?raw';
import tailwind3 from 'tailwindcss3/lib/css/preflight.css?raw';
import theNewReset from 'the-new-css-reset/css/reset.css?raw';
import water from 'water.css/out/water.css?raw';
import legacyConsole from './legacy-console.css?raw';
import materialBaseline from './material-baseline.css?raw';
import nextTemplate from './next-template.css?raw';
import viteTemplate from './vite-template.css?raw';

/** `theme('colors.gray.400', #9ca3af)` becomes its second argument, which is what Tailwind writes without a configuration. */
function withoutTheme(css: string): string {
  return css.replaceAll(/(?:--)?theme\(\s*[^,()]+,\s*((?:[^()]|\([^()]*\))*)\)/g, '$1');
}

export { pico };

/** The stylesheets that a host's page may have, each as the host loads it: without a cascade layer. */
export const hostSheets: Readonly<Record<string, string>> = {
  'Tailwind 3 preflight': withoutTheme(tailwind3),
  'Tailwind 4 preflight without its layer': withoutTheme(tailwind4),
  'Bootstrap 5': bootstrap,
  'normalize.css': normalize,
  'modern-normalize': modernNormalize,
  'sanitize.css': sanitize + sanitizeForms + sanitizeTypography,
  'the new CSS reset': theNewReset,
  "MUI's CssBaseline": materialBaseline,
  "Vite's React template": viteTemplate,
  "Next's template": nextTemplate,
  'an old console': legacyConsole,
  'Water.css': water,
};
