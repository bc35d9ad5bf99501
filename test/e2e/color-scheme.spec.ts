import { expect, type Page, test } from 'playwright/test';
import { build } from 'vite';
import { bundleStyles } from '../gate/bundle-styles.mjs';

// Hosts say in many ways that a page is dark, and their build tools rewrite CSS for older browsers. Our parts follow the page
// in all of them, and the host's own colors stay what they are without us.

/** What the host's own stylesheet says. Tailwind's `scheme-dark` and shadcn's `.dark` are of this kind. */
const hostStyles = `
@layer base { .scheme-dark { color-scheme: dark; } }
.dark { color-scheme: dark; }
[data-theme="dark"] { color-scheme: dark; }
.follows-system { color-scheme: light dark; }
.host { background: light-dark(#ffffff, #000000); }
`;

/** `dark` is what the person sees; `system` is what the operating system prefers. */
const pages: {
  says: string;
  root?: string;
  head?: string;
  wizard?: string;
  system?: 'light' | 'dark';
  dark: boolean;
}[] = [
  { says: 'nothing', dark: false },
  { says: 'nothing, on a dark system', system: 'dark', dark: false },
  { says: 'an inline color-scheme', root: 'style="color-scheme: dark"', dark: true },
  { says: 'a meta element', head: '<meta name="color-scheme" content="dark">', dark: true },
  { says: 'a class', root: 'class="dark"', dark: true },
  { says: 'a class in a layer', root: 'class="scheme-dark"', dark: true },
  { says: 'a data attribute', root: 'data-theme="dark"', dark: true },
  {
    says: 'a class and an inline color-scheme, as next-themes does',
    root: 'class="dark" style="color-scheme: dark"',
    dark: true,
  },
  {
    says: 'an inline color-scheme for both, on a dark system',
    root: 'style="color-scheme: light dark"',
    system: 'dark',
    dark: true,
  },
  {
    says: 'a meta element for both, on a dark system',
    head: '<meta name="color-scheme" content="light dark">',
    system: 'dark',
    dark: true,
  },
  { says: 'a class for both, on a dark system', root: 'class="follows-system"', system: 'dark', dark: true },
  { says: 'a class for both, on a light system', root: 'class="follows-system"', system: 'light', dark: false },
  { says: 'nothing, and data-theme on the component', wizard: 'data-theme="dark"', dark: true },
  {
    says: 'dark, and data-theme="light" on the component',
    root: 'class="dark"',
    wizard: 'data-theme="light"',
    dark: false,
  },
];

const targets = {
  'as written': 'esnext',
  "for Vite's default browsers": undefined,
  'for browsers of 2021': ['chrome87', 'safari14', 'firefox78'],
} as const;

/** Builds a stylesheet as a host's Vite does. */
async function built(css: string, cssTarget: (typeof targets)[keyof typeof targets]): Promise<string> {
  const result = await build({
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'host',
        resolveId: (id) => (id === 'host.css' ? '/host.css' : undefined),
        load: (id) => (id === '/host.css' ? css : undefined),
      },
    ],
    build: {
      write: false,
      rolldownOptions: { input: 'host.css' },
      ...(cssTarget && { cssTarget: [...[cssTarget].flat()] }),
    },
  });
  const [output] = [result].flat();
  const asset =
    output && 'output' in output ? output.output.find(({ fileName }) => fileName.endsWith('.css')) : undefined;
  if (asset?.type !== 'asset') throw new Error('Vite wrote no stylesheet.');
  return String(asset.source);
}

interface Colors {
  readonly text: string;
  readonly surface: string;
  readonly host: string;
}

/** The colors of a part of ours and of an element of the host's, as red, green and blue from 0 to 255. */
async function colorsOf(
  page: Page,
  css: string,
  { root = '', head = '', wizard = '', system = 'light' }: Omit<(typeof pages)[number], 'says' | 'dark'>,
): Promise<Colors> {
  await page.emulateMedia({ colorScheme: system });
  await page.setContent(`<!doctype html><html ${root}><head>${head}<style>${css}</style></head><body class="page">
    <p class="host">Host</p>
    <section ${wizard} data-tokenwright data-scope="token-wizard" data-part="root">
      <dl data-scope="request-summary" data-part="list">Text</dl>
    </section>`);
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const pixel = (selector: string, property: 'color' | 'backgroundColor') => {
      const element = document.querySelector(selector);
      if (!element || !context) return 'no such element';
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = getComputedStyle(element)[property];
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).join(' ');
    };
    return {
      text: pixel('[data-part="list"]', 'color'),
      surface: pixel('[data-part="list"]', 'backgroundColor'),
      host: pixel('.host', 'backgroundColor'),
    };
  });
}

const palette = { light: '26 29 36, 255 255 255', dark: '235 238 245, 30 32 39' };

/** Which palette the colors are of. Rewritten colors may be a few steps off; others are returned as they are. */
function paletteOf({ text, surface }: Colors): string {
  const found = `${text}, ${surface}`;
  const channels = (colors: string) => (colors.match(/\d+/g) ?? []).map(Number);
  const match = Object.entries(palette).find(([, colors]) =>
    channels(colors).every((channel, index) => Math.abs(channel - (channels(found)[index] ?? Number.NaN)) <= 4),
  );
  return match?.[0] ?? found;
}

for (const [file, how] of [
  ['styles.css', 'as written'],
  ['styles.css', "for Vite's default browsers"],
  ['styles.css', 'for browsers of 2021'],
  ['styles.layer.css', "for Vite's default browsers"],
] as const) {
  test(`${file}, built ${how}, is light or dark as the page is and leaves the host's own colors alone`, async ({
    page,
  }) => {
    const [without, withOurs] = await Promise.all([
      built(hostStyles, targets[how]),
      bundleStyles('react', file).then((ours) => built(ours + hostStyles, targets[how])),
    ]);
    for (const { says, dark, ...setting } of pages) {
      await test.step(`the page says ${says}`, async () => {
        const colors = await colorsOf(page, withOurs, setting);
        expect(paletteOf(colors), says).toBe(dark ? 'dark' : 'light');
        expect(colors.host, says).toBe((await colorsOf(page, without, setting)).host);
      });
    }
  });
}
