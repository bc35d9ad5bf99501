import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type PropsWithChildren, useLayoutEffect, useSyncExternalStore } from 'react';
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { themes } from 'storybook/theming';
import { imitateForcedColors } from './forced-colors.js';
import { readSurroundings } from './surroundings.js';

interface GlobalsMessage {
  readonly globals: Readonly<Record<string, unknown>>;
}

const noGlobals: GlobalsMessage['globals'] = {};

function subscribe(onChange: () => void) {
  const channel = addons.getChannel();
  channel.on(GLOBALS_UPDATED, onChange);
  return () => channel.off(GLOBALS_UPDATED, onChange);
}

function currentGlobals(): GlobalsMessage['globals'] {
  const channel = addons.getChannel();
  const last: readonly GlobalsMessage[] | undefined = channel.last(GLOBALS_UPDATED) ?? channel.last(SET_GLOBALS);
  return last?.[0]?.globals ?? noGlobals;
}

/** A page of documentation in the theme and density of the toolbar, which Storybook itself gives to stories alone. */
export function PageContainer(props: PropsWithChildren<DocsContainerProps>) {
  const { theme, density } = readSurroundings(useSyncExternalStore(subscribe, currentGlobals));
  useLayoutEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, density });
    imitateForcedColors(theme === 'forced');
  }, [theme, density]);
  return <DocsContainer {...props} theme={themes[theme === 'light' ? 'light' : 'dark']} />;
}
