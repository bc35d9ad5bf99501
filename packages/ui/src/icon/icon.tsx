import type { ReactElement } from 'react';
import { anatomy } from '../anatomy/anatomy.js';

const part = anatomy('icon');

// On a 16 × 16 grid. The stylesheet draws them with strokes, so that they take the colour of the text, forced colours included.
const paths = {
  check: 'm3.5 8.5 3 3 6-7',
  chevron: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  cross: 'm4.5 4.5 7 7m0-7-7 7',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2 3.2 3.2',
  info: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12Zm0-6.5V11m0-5.8v.1',
  success: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12ZM5.5 8.2l1.8 1.8 3.2-3.8',
  warning: 'M8 2.2 14.3 13.3H1.7L8 2.2Zm0 4.3v3m0 2.1v.1',
  danger: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12Zm0-9v3.6m0 2.2v.1',
  shield: 'M8 1.9 13 3.7v3.6c0 3.2-2 5.6-5 6.8-3-1.2-5-3.6-5-6.8V3.7L8 1.9Zm0 3.6v3m0 2v.1',
  read: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  write: 'm10.2 3.3 2.5 2.5M3 13l.6-3.1 7.2-7.2a1 1 0 0 1 1.4 0l1.1 1.1a1 1 0 0 1 0 1.4L6.1 12.4 3 13Z',
  admin: 'M10.5 9a3.5 3.5 0 1 0-3.4-2.7L2 11.4V14h2.6v-1.8h1.8v-1.8l1.3-1.3c.8.6 1.7.9 2.8-.1Zm.6-4.1v.1',
  copy: 'M5.5 5.5h7v8h-7v-8ZM3.5 10.5v-8h7',
} as const;

export type IconName = keyof typeof paths;

/** A small drawing beside a text that says the same; assistive technology passes over it. Not a component: thousands of rows have one. */
export function drawIcon(name: IconName): ReactElement {
  return (
    <svg {...part('root')} data-name={name} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
