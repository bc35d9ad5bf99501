import { Source } from '@storybook/addon-docs/blocks';
import { useLook } from './use-look.js';

/** A stylesheet to read and copy, in the theme of the page, which Storybook's own block leaves light. */
export function Stylesheet({ code }: { code: string }) {
  return <Source code={code} language="css" dark={useLook().theme !== 'light'} />;
}
